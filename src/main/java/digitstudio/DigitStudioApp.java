package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.experiment.Presets;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.diagram.LayerDiagramView;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.FileDrop;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.main.WindowDialogs;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.runs.NextFrame;
import digitstudio.ui.runs.RunActions;
import digitstudio.ui.runs.RunDocuments;
import digitstudio.ui.runs.RunIntake;
import digitstudio.ui.runs.RunsMemory;
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
  private final Preferences preferences = Preferences.userNodeForPackage(DigitStudioApp.class);
  private final SettingsViewModel settings = new SettingsViewModel(Presets.all());
  private final RunKeeper runs = new RunKeeper(ProgramFolders.store(), files, this::tell);
  private final TrainingService service =
      new TrainingService(Platform::runLater, this::readImages, runs::record);
  private final PadViewModel pad = new PadViewModel(service::predict, drawing, Platform::runLater);
  private Consumer<Problem> notices = problem -> {};
  private RunsViewModel keptRuns;

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

  /** From any thread. */
  private void tell(Problem problem) {
    Platform.runLater(() -> notices.accept(problem));
  }

  @Override
  public void start(Stage stage) {
    WindowMemory memory = new WindowMemory(preferences);
    Texts texts = new Texts(memory.language());
    Appearance appearance = new Appearance();
    appearance.darkProperty().set(memory.isDark());
    Theme theme = new Theme(appearance);

    LayerDiagramView diagram = new LayerDiagramView(texts, appearance);
    diagram.specProperty().bind(settings.networkProperty());
    ChartsViewModel charts = new ChartsViewModel();
    MainViewModel main =
        new MainViewModel(
            new ServiceTraining(service),
            settings,
            ModelStore.FILES,
            files,
            Platform::runLater,
            texts);
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
    WindowDialogs dialogs = new WindowDialogs(stage, texts);
    RunDocuments documents = new RunDocuments(dialogs, this::store, keeping, main::tell);
    RunActions actions = new StudioRunActions(main, dialogs, documents.commands());
    RunIntake intake =
        new RunIntake(
            this::store,
            keeping,
            Platform::runLater,
            main::tell,
            ids -> {
              main.placeProperty().set(Place.RUNS);
              keptRuns(actions, texts).choose(ids);
            });
    MainView view =
        new MainView(
            main,
            texts,
            appearance,
            dialogs,
            new SettingsView(settings, texts, diagram),
            chartsView(charts, texts, appearance),
            new PadView(pad, texts, appearance),
            Map.of(
                Place.RUNS, () -> runsView(keptRuns(actions, texts), intake, dialogs, appearance)));
    drop(main, intake).listenTo(view);

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

  private ChartsView chartsView(ChartsViewModel charts, Texts texts, Appearance appearance) {
    ChartsView view = new ChartsView(charts, texts, appearance);
    view.offer(new FigureExport(charts, preferences, files, Platform::runLater));
    return view;
  }

  /** Made when they are first wanted, by the view or by a file that is dropped on the window. */
  private RunsViewModel keptRuns(RunActions actions, Texts texts) {
    if (keptRuns == null) {
      keptRuns =
          new RunsViewModel(
              new StoredRuns(this::store),
              actions,
              new StoredComparison(),
              keeping,
              new NextFrame(),
              texts);
      RunsMemory memory = new RunsMemory(preferences);
      keptRuns.layoutProperty().set(memory.layout());
      keptRuns.layoutProperty().addListener((change, before, now) -> memory.remember(now));
    }
    return keptRuns;
  }

  /** Made when it is first wanted; its runs are read behind it. */
  private RunsView runsView(
      RunsViewModel runs, RunIntake intake, WindowDialogs dialogs, Appearance appearance) {
    RunsView view = new RunsView(runs, appearance);
    view.offer(new FigureExport(runs.overlay(), preferences, files, Platform::runLater));
    view.offerImport(() -> intake.take(dialogs.chooseRunFiles(RunFile.EXTENSION)));
    runs.load();
    return view;
  }

  private static FileDrop drop(MainViewModel main, RunIntake intake) {
    return new FileDrop(
        Map.of(RunFile.EXTENSION, intake::take, ".npz", main::openModels), main::tell);
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
    service.close();
    // After the last run has ended.
    runs.close();
    drawing.shutdown();
    keeping.shutdown();
    files.shutdown();
  }
}
