package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The chosen runs, whose curves are read behind the window and follow them while they go on. */
public final class RunSelection {
  /** Curves beyond these could not be told apart in one chart. */
  public static final int MOST_CURVES = 20;

  private static final int KEPT = 64;

  private final RunLibrary library;
  private final RunComparer comparer;
  private final Executor work;
  private final Executor callbacks;
  private final ReadOnlyObjectWrapper<SelectedRuns> selected =
      new ReadOnlyObjectWrapper<>(SelectedRuns.NONE);

  /** On the worker alone: what was read of runs that were chosen before. */
  private final Map<Long, RunDetails> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RunDetails> eldest) {
          return size() > KEPT;
        }
      };

  private List<RunRow> chosen = List.of();
  private boolean reading;
  private boolean stale;

  /**
   * @param work runs what must not block the window, one after the other, and tells of failures
   */
  RunSelection(RunLibrary library, RunComparer comparer, Executor work, Executor callbacks) {
    this.library = library;
    this.comparer = comparer;
    this.work = work;
    this.callbacks = callbacks;
  }

  /** Chooses runs. */
  void choose(List<RunRow> rows) {
    if (!rows.equals(chosen)) {
      chosen = List.copyOf(rows);
      read();
    }
  }

  /** Reads the chosen runs again if some of them changed. */
  void follow(Collection<Long> changed) {
    work.execute(() -> kept.keySet().removeAll(changed));
    if (chosen.stream().anyMatch(row -> changed.contains(row.id()))) {
      read();
    }
  }

  /** One reading at a time: what is chosen meanwhile is read after it. */
  private void read() {
    if (reading) {
      stale = true;
      return;
    }
    reading = true;
    stale = false;
    List<RunSummary> runs = chosen.stream().map(RunRow::run).toList();
    work.execute(
        () -> {
          Optional<SelectedRuns> read = Optional.empty();
          try {
            read = Optional.of(read(runs));
          } finally {
            Optional<SelectedRuns> outcome = read;
            callbacks.execute(() -> show(outcome));
          }
        });
  }

  private void show(Optional<SelectedRuns> read) {
    reading = false;
    if (stale) {
      read();
    } else {
      read.ifPresent(selected::set);
    }
  }

  private SelectedRuns read(List<RunSummary> runs) {
    List<RunDetails> details =
        runs.stream().limit(MOST_CURVES).flatMap(run -> details(run.id()).stream()).toList();
    Optional<RunComparer.Compared> compared =
        details.size() > 1 ? Optional.of(comparer.compare(details)) : Optional.empty();
    return new SelectedRuns(runs, details, compared);
  }

  private Optional<RunDetails> details(long id) {
    RunDetails known = kept.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RunDetails> read = library.details(id);
    read.ifPresent(details -> kept.put(id, details));
    return read;
  }

  /** The chosen runs as far as they are read. */
  public ReadOnlyObjectProperty<SelectedRuns> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The chosen lines of the table, read or not. */
  public List<RunRow> chosen() {
    return chosen;
  }
}
