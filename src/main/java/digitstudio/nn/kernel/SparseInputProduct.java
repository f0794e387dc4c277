package digitstudio.nn.kernel;

/**
 * Products over the inputs that are not zero: four pixels in five of a handwritten digit are paper.
 *
 * <p>Both directions add up scaled rows of a matrix: the forward product the weight rows of an
 * image's inked pixels, the gradient the delta rows of the images that have ink at a pixel. The
 * units are cut among the team, so every entry is computed by one thread in one order, and the
 * result does not depend on the team's size.
 */
final class SparseInputProduct implements InputProduct {
  /** Rows up to which plain steps write to the weights directly, image by image. */
  private static final int FEW_ROWS = 4;

  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 16;

  private final int columns;
  private final Team team;
  private final InkedPixels inked;
  private final Team.Task forwardTask = this::forwardPart;
  private final Team.Task gradientTask = this::gradientPart;
  private float[] source;
  private float[] target;
  private int rows;
  private int units;
  private boolean add;
  private UpdateRule rule;
  private float[] weights;
  private float[] first;
  private float[] second;
  private DeferredUpdate deferred;

  SparseInputProduct(byte[] pixels, int columns, float[] values, int chunk, Team team) {
    this.columns = columns;
    this.team = team;
    inked = new InkedPixels(pixels, columns, values, chunk, team);
  }

  @Override
  public void expectManyReadings() {
    inked.keepColumns();
  }

  @Override
  public void forward(
      int[] order, int from, int rows, FloatArray weights, FloatArray z, int units) {
    inked.read(order, from, rows);
    this.rows = rows;
    this.units = units;
    if (rows == 1 && deferred != null && deferred.holds(weights)) {
      deferred.forward(inked.columnOf, inked.valueOf, inked.start(0), inked.end(0), z.heap());
      return;
    }
    source = weights.heap();
    target = z.heap();
    team.run(forwardTask, rows >= WORTH_SHARING);
  }

  private void forwardPart(int part, int parts) {
    int end = unitBound(part + 1, parts);
    for (int u = unitBound(part, parts); u < end; ) {
      int width = RowSums.width(end - u);
      for (int r = 0; r < rows; r++) {
        RowSums.add(
            width,
            source,
            units,
            u,
            inked.columnOf,
            inked.valueOf,
            inked.start(r),
            inked.end(r),
            0,
            false,
            target,
            r * units + u);
      }
      u += width;
    }
  }

  /** Where a part's units begin: at whole vectors, and the last part takes what is left. */
  private int unitBound(int part, int parts) {
    return part == parts ? units : Team.bound(units / RowSums.LANES, part, parts) * RowSums.LANES;
  }

  @Override
  public void gradient(FloatArray delta, int rows, FloatArray gradient, int units, boolean add) {
    this.rows = rows;
    this.units = units;
    this.add = add;
    rule = null;
    source = delta.heap();
    target = gradient.heap();
    inked.turn();
    team.run(gradientTask, rows >= WORTH_SHARING);
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
    if (rows == 1 && DeferredUpdate.suits(rule)) {
      defer(delta, units, rule, weights, first, second);
      return;
    }
    this.rows = rows;
    this.units = units;
    this.rule = rule;
    this.weights = weights.heap();
    this.first = first == null ? null : first.heap();
    this.second = second == null ? null : second.heap();
    add = false;
    source = delta.heap();
    target = gradient.heap();
    if (rows <= FEW_ROWS && rule.kind == UpdateRule.Kind.SGD && rule.leavesUnusedAlone()) {
      stepDirectly();
    } else {
      inked.turn();
      team.run(gradientTask, rows >= WORTH_SHARING);
    }
  }

  private void defer(
      FloatArray delta,
      int units,
      UpdateRule rule,
      FloatArray weights,
      FloatArray first,
      FloatArray second) {
    if (deferred == null) {
      deferred = new DeferredUpdate(columns, units);
    }
    int from = inked.start(0);
    int to = inked.end(0);
    deferred.step(
        rule, weights, first, second, inked.columnOf, inked.valueOf, from, to, delta.heap());
  }

  /** A plain step along few images: only the weight rows of inked pixels are touched at all. */
  private void stepDirectly() {
    float rate = -rule.rate * rule.scale;
    for (int r = 0; r < rows; r++) {
      RowSums.scatter(
          source,
          r * units,
          units,
          rate,
          inked.columnOf,
          inked.valueOf,
          inked.start(r),
          inked.end(r),
          weights);
    }
  }

  /** The gradient of a part's units, and the step along it where a rule is set. */
  private void gradientPart(int part, int parts) {
    int end = unitBound(part + 1, parts);
    boolean skipsBlank = rule == null ? add : rule.leavesUnusedAlone();
    for (int u = unitBound(part, parts); u < end; ) {
      int width = RowSums.width(end - u);
      for (int c = 0; c < columns; c++) {
        if (skipsBlank && inked.isBlank(c)) {
          continue;
        }
        // With a rule the gradient of one pixel is used up at once, and one row of room is enough.
        int place = rule == null ? c * units + u : u;
        RowSums.add(
            width,
            source,
            units,
            u,
            inked.rowOf,
            inked.turnedValueOf,
            inked.turnedStart(c),
            inked.turnedEnd(c),
            0,
            add,
            target,
            place);
        if (rule != null) {
          int at = c * units + u;
          VectorUpdate.step(rule, weights, at, target, u, first, at, second, at, width);
        }
      }
      u += width;
    }
  }

  @Override
  public void close() {
    // Everything of its own is on the heap.
  }
}
