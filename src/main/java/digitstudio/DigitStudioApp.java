package digitstudio;

import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.diagram.LayerDiagramView;
import digitstudio.ui.doctor.DoctorView;
import digitstudio.ui.doctor.DoctorViewModel;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.queue.QueueView;
import digitstudio.ui.queue.QueueViewModel;
import digitstudio.ui.queue.StoredSweeps;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.LanguageFont;
import digitstudio.ui.theme.Theme;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
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

/** The studio: one window, wired together by this class and the two beside it. */
public final class DigitStudioApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(DigitStudioApp.class);
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;
  private static final Duration OPENING = Duration.millis(150);

  private final Preferences preferences = Preferences.userNodeForPackage(DigitStudioApp.class);
  private final StudioServices services = new StudioServices();
  private final PadViewModel pad =
      new PadViewModel(services.training::predict, services.drawing, Platform::runLater);
  private QueueViewModel queue;

  @Override
  public void start(Stage stage) {
    WindowMemory memory = new WindowMemory(preferences);
    Texts texts = new Texts(memory.language());
    Appearance appearance = new Appearance();
    appearance.darkProperty().set(memory.isDark());

    SettingsViewModel settings = services.settings;
    queue =
        new QueueViewModel(
            new StoredSweeps(services::store, services.queueFile),
            settings::seconds,
            services.files,
            Platform::runLater,
            texts);
    MainViewModel main =
        new MainViewModel(
            new ServiceTraining(services.training, services::sweepListener),
            settings,
            ModelStore.FILES,
            services.files,
            Platform::runLater,
            texts,
            queue);
    DoctorViewModel doctor = new DoctorViewModel(main::editSettings);
    ChartsViewModel charts = new ChartsViewModel();
    services.tellOf(main::tell, doctor::show);
    follow(main, charts, doctor);

    StudioViews views = new StudioViews(services, main, pad, stage, texts, appearance, preferences);
    LayerDiagramView diagram = new LayerDiagramView(texts, appearance);
    diagram.specProperty().bind(settings.networkProperty());
    MainView view =
        new MainView(
            main,
            texts,
            appearance,
            views.dialogs(),
            new SettingsView(settings, texts, diagram),
            watched(new DoctorView(doctor, texts), views.charts(charts)),
            new PadView(pad, texts, appearance, () -> main.placeProperty().set(Place.DRAW)),
            new QueueView(queue, texts, outcome -> views.showRuns(outcome.runs())),
            views.places());
    views.drop().listenTo(view);

    Scene scene = new Scene(view);
    new Theme(appearance).dress(scene);
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
    StudioArguments arguments = arguments();
    arguments.place().ifPresent(main.placeProperty()::set);
    show(stage, scene, texts, memory);
    if (!arguments.files().isEmpty()) {
      Platform.runLater(() -> views.drop().open(arguments.files()));
    }
  }

  /** Those that the launcher has seen to be the studio's; none in a test. */
  private StudioArguments arguments() {
    return Optional.ofNullable(getParameters())
        .flatMap(given -> StudioArguments.read(given.getRaw()))
        .orElse(StudioArguments.NONE);
  }

  /** The curves and the doctor follow the run that goes on. */
  private static void follow(MainViewModel main, ChartsViewModel charts, DoctorViewModel doctor) {
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
  }

  /** The charts, under what there is to say of them. */
  private static VBox watched(DoctorView doctor, ChartsView charts) {
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox watched = new VBox(doctor, charts);
    watched.setMinWidth(0);
    return watched;
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
    Platform.runLater(
        () -> {
          services.warmUp();
          pad.warmUp();
          queue.lookForWork();
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
    services.close();
  }
}
