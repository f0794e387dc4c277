package digitstudio;

import digitstudio.experiment.Presets;
import digitstudio.nn.Engine;
import digitstudio.training.Model;
import digitstudio.training.TrainingData;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.command.CommandList;
import digitstudio.ui.command.CommandPalette;
import digitstudio.ui.command.CommandPaletteViewModel;
import digitstudio.ui.command.KeysDialog;
import digitstudio.ui.diagram.LayerDiagramView;
import digitstudio.ui.doctor.DoctorView;
import digitstudio.ui.doctor.DoctorViewModel;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.help.HelpBubble;
import digitstudio.ui.help.HelpDialog;
import digitstudio.ui.lesson.LessonView;
import digitstudio.ui.lesson.LessonViewModel;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.RecentFiles;
import digitstudio.ui.main.RecentMenu;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.main.UnexpectedErrorDialog;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.prefs.PreferencesDialog;
import digitstudio.ui.prefs.PreferencesViewModel;
import digitstudio.ui.queue.QueueView;
import digitstudio.ui.queue.QueueViewModel;
import digitstudio.ui.queue.StoredSweeps;
import digitstudio.ui.start.StartViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.LanguageFont;
import digitstudio.ui.theme.SystemTheme;
import digitstudio.ui.theme.Theme;
import digitstudio.ui.theme.ThemeChoice;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio: one window, wired together by this class and the two beside it. */
public final class DigitStudioApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(DigitStudioApp.class);
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

  private final Preferences preferences = Preferences.userNodeForPackage(DigitStudioApp.class);
  private final StudioServices services = new StudioServices();
  private final PadViewModel pad =
      new PadViewModel(services.training::predict, services.drawing, Platform::runLater);
  private QueueViewModel queue;
  private StudioWindow window;

  @Override
  public void start(Stage stage) {
    WindowMemory memory = new WindowMemory(preferences);
    Texts texts = new Texts(Locale.ENGLISH);
    showUnexpected(stage, texts);
    Appearance appearance = new Appearance();
    SettingsViewModel settings = services.settings;
    PreferencesViewModel chosen = preferences(texts, appearance);
    followSystem(stage, appearance);
    queue =
        new QueueViewModel(
            new StoredSweeps(services::store, services.queueFile),
            settings::seconds,
            services.files,
            Platform::runLater,
            texts);
    MainViewModel main =
        new MainViewModel(
            new ServiceTraining(
                services.training,
                services::sweepListener,
                services::resumingListener,
                services::learnFrom),
            settings,
            ModelStore.FILES,
            services.files,
            Platform::runLater,
            texts,
            queue);
    DoctorViewModel doctor = new DoctorViewModel(main::editSettings);
    ChartsViewModel charts = new ChartsViewModel();
    services.tellOf(main::tell, doctor::show);
    services.followData();
    queue.learnFrom(services::chosenData);
    services.data.dataProperty().addListener(change -> queue.dataChanged());
    services.data.dataProperty().addListener(change -> namePad(main));
    services.learntClasses().addListener(change -> namePad(main));
    main.modelProperty().addListener(change -> namePad(main));
    main.busyProperty().addListener(change -> namePad(main));
    follow(main, charts, doctor);
    pad.answererProperty().bind(main.answererProperty());

    StudioViews views = new StudioViews(services, main, pad, stage, texts, appearance, preferences);
    LayerDiagramView diagram = new LayerDiagramView(texts, appearance);
    diagram.specProperty().bind(settings.networkProperty());
    SettingsView form = new SettingsView(settings, texts, diagram, List.of(views.dataChooser()));
    form.offerAugmentation(views.augmentPreview());
    MainView view =
        new MainView(
            main,
            texts,
            appearance,
            views.dialogs(),
            form,
            watched(
                new LessonView(views.lessons(), texts, views::endLesson),
                new DoctorView(doctor, texts),
                views.charts(charts)),
            new PadView(pad, texts, appearance, () -> main.placeProperty().set(Place.DRAW)),
            new QueueView(queue, texts, outcome -> views.showRuns(outcome.runs())),
            views.places());
    views.drop().listenTo(view);

    Scene scene = new Scene(view);
    new Theme(appearance).dress(scene);
    LanguageFont.follow(texts.localeProperty(), view);
    window = new StudioWindow(stage, memory, main, settings);
    window.takeUp(chosen, views.places().keySet());
    window.rememberForm(views.lessons()::formToKeep);
    teach(main, views.lessons());
    stage.setOnCloseRequest(
        event -> {
          if (!view.mayClose()) {
            event.consume();
          }
        });
    StudioArguments arguments = arguments();
    if (arguments.equals(StudioArguments.NONE) && StartViewModel.isWanted(preferences)) {
      main.placeProperty().set(Place.START);
    }
    arguments.place().ifPresent(main.placeProperty()::set);
    show(stage, scene, texts, views, main);
    offer(new StudioCommands(main, settings, chosen, texts), chosen, views, view, stage, texts);
    if (!arguments.files().isEmpty()) {
      Platform.runLater(() -> views.drop().open(arguments.files()));
    }
  }

  private PreferencesViewModel preferences(Texts texts, Appearance appearance) {
    PreferencesViewModel chosen =
        new PreferencesViewModel(
            preferences,
            texts,
            appearance,
            new StudioFolderAccess(services, folder -> getHostServices().showDocument(folder)),
            services.settings.presets().stream().map(Presets.Preset::name).toList(),
            Runtime.getRuntime().availableProcessors());
    chosen.threadsProperty().subscribe(threads -> Engine.useThreads(threads.intValue()));
    chosen.dataProperty().subscribe(services::useMnistOf);
    return chosen;
  }

  /** The system's theme is asked for behind the window, and again whenever it is returned to. */
  private void followSystem(Stage stage, Appearance appearance) {
    SystemTheme system = new SystemTheme();
    Runnable ask =
        () -> {
          if (appearance.choiceProperty().get() == ThemeChoice.SYSTEM) {
            services.files.execute(
                () -> {
                  boolean dark = system.isDark();
                  Platform.runLater(() -> appearance.systemDarkProperty().set(dark));
                });
          }
        };
    appearance.choiceProperty().addListener(change -> ask.run());
    stage
        .focusedProperty()
        .addListener(
            (change, before, focused) -> {
              if (focused) {
                ask.run();
              }
            });
  }

  /** Everything that can be done, by key, in the palette, and in the list of keys. */
  private void offer(
      StudioCommands commands,
      PreferencesViewModel chosen,
      StudioViews views,
      MainView view,
      Stage stage,
      Texts texts) {
    RecentFiles recent = views.recent();
    views.tellOf(recent::add);
    chosen
        .dataProperty()
        .addListener(
            (change, before, folder) -> {
              if (!chosen.isOwnData()) {
                recent.add(folder);
              }
            });
    view.offer(new RecentMenu(recent, texts, services.files, Platform::runLater, views::open));
    PreferencesDialog dialog = new PreferencesDialog(chosen, texts, stage);
    HelpDialog help = new HelpDialog(texts, chosen.appearance(), stage);
    HelpBubble bubble = new HelpBubble(texts, help::show);
    views.helpBy(() -> help.show(null));
    view.offerHelp(() -> help.show(null));
    view.offerPreferences(dialog::show);
    CommandList list = view.commands();
    CommandPalette palette =
        new CommandPalette(new CommandPaletteViewModel(list, texts), texts, chosen.appearance());
    KeysDialog keys = new KeysDialog(list, texts, chosen.appearance(), stage);
    list.add(commands.form());
    list.add(
        commands.lessons(
            () -> views.lessons().lessonProperty().get() != null,
            views::openLessonFile,
            views::endLesson,
            views::makeLesson));
    list.add(commands.look(stage));
    list.add(views.runCommands());
    list.add(commands.help(() -> help.show(null), () -> bubble.explain(stage.getScene())));
    list.add(commands.windows(dialog::show, () -> palette.toggle(stage.getScene()), keys::show));
    list.addSource(() -> StudioCommands.recent(recent, views::open));
  }

  /** From here on the window tells of what nobody caught. */
  private static void showUnexpected(Stage stage, Texts texts) {
    // Tests have a handler of their own, which fails them.
    if (Thread.getDefaultUncaughtExceptionHandler() == null) {
      UnexpectedErrorDialog dialog =
          new UnexpectedErrorDialog(stage, texts, System.getProperty("digitstudio.log", ""));
      Thread.setDefaultUncaughtExceptionHandler(
          new UnexpectedErrors(error -> Platform.runLater(() -> dialog.show(error))));
    }
  }

  /** The pad's bars have the names of what answers: the run that goes on, or else the model. */
  private void namePad(MainViewModel main) {
    TrainingData data = services.data.dataProperty().get();
    Model model = main.modelProperty().get();
    if (model != null && !main.busyProperty().get()) {
      pad.classesProperty().set(model.provenance().data().classes());
    } else if (main.busyProperty().get() && services.learntClasses().get() != null) {
      pad.classesProperty().set(services.learntClasses().get());
    } else if (data != null) {
      pad.classesProperty().set(data.classes());
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

  /** A lesson sees what is trained and drawn. */
  private void teach(MainViewModel main, LessonViewModel lessons) {
    main.snapshotProperty()
        .addListener(
            (change, before, run) -> {
              if (run != null && run.state().isOver()) {
                run.result().ifPresent(lessons::ran);
              }
            });
    pad.probabilitiesProperty()
        .addListener(
            (change, before, read) -> {
              // An opened model is no network of the lesson.
              if (main.answererProperty().get().isEmpty()) {
                lessons.drew(read);
              }
            });
  }

  /** The charts, under what there is to say of them. */
  private static VBox watched(LessonView lesson, DoctorView doctor, ChartsView charts) {
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox watched = new VBox(lesson, doctor, charts);
    watched.setMinWidth(0);
    return watched;
  }

  private void show(Stage stage, Scene scene, Texts texts, StudioViews views, MainViewModel main) {
    addIcons(stage);
    window.show(scene, texts);
    LOG.info(
        "window shown {} ms after the start",
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
    Platform.runLater(
        () -> {
          services.warmUp();
          services.lastNetwork(main::answerAtFirst);
          views.warmUp();
          pad.warmUp();
          queue.lookForWork();
        });
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
    window.remember();
    services.close();
  }
}
