package digitstudio.nn.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kernel for each member of a team, that large pieces of work are cut among.
 *
 * <p>Cut is between rows, columns or whole blocks, so that every entry comes out as it would uncut.
 */
final class SharedKernel implements Kernel {
  /** Entries from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 16 * BlockKernel.BLOCK;

  private final Team team;
  private final List<BlockKernel> kernels;
  private final Team.Task activateTask = this::activatePart;
  private final Team.Task deriveTask = this::derivePart;
  private final Team.Task dropoutTask = this::dropoutPart;
  private final Team.Task sumTask = this::sumPart;
  private final Team.Task updateTask = this::updatePart;

  /** What the piece of work under way is done on; each task reads what its method has set. */
  private final FloatArray[] arrays = new FloatArray[4];

  private Nonlinearity nonlinearity;
  private UpdateRule rule;
  private float keep;
  private long stream;
  private boolean add;
  private int rows;
  private int units;
  private int count;

  SharedKernel(Team team) {
    this.team = team;
    kernels = Stream.generate(BlockKernel::best).limit(team.size()).toList();
  }

  private void set(FloatArray a, FloatArray b, FloatArray c, FloatArray d) {
    arrays[0] = a;
    arrays[1] = b;
    arrays[2] = c;
    arrays[3] = d;
  }

  private void run(Team.Task task, int entries) {
    team.run(task, entries >= WORTH_SHARING);
    // Otherwise the arrays of a network that is gone would be kept.
    Arrays.fill(arrays, null);
  }

  /** Where a part of {@link #count} entries begins: at whole blocks. */
  private int blockBound(int part, int parts) {
    int blocks = (count + BlockKernel.BLOCK - 1) / BlockKernel.BLOCK;
    return Math.min(count, Team.bound(blocks, part, parts) * BlockKernel.BLOCK);
  }

  @Override
  public void activate(FloatArray z, FloatArray bias, int rows, int units, Nonlinearity f) {
    set(z, bias, null, null);
    this.rows = rows;
    this.units = units;
    nonlinearity = f;
    run(activateTask, rows * units);
  }

  private void activatePart(int part, int parts) {
    int from = Team.bound(rows, part, parts);
    int to = Team.bound(rows, part + 1, parts);
    kernels.get(part).activateRows(arrays[0], arrays[1], from, to, units, nonlinearity);
  }

  @Override
  public void derive(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int rows,
      int units,
      Nonlinearity f) {
    set(delta, values, mask, null);
    this.keep = keep;
    count = rows * units;
    nonlinearity = f;
    run(deriveTask, count);
  }

  private void derivePart(int part, int parts) {
    int from = blockBound(part, parts);
    int to = blockBound(part + 1, parts);
    kernels.get(part).deriveEntries(arrays[0], arrays[1], arrays[2], keep, from, to, nonlinearity);
  }

  @Override
  public void dropout(FloatArray values, FloatArray mask, int count, float keep, long stream) {
    set(values, mask, null, null);
    this.count = count;
    this.keep = keep;
    this.stream = stream;
    run(dropoutTask, count);
  }

  private void dropoutPart(int part, int parts) {
    int from = blockBound(part, parts);
    int to = blockBound(part + 1, parts);
    kernels.get(part).dropoutEntries(arrays[0], arrays[1], from, to, keep, stream);
  }

  @Override
  public void sumColumns(FloatArray delta, FloatArray sums, int rows, int units, boolean add) {
    set(delta, sums, null, null);
    this.rows = rows;
    this.units = units;
    this.add = add;
    run(sumTask, rows * units);
  }

  private void sumPart(int part, int parts) {
    int from = Team.bound(units, part, parts);
    int to = Team.bound(units, part + 1, parts);
    kernels.get(part).sumUnits(arrays[0], arrays[1], rows, units, add, from, to);
  }

  @Override
  public void update(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second) {
    set(parameters, gradient, first, second);
    this.rule = rule;
    count = parameters.length();
    run(updateTask, count);
  }

  private void updatePart(int part, int parts) {
    int from = blockBound(part, parts);
    int to = blockBound(part + 1, parts);
    kernels.get(part).updateEntries(rule, arrays[0], arrays[1], arrays[2], arrays[3], from, to);
  }

  @Override
  public void softmax(FloatArray z, FloatArray bias, int rows, int units) {
    kernels.get(0).softmax(z, bias, rows, units);
  }

  @Override
  public void softmaxLoss(
      FloatArray z,
      FloatArray bias,
      int rows,
      int units,
      byte[] labels,
      int[] order,
      int from,
      boolean squared,
      LossSums sums) {
    kernels.get(0).softmaxLoss(z, bias, rows, units, labels, order, from, squared, sums);
  }

  @Override
  public double sumOfMagnitudes(FloatArray parameters) {
    return kernels.get(0).sumOfMagnitudes(parameters);
  }

  @Override
  public double sumOfSquares(FloatArray parameters) {
    return kernels.get(0).sumOfSquares(parameters);
  }
}
