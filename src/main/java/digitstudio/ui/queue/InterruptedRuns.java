package digitstudio.ui.queue;

import digitstudio.experiment.QueueFile.Due;
import digitstudio.experiment.ResumableRun;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Runs that did not come to their end when the program last ended, and can go on from their
 * checkpoints; on the JavaFX thread.
 */
public final class InterruptedRuns {
  private final ReadOnlyObjectWrapper<List<ResumableRun>> runs =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Those of them that the queue had remembered. */
  private final List<Due> remembered = new ArrayList<>();

  /**
   * Offers what was interrupted: by a crash, or by closing the studio while it was trained. What a
   * person stopped is not offered.
   *
   * @param found the runs that can go on, the newest first
   * @param due what the queue had still to do
   * @return what of that is to be begun anew
   */
  List<Due> offer(List<ResumableRun> found, List<Due> due) {
    List<Due> left = new ArrayList<>(due);
    List<ResumableRun> offered = new ArrayList<>();
    for (ResumableRun run : found) {
      Optional<Due> same = find(left, run);
      boolean wasDue = same.isPresent();
      if (wasDue) {
        left.remove(same.get());
        remembered.add(same.get());
      }
      if (wasDue || run.run().state() == RunState.INTERRUPTED) {
        offered.add(run);
      }
    }
    runs.set(List.copyOf(offered));
    return List.copyOf(left);
  }

  private static Optional<Due> find(List<Due> due, ResumableRun run) {
    return due.stream().filter(one -> one.isOf(run.run().group(), run.run().config())).findFirst();
  }

  /** What the queue is to remember of them. */
  List<Due> due() {
    return List.copyOf(remembered);
  }

  void remove(ResumableRun run) {
    find(remembered, run).ifPresent(remembered::remove);
    runs.set(runs.get().stream().filter(other -> other.run().id() != run.run().id()).toList());
  }

  void clear() {
    remembered.clear();
    runs.set(List.of());
  }

  /** The newest first; empty when there is nothing to offer. */
  public ReadOnlyObjectProperty<List<ResumableRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }
}
