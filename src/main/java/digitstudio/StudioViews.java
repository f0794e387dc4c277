package digitstudio;

import digitstudio.digits.DigitImage;
import digitstudio.digits.InkTracing;
import digitstudio.digits.sets.SetOptions;
import digitstudio.digits.survey.DataImages;
import digitstudio.experiment.Presets;
import digitstudio.experiment.ResumableRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunSummary;
import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonFile;
import digitstudio.report.figure.Figure;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import digitstudio.ui.augment.AugmentPreviewViewModel;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.chart.FigureSource;
import digitstudio.ui.command.Command;
import digitstudio.ui.data.DataAugmentation;
import digitstudio.ui.data.DataView;
import digitstudio.ui.data.DataViewModel;
import digitstudio.ui.hand.FileQuestions;
import digitstudio.ui.hand.GuidedSession;
import digitstudio.ui.hand.HandView;
import digitstudio.ui.hand.HandViewModel;
import digitstudio.ui.hand.ScoresViewModel;
import digitstudio.ui.hand.SheetViewModel;
import digitstudio.ui.hand.StoredScoring;
import digitstudio.ui.hand.WindowQuestions;
import digitstudio.ui.inside.OneImagePage;
import digitstudio.ui.inside.OneImageView;
import digitstudio.ui.inside.OneImageViewModel;
import digitstudio.ui.inside.WeightsPage;
import digitstudio.ui.inside.WeightsView;
import digitstudio.ui.inside.WeightsViewModel;
import digitstudio.ui.lesson.LessonIntake;
import digitstudio.ui.lesson.LessonMarks;
import digitstudio.ui.lesson.LessonViewModel;
import digitstudio.ui.lesson.MakeLessonDialog;
import digitstudio.ui.look.FigureSaving;
import digitstudio.ui.look.LookPage;
import digitstudio.ui.look.LookView;
import digitstudio.ui.look.LookViewModel;
import digitstudio.ui.look.StoredLook;
import digitstudio.ui.main.FileDrop;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.Notice;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.RecentFiles;
import digitstudio.ui.main.WindowDialogs;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.pad.DrawView;
import digitstudio.ui.pad.PadRunsViewModel;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.pad.StoredPadRuns;
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
import digitstudio.ui.sets.DataChooser;
import digitstudio.ui.sets.PreviewWindow;
import digitstudio.ui.sets.SetsViewModel;
import digitstudio.ui.start.StartView;
import digitstudio.ui.start.StartViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Makes the views behind the rail, each when it is first wanted. */
final class StudioViews {
  private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  private final StudioServices services;
  private final Stage stage;
  private final MainViewModel main;
  private final PadViewModel pad;
  private final WindowDialogs dialogs;
  private final FileQuestions questions;
  private final Texts texts;
  private final Appearance appearance;
  private final Preferences preferences;
  private final LookViewModel look;
  private final SetsViewModel sets;
  private final RunActions actions;
  private final RunIntake intake;
  private final OneImageViewModel oneImage;
  private final LessonViewModel lessons;
  private final LessonMarks marks;
  private final LessonIntake lessonIntake;
  private final RecentFiles recent;
  private StartViewModel start;
  private Runnable help = () -> {};
  private RunsViewModel keptRuns;
  private RunsView runsView;
  private HandView hand;
  private Consumer<Path> data = folder -> {};
  private LookView lookView;

  /**
   * @param stage owns the dialogs
   * @param preferences what the views remember from start to start
   */
  StudioViews(
      StudioServices services,
      MainViewModel main,
      PadViewModel pad,
      Stage stage,
      Texts texts,
      Appearance appearance,
      Preferences preferences) {
    this.services = services;
    this.stage = stage;
    this.main = main;
    this.pad = pad;
    this.texts = texts;
    this.appearance = appearance;
    this.preferences = preferences;
    dialogs = new WindowDialogs(stage, texts);
    sets =
        new SetsViewModel(
            services.data,
            services.reading,
            Platform::runLater,
            problem -> main.tell(Notice.of(problem)),
            main.busyProperty());
    PreviewWindow.follow(sets, stage, texts, appearance);
    questions = new WindowQuestions(stage, texts);
    look =
        new LookViewModel(
            new StoredLook(services::store, services::images, services.data::images),
            services.looking,
            new NextFrame(),
            texts);
    oneImage = new OneImageViewModel(services::imagesOf, services.inside, Platform::runLater);
    actions = new StudioRunActions(main, dialogs, commands(), services::requireImages);
    intake =
        new RunIntake(
            services::store, services.keeping, Platform::runLater, main::tell, this::showRuns);
    marks = new LessonMarks(preferences);
    lessons = new LessonViewModel(services.settings, marks);
    lessonIntake =
        new LessonIntake(services.files, Platform::runLater, this::openLesson, main::tell);
    recent = new RecentFiles(preferences);
  }

  /** The lesson that is open, if one is. */
  LessonViewModel lessons() {
    return lessons;
  }

  /** The files opened last. */
  RecentFiles recent() {
    return recent;
  }

  /**
   * Tells how help is shown.
   *
   * @param shown opens the help page
   */
  void helpBy(Runnable shown) {
    help = shown;
  }

  /** Opens a lesson beside the form. */
  void openLesson(Lesson lesson, String name) {
    lessons.open(lesson, name);
    main.placeProperty().set(Place.TRAIN);
  }

  /** Asks for a lesson file and opens it. */
  void openLessonFile() {
    lessonIntake.open(
        dialogs.chooseFiles("lessons.open", "lessons.files", List.of("*" + LessonFile.EXTENSION)));
  }

  /** Ends the lesson that is open. */
  void endLesson() {
    lessons.end();
    main.tell(Notice.information("lessons.ended"));
  }

  /** Makes a lesson file of what stands in the form. */
  void makeLesson() {
    new MakeLessonDialog(texts, stage)
        .show(
            services.settings.configProperty().get(),
            lesson ->
                dialogs
                    .chooseFileToSave(
                        "lessons.make", "lesson", List.of(LessonFile.EXTENSION.substring(1)))
                    .ifPresent(file -> lessonIntake.save(lesson, file)));
  }

  /** What chooses the data set of the Train form. */
  DataChooser dataChooser() {
    return new DataChooser(
        sets,
        texts,
        () ->
            dialogs
                .chooseFolder("sets.preview")
                .ifPresent(folder -> sets.look(folder, SetOptions.AUTO)),
        () -> {
          List<Path> files =
              dialogs.chooseFiles(
                  "sets.preview", "sets.csvFiles", List.of("*.csv", "*.csv.gz", "*.tsv"));
          if (!files.isEmpty()) {
            sets.open(files);
          }
        });
  }

  WindowDialogs dialogs() {
    return dialogs;
  }

  /** How each view but Train is made. */
  Map<Place, Supplier<? extends Node>> places() {
    return Map.of(
        Place.RUNS, this::runs,
        Place.REPORT, this::report,
        Place.LOOK, this::look,
        Place.DATA, this::data,
        Place.DRAW, this::draw,
        Place.HAND, this::hand,
        Place.START, this::start);
  }

  /** Makes ready, behind the window, what would keep a person waiting who asks for it. */
  void warmUp() {
    keptRuns().loadOnce();
  }

  /** Takes files that are dropped on the window. */
  FileDrop drop() {
    return new FileDrop(openers(), main::tell);
  }

  /** What can be done with kept runs. */
  List<Command> runCommands() {
    return RunsView.commands(
        () -> Optional.ofNullable(runsView), () -> main.placeProperty().get() == Place.RUNS);
  }

  private Map<String, Consumer<List<Path>>> openers() {
    Map<String, Consumer<List<Path>>> openers = new LinkedHashMap<>();
    openers.put(RunFile.EXTENSION, intake::take);
    openers.put(".npz", main::openModels);
    openers.put(LessonFile.EXTENSION, lessonIntake::open);
    PICTURES.forEach(ending -> openers.put(ending, this::openPicture));
    openers.put(".csv", sets::open);
    openers.put(".csv.gz", sets::open);
    openers.put(FileDrop.FOLDER, sets::open);
    return openers;
  }

  /** The digits of a picture are read one picture at a time. */
  private void openPicture(List<Path> pictures) {
    main.placeProperty().set(Place.HAND);
    hand.openPicture(pictures.get(0));
  }

  /** Opens a file of any kind that the window takes, or the images of a folder. */
  void open(Path file) {
    drop().open(List.of(file));
  }

  /** Tells of every file that is opened or saved. */
  void tellOf(Consumer<Path> files) {
    intake.tellOfFiles(files);
    lessonIntake.tellOfFiles(files);
    main.tellOfFiles(files);
  }

  /** Leads to kept runs, compared. */
  void showRuns(List<Long> ids) {
    main.placeProperty().set(Place.RUNS);
    keptRuns().choose(ids);
  }

  /** What can be done with runs beside what the view itself does. */
  private List<RunCommand> commands() {
    List<RunCommand> commands = new ArrayList<>();
    commands.add(
        new RunCommand(
            "runs-look",
            "look.open",
            Feather.SEARCH,
            false,
            chosen -> {
              look.open(chosen.get(0).id());
              main.placeProperty().set(Place.LOOK);
            }));
    commands.add(
        new RunCommand(
            "runs-resume",
            "resume.command",
            Feather.PLAY,
            false,
            chosen -> resume(chosen.get(0)),
            ResumableRun::isBeforeTime));
    commands.addAll(
        new RunDocuments(dialogs, services::store, services.keeping, main::tell).commands());
    return commands;
  }

  /** Goes on with a run where it ended before its time, or says why that cannot be. */
  private void resume(RunSummary run) {
    services.keeping.execute(
        () -> {
          try {
            services
                .store()
                .details(run.id())
                .flatMap(RunDetails::provenance)
                .ifPresent(origin -> services.requireImages(run.name(), origin));
            Optional<ResumableRun> found = services.store().resumable(run.id());
            Platform.runLater(
                () -> {
                  if (found.isPresent()) {
                    main.placeProperty().set(Place.TRAIN);
                    main.queue().resume(found.get());
                  } else {
                    main.tell(new Problem("resume.none", run.name()));
                  }
                });
          } catch (Problem e) {
            Platform.runLater(() -> main.tell(e));
          }
        });
  }

  /** What distortions do to training images. */
  AugmentPreviewViewModel augmentPreview() {
    return new AugmentPreviewViewModel(
        () -> services.images().train(), services.inside, Platform::runLater);
  }

  private FigureExport export(FigureSource figures) {
    return new FigureExport(figures, preferences, services.files, Platform::runLater);
  }

  /** The charts of the Train view. */
  ChartsView charts(ChartsViewModel charts) {
    ChartsView view = new ChartsView(charts, texts, appearance);
    view.offer(export(charts));
    return view;
  }

  /** Made when they are first wanted, by the view or by a file that is dropped on the window. */
  private RunsViewModel keptRuns() {
    if (keptRuns == null) {
      keptRuns =
          new RunsViewModel(
              new StoredRuns(services::store),
              actions,
              new StoredComparison(),
              services.keeping,
              new NextFrame(),
              texts);
      RunsMemory memory = new RunsMemory(preferences);
      keptRuns.layoutProperty().set(memory.layout());
      keptRuns.layoutProperty().addListener((change, before, now) -> memory.remember(now));
    }
    return keptRuns;
  }

  private RunsView runs() {
    RunsViewModel runs = keptRuns();
    RunsView view = new RunsView(runs, appearance);
    runsView = view;
    WindowMemory memory = new WindowMemory(preferences);
    view.divide(
        memory.split("runs", RunsView.usualShare()), share -> memory.rememberSplit("runs", share));
    view.offer(export(runs.overlay()));
    view.offerImport(() -> intake.take(dialogs.chooseRunFiles(RunFile.EXTENSION)));
    // Its runs are read behind it, if that was not done before.
    runs.loadOnce();
    return view;
  }

  /** It shows the report's own figures until the store is read. */
  private ReproductionView report() {
    StudioLab lab =
        new StudioLab(
            main,
            services.keeper,
            services::store,
            () -> CompletableFuture.supplyAsync(services::images, services.reading),
            services.keeping);
    ReproductionViewModel page =
        new ReproductionViewModel(
            lab,
            new ReproductionDocuments(dialogs, services.keeping, main::tell),
            Platform::runLater,
            main::tell);
    return new ReproductionView(page, texts, appearance);
  }

  private LookView look() {
    FigureSaving saving = new FigureSaving(dialogs, services.keeping, main::tell);
    lookView = new LookView(look, appearance, saving, insidePages(saving));
    return lookView;
  }

  private DataView data() {
    DataViewModel data =
        new DataViewModel(
            this::dataImages, services.browsing, services.searching, Platform::runLater);
    data.configProperty().set(services.settings.configProperty().get());
    services
        .settings
        .configProperty()
        .addListener((change, before, now) -> data.configProperty().set(now));
    DataView view =
        new DataView(
            data,
            texts,
            appearance,
            image -> lookAt(data.imagesProperty().get(), image),
            new DataAugmentation(data, augmentPreview(), texts),
            this::export);
    view.offerDrawing(image -> draw(data.imagesProperty().get().image(image)));
    data.load();
    services
        .data
        .dataProperty()
        .addListener(
            (change, before, now) -> {
              // The first reading is the one that this view waits for.
              if (before != null) {
                data.reload();
              }
            });
    return view;
  }

  private DataImages dataImages() {
    TrainingData images = services.images();
    return new DataImages(images.train(), images.test(), images.classes().names());
  }

  /** Shows an image of the data in the network that Look inside looks at. */
  private void lookAt(DataImages images, int image) {
    main.placeProperty().set(Place.LOOK);
    lookView.openPage(OneImagePage.ID);
    oneImage.look(
        images.image(image), images.label(image), !images.isTest(image), images.place(image));
  }

  /** Draws an image anew on the pad. */
  private void draw(DigitImage image) {
    main.placeProperty().set(Place.DRAW);
    pad.replace(InkTracing.of(image));
  }

  /** What Look inside shows of the network itself. */
  private List<LookPage> insidePages(Consumer<Figure> saving) {
    WeightsViewModel weights =
        new WeightsViewModel(
            services::imagesOf, services.inside, services.looking, Platform::runLater);
    return List.of(
        new WeightsPage(weights, () -> new WeightsView(weights, texts, appearance, saving)),
        new OneImagePage(
            oneImage,
            () -> new OneImageView(oneImage, pad.imageProperty(), texts, appearance, saving)));
  }

  private DrawView draw() {
    PadRunsViewModel runs =
        new PadRunsViewModel(
            new StoredPadRuns(services::store),
            pad.imageProperty(),
            services.reading,
            Platform::runLater);
    return new DrawView(pad, runs, texts, appearance);
  }

  private StartView start() {
    start =
        new StartViewModel(
            preferences,
            marks,
            // Not behind the store, which may take long to open.
            services.looking,
            Platform::runLater,
            new StudioWays(),
            this::openLesson,
            recent.files());
    main.placeProperty()
        .addListener(
            (change, before, now) -> {
              if (now == Place.START) {
                start.show();
              }
            });
    start.show();
    return new StartView(start, texts);
  }

  /** Where the start page leads to. */
  private final class StudioWays implements StartViewModel.Ways {
    @Override
    public void train() {
      lessons.end();
      services.settings.select(Presets.FIRST);
      main.placeProperty().set(Place.TRAIN);
      main.train();
    }

    @Override
    public void openLessonFile() {
      StudioViews.this.openLessonFile();
    }

    @Override
    public void draw() {
      main.placeProperty().set(Place.DRAW);
    }

    @Override
    public void help() {
      help.run();
    }

    @Override
    public void open(Path file) {
      StudioViews.this.open(file);
    }
  }

  private HandView hand() {
    Consumer<Notice> told = notice -> Platform.runLater(() -> main.tell(notice));
    HandViewModel own =
        new HandViewModel(
            services.drawings,
            services.writing,
            Platform::runLater,
            told,
            new GuidedSession(new Random()));
    ScoresViewModel scores =
        new ScoresViewModel(
            new StoredScoring(services::store),
            own.drawings(),
            services.scoring,
            Platform::runLater,
            told);
    SheetViewModel sheet =
        new SheetViewModel(
            services.training::predictAll,
            services.writing,
            Platform::runLater,
            told,
            own::keepAll);
    PadViewModel paper =
        new PadViewModel((image, observer) -> {}, services.drawing, Platform::runLater);
    this.hand = new HandView(own, scores, sheet, paper, texts, appearance, questions);
    hand.follow(main.modelProperty());
    // Its drawings are read behind it.
    own.load();
    return hand;
  }
}
