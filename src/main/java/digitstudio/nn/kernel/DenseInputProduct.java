package digitstudio.nn.kernel;

/** Products over all inputs, zero or not, by OpenBLAS. */
final class DenseInputProduct implements InputProduct {
  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 16;

  private final byte[] pixels;
  private final int columns;
  private final float[] values;
  private final FloatArray x;
  private final Team team;
  private final Team.Task readTask = this::readPart;

  /** Room for one sample of each part of the team. */
  private final float[][] room;

  private int[] order;
  private int from;
  private int rows;
  private final Kernel kernel;
  private final Products products;

  DenseInputProduct(
      byte[] pixels, int columns, float[] values, int chunk, Team team, int firstPart) {
    products = new Products(team, firstPart);
    kernel = Kernel.best(team);
    this.pixels = pixels;
    this.columns = columns;
    this.values = values.clone();
    x = new FloatArray(chunk, columns);
    this.team = team;
    room = new float[team.size()][columns];
  }

  @Override
  public void forward(
      int[] order, int from, int rows, FloatArray weights, FloatArray z, int units) {
    this.order = order;
    this.from = from;
    this.rows = rows;
    team.run(readTask, rows >= WORTH_SHARING);
    products.multiply(x, weights, z, rows, columns, units);
  }

  private void readPart(int part, int parts) {
    float[] row = room[part];
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      int start = order[from + r] * columns;
      for (int c = 0; c < columns; c++) {
        row[c] = values[pixels[start + c] & 0xFF];
      }
      x.write(r * columns, columns, row);
    }
  }

  @Override
  public void gradient(FloatArray delta, int rows, FloatArray gradient, int units, boolean add) {
    products.multiplyTransposedLeft(x, delta, gradient, columns, rows, units, add);
  }

  @Override
  public void step(
      FloatArray delta,
      int rows,
      FloatArray gradient,
      int units,
      UpdateRule rule,
      FloatArray weights,
      FloatArray first,
      FloatArray second) {
    if (rule.isLinear()) {
      products.multiplyTransposedLeft(
          x, delta, weights, columns, rows, units, -rule.factor(), rule.keep());
      return;
    }
    gradient(delta, rows, gradient, units, false);
    kernel.update(rule, weights, gradient, first, second);
  }

  @Override
  public void close() {
    x.close();
  }
}
