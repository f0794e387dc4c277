package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.experiment.Presets;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.ReproductionKeeper;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.report.figure.Figure;
import digitstudio.text.Problem;
import digitstudio.training.RunListener;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.training.doctor.Checkup;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.diagram.LayerDiagramView;
import digitstudio.ui.doctor.DoctorView;
import digitstudio.ui.doctor.DoctorViewModel;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.hand.FileQuestions;
import digitstudio.ui.hand.GuidedSession;
import digitstudio.ui.hand.HandView;
import digitstudio.ui.hand.HandViewModel;
import digitstudio.ui.hand.ScoresViewModel;
import digitstudio.ui.hand.SheetViewModel;
import digitstudio.ui.hand.StoredDrawings;
import digitstudio.ui.hand.StoredScoring;
import digitstudio.ui.hand.WindowQuestions;
import digitstudio.ui.inside.OneImagePage;
import digitstudio.ui.inside.OneImageView;
import digitstudio.ui.inside.OneImageViewModel;
import digitstudio.ui.inside.WeightsPage;
import digitstudio.ui.inside.WeightsView;
import digitstudio.ui.inside.WeightsViewModel;
import digitstudio.ui.look.FigureSaving;
import digitstudio.ui.look.LookPage;
import digitstudio.ui.look.LookView;
import digitstudio.ui.look.LookViewModel;
import digitstudio.ui.look.StoredLook;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.FileDrop;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Notice;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.main.WindowDialogs;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.DrawView;
import digitstudio.ui.pad.PadRunsViewModel;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.pad.StoredPadRuns;
import digitstudio.ui.queue.QueueView;
import digitstudio.ui.queue.QueueViewModel;
import digitstudio.ui.queue.StoredSweeps;
import digitstudio.ui.queue.SweepOutcome;
import digitstudio.ui.report.ReproductionDocuments;
import digitstudio.ui.report.ReproductionView;
import digitstudio.ui.report.ReproductionViewModel;
import digitstudio.ui.report.StudioLab;
import digitstudio.ui.runs.NextFrame;
import digitstudio.ui.runs.RunActions;
import digitstudio.ui.runs.RunCommand;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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
  private final ExecutorService looking = Executors.newSingleThreadExecutor();
  private final ExecutorService inside = Executors.newSingleThreadExecutor();
  private final ExecutorService reading = Executors.newSingleThreadExecutor();
  private final Preferences preferences = Preferences.userNodeForPackage(DigitStudioApp.class);
  private final SettingsViewModel settings = new SettingsViewModel(Presets.all());
  private final RunKeeper runs = new RunKeeper(ProgramFolders.store(), files, this::tell);
  private final ReproductionKeeper keeper = new ReproductionKeeper(runs, this::readImages);
  private final TrainingService service =
      new TrainingService(Platform::runLater, this::readImages, this::listener);
  private final PadViewModel pad = new PadViewModel(service::predict, drawing, Platform::runLater);
  private TrainingData images;
  private final ExecutorService writing = Executors.newSingleThreadExecutor();
  private final ExecutorService scoring = Executors.newSingleThreadExecutor();
  private final StoredDrawings drawings = new StoredDrawings(ProgramFolders.drawings());
  private Consumer<Problem> notices = problem -> {};
  private volatile Consumer<List<Diagnosis>> findings = found -> {};
  private RunsViewModel keptRuns;
  private final QueueFile queueFile =
      new QueueFile(ProgramFolders.store().resolveSibling("queue.json"));
  private QueueViewModel queue;

  /** On a worker: the images, read once for all who want them. */
  private synchronized TrainingData readImages() {
    if (images == null) {
      TrainingData data = TrainingData.of(MnistFiles.read(ProgramFolders.data()));
      Platform.runLater(() -> settings.trainImagesProperty().set(data.train().size()));
      images = data;
    }
    return images;
  }

  /** Keeps a run, and has the doctor at its side; on the service's worker. */
  private RunListener listener(TrainingConfig config) {
    return attended(config, keeper.record(config));
  }

  /** The same for a run of a sweep. */
  private RunListener sweepListener(TrainingConfig config, String group) {
    return attended(config, runs.recordSealed(config, group));
  }

  private RunListener attended(TrainingConfig config, RunListener recording) {
    return recording.and(
        new Checkup(
            config,
            () -> readImages().train(),
            found -> Platform.runLater(() -> findings.accept(found))));
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
    WindowMemory memory = new WindowMemory(preferences);
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
            new ServiceTraining(service, this::sweepListener),
            settings,
            ModelStore.FILES,
            files,
            Platform::runLater,
            texts,
            queue);
    notices = main::tell;
    DoctorViewModel doctor = new DoctorViewModel(main::editSettings);
    findings = doctor::show;
    main.explanationProperty()
        .addListener(
            (change, before, told) -> {
              // The doctor's card says the same, and has a way out.
              if (told != null && doctor.tellsDivergence()) {
                Platform.runLater(main::dismissExplanation);
              }
            });
    main.snapshotProperty()
        .addListener(
            (change, before, run) -> {
              if (run == null) {
                charts.clear();
                doctor.begin();
              } else {
                charts.show(run);
              }
            });
    WindowDialogs dialogs = new WindowDialogs(stage, texts);
    RunDocuments documents = new RunDocuments(dialogs, this::store, keeping, main::tell);
    LookViewModel look =
        new LookViewModel(
            new StoredLook(this::store, this::readImages), looking, new NextFrame(), texts);
    List<RunCommand> commands = new ArrayList<>(documents.commands());
    commands.add(
        0,
        new RunCommand(
            "runs-look",
            "look.open",
            false,
            chosen -> {
              look.open(chosen.get(0).id());
              main.placeProperty().set(Place.LOOK);
            }));
    RunActions actions = new StudioRunActions(main, dialogs, commands);
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
            watched(new DoctorView(doctor, texts), chartsView(charts, texts, appearance)),
            new PadView(pad, texts, appearance, () -> main.placeProperty().set(Place.DRAW)),
            new QueueView(queue, texts, outcome -> showRuns(main, actions, texts, outcome)),
            Map.of(
                Place.DRAW,
                () -> new DrawView(pad, padRuns(), texts, appearance),
                Place.RUNS,
                () -> runsView(keptRuns(actions, texts), intake, dialogs, appearance),
                Place.LOOK,
                () ->
                    new LookView(
                        look,
                        appearance,
                        new FigureSaving(dialogs, keeping, main::tell),
                        insidePages(
                            texts, appearance, new FigureSaving(dialogs, keeping, main::tell))),
                Place.HAND,
                () ->
                    handView(
                        main,
                        notice -> Platform.runLater(() -> main.tell(notice)),
                        texts,
                        appearance,
                        new WindowQuestions(stage, texts)),
                Place.REPORT,
                () -> reportView(main, dialogs, texts, appearance)));
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

  /** What Look inside shows of the network itself. */
  private List<LookPage> insidePages(Texts texts, Appearance appearance, Consumer<Figure> saving) {
    WeightsViewModel weights =
        new WeightsViewModel(this::readImages, inside, looking, Platform::runLater);
    OneImageViewModel image = new OneImageViewModel(this::readImages, inside, Platform::runLater);
    return List.of(
        new WeightsPage(weights, () -> new WeightsView(weights, texts, appearance, saving)),
        new OneImagePage(
            image, () -> new OneImageView(image, pad.imageProperty(), texts, appearance, saving)));
  }

  /** Reads and answers on a worker of its own, so that drawing never waits for it. */
  private PadRunsViewModel padRuns() {
    return new PadRunsViewModel(
        new StoredPadRuns(this::store), pad.imageProperty(), reading, Platform::runLater);
  }

  /** The charts, under what there is to say of them. */
  private static VBox watched(DoctorView doctor, ChartsView charts) {
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox watched = new VBox(doctor, charts);
    watched.setMinWidth(0);
    return watched;
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

  /** Made when it is first wanted; its drawings are read behind it. */
  private HandView handView(
      MainViewModel main,
      Consumer<Notice> told,
      Texts texts,
      Appearance appearance,
      FileQuestions questions) {
    HandViewModel hand =
        new HandViewModel(
            drawings, writing, Platform::runLater, told, new GuidedSession(new Random()));
    ScoresViewModel scores =
        new ScoresViewModel(
            new StoredScoring(this::store), hand.drawings(), scoring, Platform::runLater, told);
    SheetViewModel sheet =
        new SheetViewModel(service::predictAll, writing, Platform::runLater, told, hand::keepAll);
    PadViewModel paper = new PadViewModel((image, observer) -> {}, drawing, Platform::runLater);
    HandView view = new HandView(hand, scores, sheet, paper, texts, appearance, questions);
    view.follow(main.modelProperty());
    hand.load();
    return view;
  }

  /** Made when it is first wanted; it shows the report's own figures until the store is read. */
  private ReproductionView reportView(
      MainViewModel main, Dialogs dialogs, Texts texts, Appearance appearance) {
    ReproductionViewModel page =
        new ReproductionViewModel(
            new StudioLab(
                main,
                keeper,
                this::store,
                () -> CompletableFuture.supplyAsync(this::readImages, reading),
                keeping),
            new ReproductionDocuments(dialogs, keeping, main::tell),
            Platform::runLater,
            main::tell);
    return new ReproductionView(page, texts, appearance);
  }

  private static FileDrop drop(MainViewModel main, RunIntake intake) {
    return new FileDrop(
        Map.of(RunFile.EXTENSION, intake::take, ".npz", main::openModels), main::tell);
  }

  /** Leads to the best runs of a sweep, compared. */
  private void showRuns(MainViewModel main, RunActions actions, Texts texts, SweepOutcome outcome) {
    main.placeProperty().set(Place.RUNS);
    keptRuns(actions, texts).choose(outcome.runs());
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
