package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.experiment.Presets;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.diagram.LayerDiagramView;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.main.WindowDialogs;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.queue.QueueView;
import digitstudio.ui.queue.QueueViewModel;
import digitstudio.ui.queue.StoredSweeps;
import digitstudio.ui.queue.SweepOutcome;
import digitstudio.ui.runs.NextFrame;
import digitstudio.ui.runs.RunActions;
import digitstudio.ui.runs.RunDocuments;
import digitstudio.ui.runs.RunsView;
import digitstudio.ui.runs.RunsViewModel;
import digitstudio.ui.runs.StoredComparison;
import digitstudio.ui.runs.StoredRuns;
import digitstudio.ui.runs.StudioRunActions;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.LanguageFont;
import digitstudio.ui.theme.Theme;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio: one window, wired together here and nowhere else. */
public final class DigitStudioApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(DigitStudioApp.class);
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;
  private static final Duration OPENING = Duration.millis(150);

  private final ExecutorService files = Executors.newSingleThreadExecutor();
  private final ExecutorService keeping = Executors.newSingleThreadExecutor();
  private final ExecutorService drawing = Executors.newSingleThreadExecutor();
  private final SettingsViewModel settings = new SettingsViewModel(Presets.all());
  private final RunKeeper runs = new RunKeeper(ProgramFolders.store(), files, this::tell);
  private final TrainingService service =
      new TrainingService(Platform::runLater, this::readImages, runs::record);
  private final PadViewModel pad = new PadViewModel(service::predict, drawing, Platform::runLater);
  private final QueueFile queueFile =
      new QueueFile(ProgramFolders.store().resolveSibling("queue.json"));
  private Consumer<Problem> notices = problem -> {};
  private QueueViewModel queue;
  private RunsViewModel runsViewModel;

  /** On the service's worker. */
  private TrainingData readImages() {
    TrainingData data = TrainingData.of(MnistFiles.read(ProgramFolders.data()));
    Platform.runLater(() -> settings.trainImagesProperty().set(data.train().size()));
    return data;
  }

  /** The open store; on a worker, as it may still be opening. */
  private RunStore store() {
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

  @Override
  public void start(Stage stage) {
    WindowMemory memory = new WindowMemory(Preferences.userNodeForPackage(DigitStudioApp.class));
    Texts texts = new Texts(memory.language());
    Appearance appearance = new Appearance();
    appearance.darkProperty().set(memory.isDark());
    Theme theme = new Theme(appearance);

    LayerDiagramView diagram = new LayerDiagramView(texts, appearance);
    diagram.specProperty().bind(settings.networkProperty());
    ChartsViewModel charts = new ChartsViewModel();
    queue =
        new QueueViewModel(
            new StoredSweeps(this::store, queueFile),
            settings::seconds,
            files,
            Platform::runLater,
            texts);
    MainViewModel main =
        new MainViewModel(
            new ServiceTraining(service, runs::recordSealed),
            settings,
            ModelStore.FILES,
            files,
            Platform::runLater,
            texts,
            queue);
    notices = main::tell;
    main.snapshotProperty()
        .addListener(
            (change, before, run) -> {
              if (run == null) {
                charts.clear();
              } else {
                charts.show(run);
              }
            });
    Dialogs dialogs = new WindowDialogs(stage, texts);
    RunDocuments documents = new RunDocuments(dialogs, this::store, keeping, main::tell);
    MainView view =
        new MainView(
            main,
            texts,
            appearance,
            dialogs,
            new SettingsView(settings, texts, diagram),
            new ChartsView(charts, texts, appearance),
            new PadView(pad, texts, appearance),
            new QueueView(queue, texts, outcome -> showRuns(main, outcome)),
            Map.of(
                Place.RUNS,
                () ->
                    runsView(
                        new StudioRunActions(main, dialogs, documents.commands()),
                        texts,
                        appearance)));

    Scene scene = new Scene(view);
    theme.dress(scene);
    LanguageFont.follow(texts.localeProperty(), view);
    texts.localeProperty().addListener((change, before, now) -> memory.rememberLanguage(now));
    appearance.darkProperty().addListener((change, before, now) -> memory.rememberDark(now));
    stage.setOnCloseRequest(
        event -> {
          if (view.mayClose()) {
            memory.rememberSize(stage.getWidth(), stage.getHeight(), stage.isMaximized());
          } else {
            event.consume();
          }
        });
    show(stage, scene, texts, memory);
  }

  /** Made when it is first wanted; its runs are read behind it. */
  private RunsView runsView(RunActions actions, Texts texts, Appearance appearance) {
    RunsViewModel runs =
        new RunsViewModel(
            new StoredRuns(this::store),
            actions,
            new StoredComparison(),
            keeping,
            new NextFrame(),
            texts);
    runsViewModel = runs;
    RunsView view = new RunsView(runs, appearance);
    runs.load();
    return view;
  }

  /** Leads to the best runs of a sweep, compared. */
  private void showRuns(MainViewModel main, SweepOutcome outcome) {
    main.placeProperty().set(Place.RUNS);
    runsViewModel.choose(outcome.runs());
  }

  private void show(Stage stage, Scene scene, Texts texts, WindowMemory memory) {
    stage.titleProperty().bind(texts.of("window.title"));
    addIcons(stage);
    stage.setScene(scene);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    double width = Math.min(memory.width(), screen.getWidth());
    double height = Math.min(memory.height(), screen.getHeight());
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    stage.setMaximized(memory.isMaximized());
    if (!memory.isMaximized()) {
      insistOn(stage, width, height);
    }
    LOG.info(
        "window shown {} ms after the start",
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
    // The numeric library takes seconds to load; the window must not wait for it.
    Platform.runLater(
        () -> {
          runs.store();
          service.warmUp();
          pad.warmUp();
          queue.lookForWork();
          files.execute(this::learnSpeed);
        });
  }

  /** Some window managers, Openbox among them, open every window at its least size. */
  private static void insistOn(Stage stage, double width, double height) {
    PauseTransition opened = new PauseTransition(OPENING);
    opened.setOnFinished(
        event -> {
          stage.setWidth(Math.max(stage.getWidth(), width));
          stage.setHeight(Math.max(stage.getHeight(), height));
        });
    opened.play();
  }

  private static void addIcons(Stage stage) {
    for (int size : ICON_SIZES) {
      InputStream icon =
          DigitStudioApp.class.getResourceAsStream("/digitstudio/icon-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
  }

  @Override
  public void stop() {
    // First, so that the run that is stopped is remembered as one that is still to do.
    queue.close();
    service.close();
    // After the last run has ended.
    runs.close();
    drawing.shutdown();
    keeping.shutdown();
    files.shutdown();
  }
}
