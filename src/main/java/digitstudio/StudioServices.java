package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.experiment.Presets;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.ReproductionKeeper;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.RunListener;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.training.doctor.Checkup;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.hand.StoredDrawings;
import digitstudio.ui.sets.ChosenData;
import digitstudio.ui.sets.SetsMemory;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What works behind the window: the training service, the store of runs, the images, and the
 * workers on which each of them is called, so that nothing waits on the thread of the window.
 */
final class StudioServices {
  private static final Logger LOG = LoggerFactory.getLogger(StudioServices.class);

  /** Models, figures and the queue's file. */
  final ExecutorService files = Executors.newSingleThreadExecutor();

  /** The store of runs. */
  final ExecutorService keeping = Executors.newSingleThreadExecutor();

  /** The pad's drawings, on their way to 28×28 pixels. */
  final ExecutorService drawing = Executors.newSingleThreadExecutor();

  /** Whole splits read for Look inside. */
  final ExecutorService looking = Executors.newSingleThreadExecutor();

  /** Weights, and single images read for Look inside. */
  final ExecutorService inside = Executors.newSingleThreadExecutor();

  /** What kept runs make of a drawing. */
  final ExecutorService reading = Executors.newSingleThreadExecutor();

  /** The person's own drawings. */
  final ExecutorService writing = Executors.newSingleThreadExecutor();

  /** What runs make of those. */
  final ExecutorService scoring = Executors.newSingleThreadExecutor();

  final SettingsViewModel settings = new SettingsViewModel(Presets.all());
  final RunKeeper runs = new RunKeeper(ProgramFolders.store(), files, this::tell);

  /** The images that are trained on. */
  final ChosenData data =
      new ChosenData(
          () -> TrainingData.of(MnistFiles.read(ProgramFolders.data())),
          new SetsMemory(Preferences.userNodeForPackage(DigitStudioApp.class)),
          Platform::runLater,
          this::tell);

  final ReproductionKeeper keeper = new ReproductionKeeper(runs, this::images);
  final TrainingService training =
      new TrainingService(Platform::runLater, this::images, this::listener);
  final StoredDrawings drawings = new StoredDrawings(ProgramFolders.drawings());
  final QueueFile queueFile = new QueueFile(ProgramFolders.store().resolveSibling("queue.json"));

  private volatile Consumer<Problem> notices = problem -> {};
  private volatile Consumer<List<Diagnosis>> findings = found -> {};

  /**
   * Called on the thread of the window.
   *
   * @param notices told of what goes wrong behind the window
   * @param findings told what the doctor sees in the run that goes on
   */
  void tellOf(Consumer<Problem> notices, Consumer<List<Diagnosis>> findings) {
    this.notices = notices;
    this.findings = findings;
  }

  /** The form speaks of the data that is trained on; called on the thread of the window. */
  void followData() {
    data.dataProperty()
        .addListener(
            (change, before, now) -> {
              settings.trainImagesProperty().set(now.train().size());
              settings.classesProperty().set(now.classes().count());
            });
  }

  /** Begins what takes seconds, which the window must not wait for. */
  void warmUp() {
    runs.store();
    training.warmUp();
    files.execute(this::learnSpeed);
  }

  /** On a worker: the chosen images, read once for all who want them. */
  TrainingData images() {
    return data.images();
  }

  /** Keeps a run, and has the doctor at its side; on the service's worker. */
  private RunListener listener(TrainingConfig config) {
    return attended(config, keeper.record(config));
  }

  /** The same for a run of a sweep. */
  RunListener sweepListener(TrainingConfig config, String group) {
    return attended(config, runs.recordSealed(config, group));
  }

  private RunListener attended(TrainingConfig config, RunListener recording) {
    return recording.and(
        new Checkup(
            config,
            () -> images().train(),
            found -> Platform.runLater(() -> findings.accept(found))));
  }

  /** The open store; on a worker, as it may still be opening. */
  RunStore store() {
    try {
      return runs.store().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Problem problem ? problem : e;
    }
  }

  /** On a worker: kept runs tell how long others will take. */
  private void learnSpeed() {
    try {
      List<RunSummary> kept = store().runs();
      Platform.runLater(() -> settings.learnSpeed(kept));
    } catch (Problem e) {
      LOG.debug("no kept runs tell of this computer's speed", e);
    }
  }

  /** From any thread. */
  private void tell(Problem problem) {
    Platform.runLater(() -> notices.accept(problem));
  }

  /** Ends the training, writes what is still to be written, and lets the workers go. */
  void close() {
    training.close();
    // After the last run has ended.
    runs.close();
    drawing.shutdown();
    inside.shutdownNow();
    looking.shutdownNow();
    reading.shutdown();
    keeping.shutdown();
    scoring.shutdownNow();
    writing.execute(drawings::close);
    writing.shutdown();
    files.shutdown();
  }
}
