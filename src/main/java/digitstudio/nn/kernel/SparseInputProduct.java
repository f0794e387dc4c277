package digitstudio.nn.kernel;

import java.lang.ref.Reference;

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

  private static final int LANES = Elementary.SPECIES.length();

  private final int columns;
  private final Team team;
  private final InkedPixels inked;
  private final PlainKernel[] tails;
  private final Team.Task forwardTask = this::forwardPart;
  private final Team.Task gradientTask = this::gradientPart;
  private FloatArray source;
  private FloatArray target;
  private int rows;
  private int units;
  private boolean add;
  private UpdateRule rule;
  private FloatArray weights;
  private FloatArray first;
  private FloatArray second;

  SparseInputProduct(byte[] pixels, int columns, float[] values, int chunk, Team team) {
    this.columns = columns;
    this.team = team;
    inked = new InkedPixels(pixels, columns, values, chunk, team);
    tails = new PlainKernel[team.size()];
    for (int part = 0; part < tails.length; part++) {
      tails[part] = new PlainKernel();
    }
  }

  @Override
  public void forward(
      int[] order, int from, int rows, FloatArray weights, FloatArray z, int units) {
    inked.read(order, from, rows);
    this.rows = rows;
    this.units = units;
    source = weights;
    target = z;
    team.run(forwardTask, rows >= WORTH_SHARING);
    fence();
  }

  private void forwardPart(int part, int parts) {
    int end = unitBound(part + 1, parts);
    for (int u = unitBound(part, parts); u < end; ) {
      int width = RowSums.width(end - u);
      for (int r = 0; r < rows; r++) {
        RowSums.add(
            width,
            source.vectors(),
            units,
            u,
            inked.columnOf,
            inked.valueOf,
            inked.start(r),
            inked.end(r),
            0,
            false,
            target.vectors(),
            (long) r * units);
      }
      u += width * LANES;
    }
    if (part == parts - 1) {
      for (int r = 0; r < rows; r++) {
        RowSums.addTail(
            source,
            units,
            units - units % LANES,
            units,
            inked.columnOf,
            inked.valueOf,
            inked.start(r),
            inked.end(r),
            0,
            false,
            target,
            r * units);
      }
    }
  }

  /** Where a part's units begin: at whole vectors. */
  private int unitBound(int part, int parts) {
    return Team.bound(units / LANES, part, parts) * LANES;
  }

  @Override
  public void gradient(FloatArray delta, int rows, FloatArray gradient, int units, boolean add) {
    this.rows = rows;
    this.units = units;
    this.add = add;
    rule = null;
    source = delta;
    target = gradient;
    inked.turn();
    team.run(gradientTask, rows >= WORTH_SHARING);
    fence();
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
    this.rows = rows;
    this.units = units;
    this.rule = rule;
    this.weights = weights;
    this.first = first;
    this.second = second;
    add = false;
    source = delta;
    target = gradient;
    if (rows <= FEW_ROWS && rule.leavesUnusedAlone() && rule.kind == UpdateRule.Kind.SGD) {
      stepDirectly();
    } else {
      inked.turn();
      team.run(gradientTask, rows >= WORTH_SHARING);
    }
    fence();
  }

  /** A plain step along few images: only the weight rows of inked pixels are touched at all. */
  private void stepDirectly() {
    float rate = -rule.rate * rule.scale;
    int whole = units - units % LANES;
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < whole; ) {
        int width = RowSums.width(whole - u);
        RowSums.scatter(
            width,
            source.vectors(),
            (long) r * units + u,
            rate,
            inked.columnOf,
            inked.valueOf,
            inked.start(r),
            inked.end(r),
            weights.vectors(),
            units,
            u);
        u += width * LANES;
      }
      for (int u = whole; u < units; u++) {
        float delta = source.floats().get(r * units + u) * rate;
        for (int k = inked.start(r); k < inked.end(r); k++) {
          int at = inked.columnOf[k] * units + u;
          weights.floats().put(at, weights.floats().get(at) + inked.valueOf[k] * delta);
        }
      }
    }
  }

  /** The gradient of a part's units, and the step along it where a rule is set. */
  private void gradientPart(int part, int parts) {
    int begin = unitBound(part, parts);
    int end = unitBound(part + 1, parts);
    for (int u = begin; u < end; ) {
      int width = RowSums.width(end - u);
      for (int c = 0; c < columns; c++) {
        if (inked.isBlank(c) && skipsBlank()) {
          continue;
        }
        // With a rule the gradient of one pixel is used up at once, and one row of room is enough.
        long row = rule == null ? (long) c * units : 0;
        RowSums.add(
            width,
            source.vectors(),
            units,
            u,
            inked.rowOf,
            inked.turnedValueOf,
            inked.turnedStart(c),
            inked.turnedEnd(c),
            0,
            add,
            target.vectors(),
            row);
        if (rule != null) {
          VectorUpdate.range(
              rule,
              weights,
              ((long) c * units + u) * Float.BYTES,
              target,
              (long) u * Float.BYTES,
              first,
              second,
              (long) width * LANES * Float.BYTES);
        }
      }
      u += width * LANES;
    }
    if (part == parts - 1 && units % LANES != 0) {
      gradientTail(tails[part]);
    }
  }

  private boolean skipsBlank() {
    return rule == null ? add : rule.leavesUnusedAlone();
  }

  private void gradientTail(PlainKernel plain) {
    int whole = units - units % LANES;
    for (int c = 0; c < columns; c++) {
      if (inked.isBlank(c) && skipsBlank()) {
        continue;
      }
      RowSums.addTail(
          source,
          units,
          whole,
          units,
          inked.rowOf,
          inked.turnedValueOf,
          inked.turnedStart(c),
          inked.turnedEnd(c),
          0,
          add,
          target,
          rule == null ? c * units : 0);
      if (rule != null) {
        plain.updateRange(
            rule, weights, c * units + whole, units - whole, target, whole, first, second);
      }
    }
  }

  private void fence() {
    Reference.reachabilityFence(source);
    Reference.reachabilityFence(target);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
  }

  @Override
  public void close() {
    // Everything of its own is on the heap.
  }
}
