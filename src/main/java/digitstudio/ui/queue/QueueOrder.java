package digitstudio.ui.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of a queue in order: those that are over, the one that is trained, those that wait. */
final class QueueOrder {
  private final ObservableList<QueuedRun> runs = FXCollections.observableArrayList();
  private final ObservableList<QueuedRun> runsForReading =
      FXCollections.unmodifiableObservableList(runs);

  ObservableList<QueuedRun> runs() {
    return runsForReading;
  }

  /** The place of the first run that waits; the number of runs if none does. */
  int firstWaiting() {
    int first = runs.size();
    while (first > 0 && runs.get(first - 1).state().waits()) {
      first--;
    }
    return first;
  }

  List<QueuedRun> waiting() {
    return List.copyOf(runs.subList(firstWaiting(), runs.size()));
  }

  void clear() {
    runs.clear();
  }

  void append(List<QueuedRun> added) {
    runs.addAll(added);
  }

  /** Puts a run before all that wait. */
  void addFirst(QueuedRun run) {
    runs.add(firstWaiting(), run);
  }

  /** Moves a waiting run as near to a place as a run can wait; false if it stays where it is. */
  boolean moveTo(QueuedRun run, int place) {
    int first = firstWaiting();
    int from = runs.indexOf(run);
    int to = Math.max(first, Math.min(place, runs.size() - 1));
    if (from < first || from == to) {
      return false;
    }
    runs.remove(from);
    runs.add(to, run);
    return true;
  }

  /** Takes waiting runs out, and returns how many. */
  int takeOut(Collection<QueuedRun> out) {
    List<QueuedRun> before = waiting();
    List<QueuedRun> left = before.stream().filter(run -> !out.contains(run)).toList();
    if (left.size() < before.size()) {
      setWaiting(left);
    }
    return before.size() - left.size();
  }

  /** Lets those of an earlier order wait again that were taken out since, where they were. */
  void putBack(List<QueuedRun> before) {
    List<QueuedRun> back = new ArrayList<>(before);
    back.removeIf(run -> !run.state().waits());
    waiting().stream().filter(run -> !before.contains(run)).forEach(back::add);
    setWaiting(back);
  }

  private void setWaiting(List<QueuedRun> waiting) {
    runs.remove(firstWaiting(), runs.size());
    runs.addAll(waiting);
  }
}
