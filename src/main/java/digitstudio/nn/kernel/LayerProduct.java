package digitstudio.nn.kernel;

/**
 * The products of a layer above the first, whose weights lie as [units, inputs].
 *
 * <p>OpenBLAS is slow where one side is narrow, as at the ten outputs, and for a single image;
 * there vectors along the inputs do better.
 */
public final class LayerProduct {
  private static final int NARROW = 16;
  private static final int FEW_ROWS = 4;

  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 32;

  private final int inputs;
  private final int units;
  private final Team team;
  private final Products products;
  private final boolean vectors;
  private final Team.Task forwardTask = this::forwardPart;
  private final Team.Task backwardTask = this::backwardPart;
  private final Team.Task gradientTask = this::gradientPart;
  private final char[] places;
  private final float[] turnedDeltas;
  private float[] first;
  private float[] second;
  private float[] result;
  private int rows;
  private boolean add;

  /**
   * @param chunk most rows of one product
   * @param firstPart number of the team's first thread among all that share the weights
   */
  public LayerProduct(int inputs, int units, int chunk, Team team, int firstPart) {
    this.inputs = inputs;
    this.units = units;
    this.team = team;
    products = new Products(team, firstPart);
    vectors = Kernel.vectors() && units <= Character.MAX_VALUE;
    int most = units <= NARROW ? chunk : Math.min(chunk, FEW_ROWS);
    turnedDeltas = new float[most * units];
    places = new char[vectors ? Math.max(most, units) : 0];
    for (int i = 0; i < places.length; i++) {
      places[i] = (char) i;
    }
  }

  private boolean isNarrow(int rows) {
    return vectors && (units <= NARROW || rows <= FEW_ROWS);
  }

  private void run(
      Team.Task task, FloatArray first, FloatArray second, FloatArray result, int rows) {
    this.first = first.heap();
    this.second = second.heap();
    this.result = result.heap();
    this.rows = rows;
    team.run(task, rows >= WORTH_SHARING);
  }

  /** z = a · weightsᵀ, with a [rows, inputs], z [rows, units]. */
  public void forward(FloatArray a, FloatArray weights, FloatArray z, int rows) {
    if (isNarrow(rows)) {
      run(forwardTask, a, weights, z, rows);
    } else {
      products.multiplyTransposedRight(a, weights, z, rows, inputs, units);
    }
  }

  private void forwardPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      DotProducts.row(first, r * inputs, second, inputs, units, result, r * units);
    }
  }

  /** below = delta · weights, with delta [rows, units], below [rows, inputs]. */
  public void backward(FloatArray delta, FloatArray weights, FloatArray below, int rows) {
    if (isNarrow(rows)) {
      run(backwardTask, delta, weights, below, rows);
    } else {
      products.multiply(delta, weights, below, rows, units, inputs);
    }
  }

  private void backwardPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      // The entries of a delta row are the factors of the weight rows.
      RowSums.addRange(
          0, inputs, second, inputs, places, first, 0, units, r * units, false, result, r * inputs);
    }
  }

  /** gradient = deltaᵀ · a, [units, inputs], added to what is there if {@code add}. */
  public void gradient(FloatArray a, FloatArray delta, FloatArray gradient, int rows, boolean add) {
    if (!isNarrow(rows)) {
      products.multiplyTransposedLeft(delta, a, gradient, units, rows, inputs, add);
      return;
    }
    float[] deltas = delta.heap();
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < units; u++) {
        turnedDeltas[u * rows + r] = deltas[r * units + u];
      }
    }
    this.add = add;
    run(gradientTask, a, delta, gradient, rows);
  }

  /**
   * The gradient and the step along it in one.
   *
   * @param gradient [units, inputs] to work in; its content is lost
   * @param kernel takes the step where the product cannot
   * @param first state of the rule; null if it has none
   * @param second state of the rule; null if it has only one
   */
  public void step(
      FloatArray a,
      FloatArray delta,
      FloatArray gradient,
      int rows,
      Kernel kernel,
      UpdateRule rule,
      FloatArray weights,
      FloatArray first,
      FloatArray second) {
    if (rule.isLinear() && !isNarrow(rows)) {
      products.multiplyTransposedLeft(
          delta, a, weights, units, rows, inputs, -rule.factor(), rule.keep());
    } else {
      gradient(a, delta, gradient, rows, false);
      kernel.update(rule, weights, gradient, first, second);
    }
  }

  private void gradientPart(int part, int parts) {
    int from = inputBound(part, parts);
    int to = inputBound(part + 1, parts);
    for (int u = 0; u < units; u++) {
      RowSums.addRange(
          from,
          to,
          first,
          inputs,
          places,
          turnedDeltas,
          0,
          rows,
          u * rows,
          add,
          result,
          u * inputs);
    }
  }

  /** Where a part's inputs begin: at whole vectors, and the last part takes what is left. */
  private int inputBound(int part, int parts) {
    return part == parts ? inputs : Team.bound(inputs / RowSums.LANES, part, parts) * RowSums.LANES;
  }
}
