package digitstudio.nn.kernel;

/**
 * Products over the inputs that are not zero: four pixels in five of a handwritten digit are paper.
 *
 * <p>Both directions add up scaled rows of a matrix: the forward product the weight rows of an
 * image's inked pixels, the gradient the delta rows of the images that have ink at a pixel. They
 * wait for the loads of those rows, so each row loaded serves two images, or two pixels. The units
 * are cut among the team, so every entry is computed by one thread in one order, and the result
 * does not depend on the team's size.
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
      deferred.forward(inked.columnOf, inked.firstOf, inked.start(0), inked.end(0), z.heap());
      return;
    }
    add = false;
    source = weights.heap();
    target = z.heap();
    team.run(forwardTask, rows >= WORTH_SHARING);
  }

  private void forwardPart(int part, int parts) {
    int end = unitBound(part + 1, parts);
    int whole = rows / 2;
    for (int u = unitBound(part, parts); u < end; ) {
      int width = RowSums.width(end - u);
      for (int q = 0; q < whole; q++) {
        int place = 2 * q * units + u;
        sumPair(
            width,
            u,
            inked.columnOf,
            inked.firstOf,
            inked.secondOf,
            inked.start(q),
            inked.end(q),
            place);
      }
      if (whole < inked.pairs()) {
        RowSums.add(
            width,
            source,
            units,
            u,
            inked.columnOf,
            inked.firstOf,
            inked.start(whole),
            inked.end(whole),
            0,
            false,
            target,
            2 * whole * units + u);
      }
      u += width;
    }
  }

  /** Sums for two rows of the target, the first of which has its units at {@code place}. */
  private void sumPair(
      int width, int unit, char[] index, float[] left, float[] right, int from, int to, int place) {
    RowPairSums.add(
        width,
        source,
        units,
        unit,
        index,
        left,
        right,
        from,
        to,
        add,
        target,
        place,
        place + units);
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
        rule, weights, first, second, inked.columnOf, inked.firstOf, from, to, delta.heap());
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
          r % 2 == 0 ? inked.firstOf : inked.secondOf,
          inked.start(r / 2),
          inked.end(r / 2),
          weights);
    }
  }

  /** The gradient of a part's units, and the step along it where a rule is set. */
  private void gradientPart(int part, int parts) {
    int end = unitBound(part + 1, parts);
    boolean skipsBlank = rule == null ? add : rule.leavesUnusedAlone();
    for (int u = unitBound(part, parts); u < end; ) {
      int width = RowSums.width(end - u);
      for (int c = 0; c < columns; c += 2) {
        if (!skipsBlank || !inked.isBlank(c / 2)) {
          gradientOf(c, u, width);
        }
      }
      u += width;
    }
  }

  /** The gradient of two columns, or of the last one, for some units, and the step along it. */
  private void gradientOf(int column, int unit, int width) {
    int from = inked.turnedStart(column / 2);
    int to = inked.turnedEnd(column / 2);
    // With a rule the gradient of two pixels is used up at once, and room for it is enough.
    int place = rule == null ? column * units + unit : unit;
    boolean pair = column + 1 < columns;
    if (pair) {
      sumPair(width, unit, inked.rowOf, inked.leftOf, inked.rightOf, from, to, place);
    } else {
      RowSums.add(
          width, source, units, unit, inked.rowOf, inked.leftOf, from, to, 0, add, target, place);
    }
    if (rule != null) {
      step(column * units + unit, place, width);
      if (pair) {
        step((column + 1) * units + unit, place + units, width);
      }
    }
  }

  private void step(int at, int gradient, int width) {
    VectorUpdate.step(rule, weights, at, target, gradient, first, at, second, at, width);
  }

  @Override
  public void close() {
    // Everything of its own is on the heap.
  }
}
