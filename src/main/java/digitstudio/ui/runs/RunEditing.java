package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore.Weights;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.main.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** What a person does with kept runs: naming, noting, deleting, using and repeating them. */
public final class RunEditing {
  /** Key of what is told of runs that can be had back. */
  static final String DELETED = "runs.deleted";

  private final RunsViewModel runs;
  private final RunLibrary library;
  private final RunActions actions;
  private final Executor work;
  private final Executor callbacks;

  /** Ids of the runs deleted last; empty once they are back. */
  private final ReadOnlyObjectWrapper<List<Long>> deleted = new ReadOnlyObjectWrapper<>(List.of());

  /**
   * @param work runs what must not block the window, one after the other, and tells of failures
   */
  RunEditing(
      RunsViewModel runs,
      RunLibrary library,
      RunActions actions,
      Executor work,
      Executor callbacks) {
    this.runs = runs;
    this.library = library;
    this.actions = actions;
    this.work = work;
    this.callbacks = callbacks;
  }

  // Words

  /** Stars the runs; takes the stars away if all of them have one. */
  public void toggleStar(List<RunRow> rows) {
    boolean starred = !rows.stream().allMatch(row -> row.run().starred());
    for (RunRow row : rows) {
      describe(row, row.run().name(), row.run().notes(), starred);
    }
  }

  /** Gives a run another name; a blank one leaves it as it is. */
  public void rename(RunRow row, String name) {
    String given = name.strip();
    if (!given.isEmpty() && !given.equals(row.run().name())) {
      describe(row, given, row.run().notes(), row.run().starred());
    }
  }

  /** Gives a run other notes. */
  public void note(RunRow row, String notes) {
    String given = notes.strip();
    if (!given.equals(row.run().notes())) {
      describe(row, row.run().name(), given, row.run().starred());
    }
  }

  /** Shows the change at once; if the store refuses it, what it holds is shown again. */
  private void describe(RunRow row, String name, String notes, boolean starred) {
    row.show(described(row.run(), name, notes, starred));
    long id = row.id();
    work.execute(
        () -> {
          try {
            library.describe(id, name, notes, starred);
          } catch (RuntimeException e) {
            callbacks.execute(() -> runs.load());
            throw e;
          }
        });
  }

  private static RunSummary described(RunSummary run, String name, String notes, boolean starred) {
    return new RunSummary(
        run.id(),
        name,
        notes,
        starred,
        run.group(),
        run.started(),
        run.config(),
        run.state(),
        run.epochs(),
        run.last(),
        run.best(),
        run.trainAccuracy(),
        run.validationAccuracy(),
        run.testAccuracy(),
        run.trainingSeconds(),
        run.data());
  }

  // Deleting

  /** Takes runs away, but those that still go on. */
  public void delete(List<RunRow> rows) {
    List<Long> ids =
        rows.stream().filter(row -> row.run().state().isOver()).map(RunRow::id).toList();
    if (ids.isEmpty()) {
      if (!rows.isEmpty()) {
        runs.tell(Notice.information("runs.deleteGoingOn"));
      }
      return;
    }
    runs.remove(ids);
    deleted.set(ids);
    runs.tell(Notice.information(DELETED, ids.size()));
    work.execute(
        () -> {
          try {
            library.delete(ids);
          } catch (RuntimeException e) {
            callbacks.execute(
                () -> {
                  deleted.set(List.of());
                  runs.readmit(ids);
                });
            throw e;
          }
        });
  }

  /** Brings back what was deleted last. */
  public void undoDelete() {
    List<Long> ids = deleted.get();
    if (ids.isEmpty()) {
      return;
    }
    deleted.set(List.of());
    runs.tell(Notice.information("runs.restored", ids.size()));
    work.execute(
        () -> {
          library.restore(ids);
          callbacks.execute(() -> runs.readmit(ids));
        });
  }

  /** The runs that can be had back; empty for none. */
  public ReadOnlyObjectProperty<List<Long>> deletedProperty() {
    return deleted.getReadOnlyProperty();
  }

  // Using

  /** Whether a training goes on, so that no run can be trained again. */
  public ObservableBooleanValue busy() {
    return actions.busy();
  }

  /** Lets the run's network answer on the drawing pad. */
  public void open(RunRow row) {
    withModel(
        row,
        model -> {
          actions.answerWith(model, row.run().name());
          runs.tell(Notice.information("runs.opened", row.run().name()));
        });
  }

  /** Asks where to save the run's network, and saves it. */
  public void save(RunRow row) {
    withModel(row, actions::save);
  }

  /** The weights the run ended with are those its accuracies speak of. */
  private void withModel(RunRow row, Consumer<Model> use) {
    long id = row.id();
    Supplier<Optional<Model>> read =
        () -> library.model(id, Weights.FINAL).or(() -> library.model(id, Weights.BEST));
    work.execute(
        () -> {
          Optional<Model> model = read.get();
          callbacks.execute(
              () ->
                  model.ifPresentOrElse(
                      use, () -> runs.tell(Notice.error("runs.noWeights", row.run().name()))));
        });
  }

  /** Fills the form with the run's settings and shows it. */
  public void editSettings(RunRow row) {
    actions.editSettings(row.run().config());
  }

  /** Fills the form with what the doctor advises and shows it. */
  public void editSettings(Diagnosis diagnosis) {
    actions.editSettings(diagnosis.change());
  }

  /** Shows the form, where a first run begins. */
  public void showTraining() {
    actions.showTraining();
  }

  /** What else can be done with runs. */
  public List<RunCommand> others() {
    return actions.others();
  }

  // Repeating

  /** Trains with the run's settings again, and says whether its curve came out the same. */
  public void runAgain(RunRow row) {
    if (actions.busy().get()) {
      return;
    }
    long id = row.id();
    String name = row.run().name();
    work.execute(
        () -> {
          try {
            library
                .details(id)
                .flatMap(RunDetails::provenance)
                .ifPresent(origin -> actions.requireImages(name, origin));
            callbacks.execute(() -> runAgain(row, id, name));
          } catch (Problem e) {
            callbacks.execute(() -> runs.tell(Notice.of(e)));
          }
        });
  }

  private void runAgain(RunRow row, long id, String name) {
    if (!actions.busy().get()) {
      runs.tell(Notice.information("runs.again", name));
      actions.train(row.run().config(), ended -> check(id, name, ended));
    }
  }

  private void check(long id, String name, RunSnapshot again) {
    work.execute(
        () -> {
          Optional<RunDetails> kept = library.details(id);
          CurveCheck check =
              CurveCheck.of(kept.map(RunDetails::epochs).orElse(List.of()), again.epochs());
          boolean otherData = kept.isPresent() && isOfOtherData(kept.get(), again);
          boolean otherDrawings = kept.isPresent() && hasOtherDrawings(kept.get(), again);
          callbacks.execute(() -> runs.tell(told(check, name, otherData, otherDrawings)));
        });
  }

  /** A run of elsewhere may have been trained with other images than there are here. */
  private static boolean isOfOtherData(RunDetails kept, RunSnapshot again) {
    return kept.provenance().isPresent()
        && again
            .result()
            .map(
                result ->
                    !result.provenance().dataSha256().equals(kept.provenance().get().dataSha256()))
            .orElse(false);
  }

  /** The person may have drawn, deleted or relabelled since. */
  private static boolean hasOtherDrawings(RunDetails kept, RunSnapshot again) {
    return kept.provenance().isPresent()
        && again
            .result()
            .map(result -> !result.provenance().hasDrawingsOf(kept.provenance().get()))
            .orElse(false);
  }

  private static Notice told(
      CurveCheck check, String name, boolean otherData, boolean otherDrawings) {
    if (otherDrawings && check.outcome() == CurveCheck.Outcome.DIFFERENT) {
      return Notice.error("own.changed", name, check.epoch(), check.difference());
    }
    if (otherData && check.outcome() == CurveCheck.Outcome.DIFFERENT) {
      return Notice.error("keeping.check.otherData", name, check.epoch(), check.difference());
    }
    String key = "runs.check." + Spelling.of(check.outcome());
    boolean different = check.outcome() == CurveCheck.Outcome.DIFFERENT;
    return new Notice(
        different, key, List.of(name, check.epochs(), check.epoch(), check.difference()));
  }
}
