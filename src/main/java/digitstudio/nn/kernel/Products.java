package digitstudio.nn.kernel;

import java.lang.ref.Reference;

/**
 * Dense products of whole matrices by OpenBLAS, cut in parts for a team: one thread inside OpenBLAS
 * and several around it, because its own threads spin while they wait and take the window's time.
 *
 * <p>Every entry of a result is computed by one part from the same numbers in the same order, so
 * the size of the team does not change what comes out of a given cut; the cut itself may change the
 * last bit.
 */
final class Products {
  /** Operations below which handing out parts costs more than it gains. */
  private static final double WORTH_SHARING = 2e5;

  private final Team team;
  private final int firstPart;
  private final Team.Task task = this::part;
  private FloatArray a;
  private FloatArray b;
  private FloatArray c;
  private int rows;
  private int inner;
  private int columns;
  private float scale;
  private float keep;
  private Form form;

  private enum Form {
    PLAIN,
    TRANSPOSED_LEFT,
    TRANSPOSED_RIGHT
  }

  /**
   * @param firstPart number of the first of the team's pointers; teams that read the same arrays at
   *     the same time have different ones
   */
  Products(Team team, int firstPart) {
    this.team = team;
    this.firstPart = firstPart;
  }

  /** c = a·b, with a [rows, inner], b [inner, columns], c [rows, columns]. */
  void multiply(FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns) {
    run(Form.PLAIN, a, b, c, rows, inner, columns, 1, 0);
  }

  /** c = aᵀ·b, with a [inner, rows], b [inner, columns], c [rows, columns]; c + aᵀ·b if add. */
  void multiplyTransposedLeft(
      FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns, boolean add) {
    multiplyTransposedLeft(a, b, c, rows, inner, columns, 1, add ? 1 : 0);
  }

  /** c = scale·aᵀ·b + keep·c, with a [inner, rows], b [inner, columns], c [rows, columns]. */
  void multiplyTransposedLeft(
      FloatArray a,
      FloatArray b,
      FloatArray c,
      int rows,
      int inner,
      int columns,
      float scale,
      float keep) {
    run(Form.TRANSPOSED_LEFT, a, b, c, rows, inner, columns, scale, keep);
  }

  /** c = a·bᵀ, with a [rows, inner], b [columns, inner], c [rows, columns]. */
  void multiplyTransposedRight(
      FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns) {
    run(Form.TRANSPOSED_RIGHT, a, b, c, rows, inner, columns, 1, 0);
  }

  private void run(
      Form form,
      FloatArray a,
      FloatArray b,
      FloatArray c,
      int rows,
      int inner,
      int columns,
      float scale,
      float keep) {
    this.form = form;
    this.a = a;
    this.b = b;
    this.c = c;
    this.rows = rows;
    this.inner = inner;
    this.columns = columns;
    this.scale = scale;
    this.keep = keep;
    a.toNative(firstPart + team.size());
    b.toNative(firstPart + team.size());
    c.toNative(firstPart + team.size());
    team.run(task, 2.0 * rows * inner * columns >= WORTH_SHARING);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
  }

  /** The larger side of the result is cut. */
  private void part(int part, int parts) {
    boolean byRows = rows >= columns;
    int size = byRows ? rows : columns;
    int from = Team.bound(size, part, parts);
    int to = Team.bound(size, part + 1, parts);
    if (to == from) {
      return;
    }
    int m = byRows ? to - from : rows;
    int n = byRows ? columns : to - from;
    long rowFrom = byRows ? from : 0;
    long columnFrom = byRows ? 0 : from;
    long aEntry = form == Form.TRANSPOSED_LEFT ? rowFrom : rowFrom * inner;
    long bEntry = form == Form.TRANSPOSED_RIGHT ? columnFrom * inner : columnFrom;
    Blas.multiply(
        form == Form.TRANSPOSED_LEFT,
        form == Form.TRANSPOSED_RIGHT,
        m,
        n,
        inner,
        scale,
        a.slice(firstPart + part, aEntry),
        form == Form.TRANSPOSED_LEFT ? rows : inner,
        b.slice(firstPart + part, bEntry),
        form == Form.TRANSPOSED_RIGHT ? inner : columns,
        keep,
        c.slice(firstPart + part, rowFrom * columns + columnFrom),
        columns);
  }
}
