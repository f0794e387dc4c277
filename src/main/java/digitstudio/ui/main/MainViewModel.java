package digitstudio.ui.main;

import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.RunResult;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.RunPlan;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.queue.QueueRunner;
import digitstudio.ui.queue.QueueViewModel;
import digitstudio.ui.queue.QueuedRun;
import digitstudio.ui.queue.SweepLibrary;
import digitstudio.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's decisions: what can be done now, what is told, and what a command does. */
public final class MainViewModel implements QueueRunner {
  /** Progress of work whose length is not known. */
  public static final double UNKNOWN = -1;

  private static final Logger LOG = LoggerFactory.getLogger(MainViewModel.class);

  private final Training training;
  private final SettingsViewModel settings;
  private final ModelStore models;
  private final Executor work;
  private final Executor callbacks;
  private final Texts texts;
  private final TrainTexts trainTexts;
  private final RunTexts runTexts;

  private final ReadOnlyObjectWrapper<RunSnapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Model> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<TrainingConfig> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<Notice> message = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Notice> explanation = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Place> place =
      new SimpleObjectProperty<>(this, "place", Place.TRAIN);
  private final QueueViewModel queue;
  private Consumer<RunSnapshot> observer = run -> {};
  private final ReadOnlyObjectWrapper<RunPlan> added = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper answerer = new ReadOnlyStringWrapper("");
  private boolean sealed;
  private Consumer<Path> files = file -> {};

  /** Whether a model that was opened during a training goes on answering. */
  private boolean held;

  /**
   * @param work runs what must not block the window: reading and writing models
   * @param callbacks brings its outcome back, {@code Platform::runLater} in the window
   * @param queue what is trained goes through it; it is told who trains
   */
  public MainViewModel(
      Training training,
      SettingsViewModel settings,
      ModelStore models,
      Executor work,
      Executor callbacks,
      Texts texts,
      QueueViewModel queue) {
    this.training = training;
    this.settings = settings;
    this.models = models;
    this.work = work;
    this.callbacks = callbacks;
    this.texts = texts;
    this.runTexts = new RunTexts(texts);
    this.trainTexts = new TrainTexts(texts);
    this.queue = queue;
    queue.trainWith(this);
  }

  /** A window whose queue is forgotten when it closes. */
  public MainViewModel(
      Training training,
      SettingsViewModel settings,
      ModelStore models,
      Executor work,
      Executor callbacks,
      Texts texts) {
    this(
        training,
        settings,
        models,
        work,
        callbacks,
        texts,
        new QueueViewModel(SweepLibrary.NONE, settings::seconds, Runnable::run, callbacks, texts));
  }

  /**
   * Trains what the form says, after all that goes on and waits; does nothing while that is not
   * possible.
   */
  public void train() {
    RunPlan plan = settings.planProperty().get();
    if (plan != null) {
      added.set(plan);
      held = false;
      training.follow();
      queue.add(plan.configs());
    }
  }

  /**
   * Trains with other settings than the form's, which stays as it is, as soon as nothing else is
   * trained.
   *
   * @param ended told of the run when it is over
   */
  public void train(TrainingConfig config, Consumer<RunSnapshot> ended) {
    added.set(new RunPlan(List.of(config)));
    queue.addFirst(config, ended);
  }

  @Override
  public void start(QueuedRun run, Consumer<RunSnapshot> told) {
    TrainingConfig config = run.config();
    observer = told;
    sealed = run.isOfSweep();
    if (!held) {
      answerer.set("");
    }
    running.set(config);
    explanation.set(null);
    message.set(null);
    snapshot.set(null);
    paused.set(false);
    progress.set(UNKNOWN);
    busy.set(true);
    training.learnFrom(run.data());
    if (run.kept().isPresent()) {
      training.resume(config, run.kept().getAsLong(), this::show);
    } else if (sealed) {
      training.start(config, run.group(), this::show);
    } else {
      training.start(config, this::show);
    }
  }

  /** Pauses the run, or goes on with it. */
  public void pauseOrResume() {
    if (!busy.get()) {
      return;
    }
    if (paused.get()) {
      training.resume();
    } else {
      training.pause();
    }
  }

  /** Ends the run, what it learnt being kept, and holds the runs that wait. */
  public void stopAll() {
    if (busy.get()) {
      queue.hold(queue.waitingProperty().get() > 0);
      training.stop();
    }
  }

  /** Ends the run; what it learnt is kept. */
  @Override
  public void stop() {
    if (busy.get()) {
      training.stop();
    }
  }

  private void show(RunSnapshot run) {
    snapshot.set(run);
    paused.set(run.state() == RunState.PAUSED);
    boolean unknown = run.state() == RunState.PREPARING || run.state() == RunState.EVALUATING;
    progress.set(unknown ? UNKNOWN : run.progress());
    if (!run.state().isOver()) {
      observer.accept(run);
      return;
    }
    busy.set(false);
    run.result().ifPresent(result -> keep(run, result));
    run.problem()
        .map(Notice::of)
        .ifPresent(run.state() == RunState.DIVERGED ? explanation::set : message::set);
    observer.accept(run);
  }

  private void keep(RunSnapshot run, RunResult result) {
    if (run.state() != RunState.DIVERGED && !held) {
      model.set(result.model());
    }
    int images = Math.toIntExact(result.train().confusion().total());
    if (result.trainingSeconds() > 0 && !result.epochs().isEmpty() && images > 0) {
      double seen = (double) images * result.epochs().size();
      settings.measured(result.config(), images, seen / result.trainingSeconds());
    }
  }

  /** Reads a model, lets it answer, and fills the form with the settings it was trained with. */
  public void openModel(Path file) {
    work.execute(
        () -> {
          try {
            Model opened = models.read(file);
            callbacks.execute(
                () -> {
                  answerWith(opened, file.getFileName().toString());
                  settings.load(opened.config());
                  files.accept(file);
                  message.set(Notice.information("window.opened", file.getFileName().toString()));
                });
          } catch (Problem e) {
            tell(Notice.of(e));
          } catch (IOException | RuntimeException e) {
            LOG.error("could not open {}", file, e);
            tell(Notice.error("window.openFailed", file.toString(), reason(e)));
          }
        });
  }

  /** Opens the model that was dropped on the window. */
  public void openModels(List<Path> files) {
    if (files.size() > 1) {
      message.set(Notice.error("keeping.drop.oneModel", files.size()));
    } else {
      files.forEach(this::openModel);
    }
  }

  /**
   * Lets a model answer on the drawing pad, be a training going on or not, and makes it the one
   * that can be saved.
   *
   * @param name of its file or run
   */
  public void answerWith(Model opened, String name) {
    held = busy.get();
    training.use(opened);
    model.set(opened);
    answerer.set(name);
  }

  /** The same, unless something else answers already, as at the start. */
  public void answerAtFirst(Model kept, String name) {
    if (model.get() == null && !busy.get()) {
      answerWith(kept, name);
    }
  }

  /** Fills the form, and shows it. */
  public void editSettings(TrainingConfig config) {
    settings.load(config);
    place.set(Place.TRAIN);
  }

  /** Writes the model there is now. */
  public void saveModel(Path file) {
    saveModel(model.get(), file);
  }

  /** Writes a model. */
  public void saveModel(Model saved, Path file) {
    work.execute(
        () -> {
          try {
            models.write(saved, file);
            callbacks.execute(() -> files.accept(file));
            tell(Notice.information("window.saved", file.toString()));
          } catch (Problem e) {
            tell(Notice.of(e));
          } catch (IOException | RuntimeException e) {
            LOG.error("could not save {}", file, e);
            tell(Notice.error("window.saveFailed", file.toString(), reason(e)));
          }
        });
  }

  private static String reason(Exception failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  /**
   * Tells of every model file that was opened or saved.
   *
   * @param used told in the window
   */
  public void tellOfFiles(Consumer<Path> used) {
    files = used;
  }

  /** Shows what went wrong elsewhere; on the thread of the window. */
  public void tell(Problem problem) {
    message.set(Notice.of(problem));
  }

  /** Shows something; from any thread. */
  public void tell(Notice notice) {
    callbacks.execute(() -> message.set(notice));
  }

  public void dismissMessage() {
    message.set(null);
  }

  public void dismissExplanation() {
    explanation.set(null);
  }

  /** Which of the window's views is seen. */
  public ObjectProperty<Place> placeProperty() {
    return place;
  }

  /** The newest state of the last run; null before it has one. */
  public ReadOnlyObjectProperty<RunSnapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** Whether a run is going on or paused. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** 0 to 1, or {@link #UNKNOWN}. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The model that can be saved; null before there is one. */
  public ReadOnlyObjectProperty<Model> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** File or run whose network answers; empty for the one trained last or in training. */
  public ReadOnlyStringProperty answererProperty() {
    return answerer.getReadOnlyProperty();
  }

  /** A sentence to be shown until it is dismissed; null for none. */
  public ReadOnlyObjectProperty<Notice> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Why the last run diverged; null if it did not. */
  public ReadOnlyObjectProperty<Notice> explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** The runs that wait and those that are done. */
  public QueueViewModel queue() {
    return queue;
  }

  /** Whether the form was changed since its runs were last added. */
  public ObservableBooleanValue formIsForNextRun() {
    return Bindings.createBooleanBinding(
        () -> busy.get() && !Objects.equals(added.get(), settings.planProperty().get()),
        busy,
        added,
        settings.planProperty());
  }

  /** Whether nothing can be trained because the form is wrong. */
  public ObservableBooleanValue formIsWrong() {
    return settings.reasonProperty().isNotNull();
  }

  /** Whether the window tells what is wrong with the form, as nothing else goes on. */
  public ObservableBooleanValue tellsWhatIsWrong() {
    return busy.not().and(settings.reasonProperty().isNotNull());
  }

  /** What pressing the Train button comes to. */
  public StringBinding trainText() {
    return texts.binding(
        () -> trainTexts.button(settings.planProperty().get(), isQueueing()),
        settings.planProperty(),
        busy,
        queue.waitingProperty());
  }

  private boolean isQueueing() {
    return busy.get() || queue.waitingProperty().get() > 0;
  }

  /** Where the run stands, or why there can be none. */
  public StringBinding progressText() {
    return texts.binding(
        this::tellProgress,
        busy,
        snapshot,
        settings.reasonProperty(),
        settings.planProperty(),
        settings.estimateProperty());
  }

  private String tellProgress() {
    if (busy.get()) {
      return snapshot.get() == null
          ? texts.get("window.preparing")
          : runTexts.progress(snapshot.get());
    }
    if (settings.reasonProperty().get() != null) {
      return settings.reasonProperty().get().sentence(texts.locale());
    }
    RunPlan plan = settings.planProperty().get();
    if (plan != null && plan.isSweep()) {
      return trainTexts.cost(plan, settings.estimateProperty().get());
    }
    return snapshot.get() == null ? texts.get("window.ready") : runTexts.progress(snapshot.get());
  }

  /** What the last run came to. */
  public StringBinding statusText() {
    return texts.binding(
        () -> {
          if (snapshot.get() == null) {
            return texts.get("window.noRun");
          }
          String status = runTexts.status(snapshot.get(), sealed);
          return status.isEmpty() ? texts.get("window.noEpoch") : status;
        },
        snapshot);
  }

  /** What the Train button does, or why it cannot. */
  public StringBinding trainHelp() {
    return texts.binding(
        () -> {
          if (settings.reasonProperty().get() != null) {
            return settings.reasonProperty().get().sentence(texts.locale());
          }
          return texts.get(isQueueing() ? "queue.addHelp" : "window.trainHelp");
        },
        busy,
        queue.waitingProperty(),
        settings.reasonProperty());
  }

  /** What pausing does, or why it cannot be done. */
  public StringBinding pauseHelp() {
    return texts.binding(
        () -> {
          if (!busy.get()) {
            return texts.get("window.nothingToPause");
          }
          return texts.get(paused.get() ? "window.resumeHelp" : "window.pauseHelp");
        },
        busy,
        paused);
  }

  /** What stopping does, or why it cannot be done. */
  public StringBinding stopHelp() {
    return texts.binding(
        () -> texts.get(busy.get() ? "window.stopHelp" : "window.nothingToStop"), busy);
  }

  /** What opening does, and what it leaves alone. */
  public StringBinding openHelp() {
    return texts.binding(
        () -> texts.get(busy.get() ? "leftovers.openHelpBusy" : "window.openHelp"), busy);
  }

  /** What saving does, or why it cannot be done. */
  public StringBinding saveHelp() {
    return texts.binding(
        () -> texts.get(model.get() == null ? "window.nothingToSave" : "window.saveHelp"), model);
  }
}
