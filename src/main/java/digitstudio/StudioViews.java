package digitstudio;

import digitstudio.digits.sets.SetOptions;
import digitstudio.experiment.RunFile;
import digitstudio.report.figure.Figure;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.chart.FigureSource;
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
import digitstudio.ui.look.FigureSaving;
import digitstudio.ui.look.LookPage;
import digitstudio.ui.look.LookView;
import digitstudio.ui.look.LookViewModel;
import digitstudio.ui.look.StoredLook;
import digitstudio.ui.main.FileDrop;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.Notice;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.WindowDialogs;
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
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final StudioServices services;
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
  private RunsViewModel keptRuns;

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
    actions = new StudioRunActions(main, dialogs, commands());
    intake =
        new RunIntake(
            services::store, services.keeping, Platform::runLater, main::tell, this::showRuns);
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
        Place.DRAW, this::draw,
        Place.HAND, this::hand);
  }

  /** Takes files that are dropped on the window. */
  FileDrop drop() {
    return new FileDrop(
        Map.of(
            RunFile.EXTENSION,
            intake::take,
            ".npz",
            main::openModels,
            ".csv",
            sets::open,
            ".csv.gz",
            sets::open,
            FileDrop.FOLDER,
            sets::open),
        main::tell);
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
    commands.addAll(
        new RunDocuments(dialogs, services::store, services.keeping, main::tell).commands());
    return commands;
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
    view.offer(export(runs.overlay()));
    view.offerImport(() -> intake.take(dialogs.chooseRunFiles(RunFile.EXTENSION)));
    // Its runs are read behind it.
    runs.load();
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
    return new LookView(look, appearance, saving, insidePages(saving));
  }

  /** What Look inside shows of the network itself. */
  private List<LookPage> insidePages(Consumer<Figure> saving) {
    WeightsViewModel weights =
        new WeightsViewModel(
            services::images, services.inside, services.looking, Platform::runLater);
    OneImageViewModel image =
        new OneImageViewModel(services::images, services.inside, Platform::runLater);
    return List.of(
        new WeightsPage(weights, () -> new WeightsView(weights, texts, appearance, saving)),
        new OneImagePage(
            image, () -> new OneImageView(image, pad.imageProperty(), texts, appearance, saving)));
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

  private HandView hand() {
    Consumer<Notice> told = notice -> Platform.runLater(() -> main.tell(notice));
    HandViewModel hand =
        new HandViewModel(
            services.drawings,
            services.writing,
            Platform::runLater,
            told,
            new GuidedSession(new Random()));
    ScoresViewModel scores =
        new ScoresViewModel(
            new StoredScoring(services::store),
            hand.drawings(),
            services.scoring,
            Platform::runLater,
            told);
    SheetViewModel sheet =
        new SheetViewModel(
            services.training::predictAll,
            services.writing,
            Platform::runLater,
            told,
            hand::keepAll);
    PadViewModel paper =
        new PadViewModel((image, observer) -> {}, services.drawing, Platform::runLater);
    HandView view = new HandView(hand, scores, sheet, paper, texts, appearance, questions);
    view.follow(main.modelProperty());
    // Its drawings are read behind it.
    hand.load();
    return view;
  }
}
