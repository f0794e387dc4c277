package digitstudio.nn.kernel;

import java.lang.ref.Reference;

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

  private static final int LANES = Kernel.vectors() ? Elementary.SPECIES.length() : 1;

  private final int inputs;
  private final int units;
  private final Team team;
  private final Products products;
  private final boolean vectors = Kernel.vectors();
  private final Team.Task forwardTask = this::forwardPart;
  private final Team.Task backwardTask = this::backwardPart;
  private final Team.Task gradientTask = this::gradientPart;
  private final char[] places;
  private final float[] deltas;
  private final float[] turnedDeltas;
  private FloatArray first;
  private FloatArray second;
  private FloatArray result;
  private int rows;
  private boolean add;

  /**
   * @param chunk most rows of one product
   */
  public LayerProduct(int inputs, int units, int chunk, Team team) {
    this.inputs = inputs;
    this.units = units;
    this.team = team;
    products = new Products(team);
    int most = units <= NARROW ? chunk : Math.min(chunk, FEW_ROWS);
    deltas = new float[most * units];
    turnedDeltas = new float[most * units];
    places = new char[Math.max(most, Math.min(units, Character.MAX_VALUE))];
    for (int i = 0; i < places.length; i++) {
      places[i] = (char) i;
    }
  }

  private boolean isNarrow(int rows) {
    return vectors && units <= Character.MAX_VALUE && (units <= NARROW || rows <= FEW_ROWS);
  }

  private void run(
      Team.Task task, FloatArray first, FloatArray second, FloatArray result, int rows) {
    this.first = first;
    this.second = second;
    this.result = result;
    this.rows = rows;
    team.run(task, rows >= WORTH_SHARING);
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
    Reference.reachabilityFence(result);
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
      delta.floats().get(0, deltas, 0, rows * units);
      run(backwardTask, delta, weights, below, rows);
    } else {
      products.multiply(delta, weights, below, rows, units, inputs);
    }
  }

  private void backwardPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      // Row r of the deltas are the factors of the weight rows.
      RowSums.addRange(
          second,
          inputs,
          0,
          inputs,
          places,
          0,
          deltas,
          r * units,
          units,
          false,
          result,
          r * inputs);
    }
  }

  /** gradient = deltaᵀ · a, [units, inputs], added to what is there if {@code add}. */
  public void gradient(FloatArray a, FloatArray delta, FloatArray gradient, int rows, boolean add) {
    if (isNarrow(rows)) {
      delta.floats().get(0, deltas, 0, rows * units);
      for (int r = 0; r < rows; r++) {
        for (int u = 0; u < units; u++) {
          turnedDeltas[u * rows + r] = deltas[r * units + u];
        }
      }
      this.add = add;
      run(gradientTask, a, delta, gradient, rows);
    } else {
      products.multiplyTransposedLeft(delta, a, gradient, units, rows, inputs, add);
    }
  }

  private void gradientPart(int part, int parts) {
    int from = Team.bound(inputs / LANES, part, parts) * LANES;
    int to = part == parts - 1 ? inputs : Team.bound(inputs / LANES, part + 1, parts) * LANES;
    for (int u = 0; u < units; u++) {
      RowSums.addRange(
          first,
          inputs,
          from,
          to,
          places,
          0,
          turnedDeltas,
          u * rows,
          rows,
          add,
          result,
          u * inputs);
    }
  }
}
