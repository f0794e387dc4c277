package digitstudio;

import digitstudio.digits.ClassNames;
import digitstudio.digits.MnistFiles;
import digitstudio.experiment.DueData;
import digitstudio.experiment.LearntDrawings;
import digitstudio.experiment.Presets;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.ReproductionKeeper;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunListener;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.training.doctor.Checkup;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.hand.StoredDrawings;
import digitstudio.ui.sets.ChosenData;
import digitstudio.ui.sets.SetsMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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

  /** Images sorted and counted for the Data view. */
  final ExecutorService browsing = Executors.newSingleThreadExecutor();

  /** Long searches through all images. */
  final ExecutorService searching = Executors.newSingleThreadExecutor();

  final SettingsViewModel settings = new SettingsViewModel(Presets.all());
  final RunKeeper runs = new RunKeeper(ProgramFolders.store(), files, this::tell);

  /** The images that are trained on. */
  final ChosenData data =
      new ChosenData(
          () -> TrainingData.of(MnistFiles.read(mnist())),
          new SetsMemory(Preferences.userNodeForPackage(DigitStudioApp.class)),
          Platform::runLater,
          this::tell);

  final ReproductionKeeper keeper = new ReproductionKeeper(runs, this::imagesOfRun);
  final TrainingService training =
      new TrainingService(Platform::runLater, this::imagesOfRun, this::listener);
  final StoredDrawings drawings = new StoredDrawings(ProgramFolders.drawings());
  final QueueFile queueFile = new QueueFile(ProgramFolders.store().resolveSibling("queue.json"));

  private final ObjectProperty<ClassNames> learnt = new SimpleObjectProperty<>(this, "learnt");
  private volatile Path mnist = ProgramFolders.data();
  private volatile Optional<DueData> wanted = Optional.empty();
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
    training.warmUp(settings::guessSpeed);
    files.execute(this::learnSpeed);
  }

  /** On a worker: the chosen images, read once for all who want them, and the drawings beside. */
  TrainingData images() {
    return data.images().withDrawings(() -> LearntDrawings.of(drawings.all()));
  }

  /** The next run learns from these, whatever is chosen when it begins. */
  void learnFrom(Optional<DueData> data) {
    wanted = data;
  }

  /** What a run learns from that is queued now; empty while no images are read. */
  Optional<DueData> chosenData() {
    return Optional.ofNullable(data.dataProperty().get()).map(DueData::of);
  }

  /**
   * On a worker: what the run learns from that goes on or begins.
   *
   * @throws Problem if its data set is not to be found any more
   */
  private TrainingData imagesOfRun() {
    TrainingData read = wanted.map(this::imagesOf).orElseGet(this::images);
    Platform.runLater(() -> learnt.set(read.classes()));
    return read;
  }

  private TrainingData imagesOf(DueData due) {
    try {
      return data.images(due.sha256(), due.name()).withDrawings(() -> due.drawings(drawings.all()));
    } catch (Problem e) {
      throw new Problem(e, DueData.GONE, due.name());
    }
  }

  /** The classes of what the last run learns from; null before there is one. */
  ReadOnlyObjectProperty<ClassNames> learntClasses() {
    return learnt;
  }

  /** On a worker: the images that a run was trained on; those of the moment if nobody knows. */
  TrainingData imagesOf(Optional<Provenance> origin) {
    return origin
        .map(from -> data.images(from.dataSha256(), from.data().name()))
        .map(read -> read.withDrawings(() -> LearntDrawings.of(drawings.all())))
        .orElseGet(this::images);
  }

  /**
   * On a worker: refuses to go on with a run, or to train it again, on images that are not its own.
   *
   * @param name of the run
   * @throws Problem that says which images to choose
   */
  void requireImages(String name, Provenance origin) {
    if (!origin.dataSha256().isEmpty() && !data.images().sha256().equals(origin.dataSha256())) {
      throw new Problem("runs.chooseImages", name, origin.data().name());
    }
  }

  /** Takes MNIST from a folder from now on; a run that goes on keeps what it began with. */
  void useMnistOf(Path folder) {
    boolean read = data.dataProperty().get() != null;
    mnist = folder;
    if (read) {
      files.execute(
          () -> {
            try {
              data.readAgain();
            } catch (Problem e) {
              tell(e);
            }
          });
    }
  }

  /** Keeps a run, and has the doctor at its side; on the service's worker. */
  private RunListener listener(TrainingConfig config) {
    return attended(config, keeper.record(config));
  }

  /** The same for a run of a sweep. */
  RunListener sweepListener(TrainingConfig config, String group) {
    return attended(config, runs.recordSealed(config, group));
  }

  /** Goes on with a kept run. */
  RunListener resumingListener(TrainingConfig config, long id) {
    return attended(config, runs.resume(id));
  }

  private RunListener attended(TrainingConfig config, RunListener recording) {
    return recording.and(
        new Checkup(
            config,
            () -> imagesOfRun().train(),
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
      List<RunSummary> kept = store().newest(SettingsViewModel.MOST_KEPT);
      Platform.runLater(() -> settings.learnSpeed(kept));
    } catch (Problem e) {
      LOG.debug("no kept runs tell of this computer's speed", e);
    }
  }

  /**
   * Behind the window: the network of the newest run that came to its end, so that there is one to
   * draw for at the start.
   *
   * @param found given it and the name of its run, on the thread of the window
   */
  void lastNetwork(BiConsumer<Model, String> found) {
    files.execute(
        () -> {
          try {
            for (RunSummary run : store().newest(SettingsViewModel.MOST_KEPT)) {
              Optional<Model> model =
                  run.state() == RunState.FINISHED
                      ? store().model(run.id(), RunStore.Weights.FINAL)
                      : Optional.empty();
              if (model.isPresent()) {
                Platform.runLater(() -> found.accept(model.get(), run.name()));
                return;
              }
            }
          } catch (Problem e) {
            LOG.debug("no kept network answers at first", e);
          }
        });
  }

  private Path mnist() {
    return mnist;
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
    browsing.shutdown();
    searching.shutdownNow();
    reading.shutdown();
    keeping.shutdown();
    scoring.shutdownNow();
    writing.execute(drawings::close);
    writing.shutdown();
    files.shutdown();
  }
}
