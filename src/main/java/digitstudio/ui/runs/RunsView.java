package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.text.Problem;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.command.Command;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.main.Notice;
import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunsViewModel.State;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that was ever trained: the table of runs under the curves of those chosen in it. */
public final class RunsView extends BorderPane {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination OPEN =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
  private static final double CURVES_SHARE = 0.46;

  private final RunsViewModel viewModel;
  private final Texts texts;
  private final Quantities quantities;
  private final RunsTable table;
  private final TextField search = new TextField();
  private final RunCommands commands;
  private final OverlayToolbar chartToolbar;
  private final HBox toolbar = new HBox();
  private final Node library;
  private SplitPane split;
  private final EventHandler<KeyEvent> opening = this::openPressed;
  private Optional<Runnable> importing = Optional.empty();

  public RunsView(RunsViewModel viewModel, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.quantities = new Quantities(texts);
    getStyleClass().add("runs");
    OverlayViewModel overlay = viewModel.overlay();
    SelectionView selection = new SelectionView(viewModel, overlay, texts, appearance);
    table =
        new RunsTable(viewModel, appearance.fontSizeProperty().divide((double) Appearance.USUAL));
    commands = new RunCommands(viewModel, table::rename, selection::editNotes);
    table.setContextMenu(commands.menu());
    OverlayView curves = new OverlayView(overlay, texts, appearance);
    chartToolbar = curves.toolbar();
    library = library(curves, selection);
    setBottom(new UndoBar(viewModel));
    viewModel.stateProperty().addListener(change -> showState());
    showState();
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (table.getEditingCell() == null && !event.isConsumed() && commands.perform(event)) {
            event.consume();
          }
        });
    sceneProperty()
        .addListener(
            (change, before, scene) -> {
              takeFocus(scene);
              if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, opening);
              }
              if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, opening);
              }
            });
  }

  /** While this view is seen the key is for runs, wherever in the window the keyboard is. */
  private void openPressed(KeyEvent event) {
    if (OPEN.match(event) && importing.isPresent()) {
      importing.get().run();
      event.consume();
    }
  }

  /**
   * What can be done with the chosen runs, for the palette and the list of keys.
   *
   * @param shown the view once it is made
   * @param seen whether it is the one that is seen
   */
  public static List<Command> commands(Supplier<Optional<RunsView>> shown, BooleanSupplier seen) {
    return RunCommands.listed(() -> shown.get().map(view -> view.commands), seen);
  }

  /**
   * Divides the view between curves and table as it was left.
   *
   * @param share of the curves
   * @param moved told of every other division
   */
  public void divide(double share, DoubleConsumer moved) {
    split.setDividerPositions(share);
    split
        .getDividers()
        .get(0)
        .positionProperty()
        .addListener((change, before, now) -> moved.accept(now.doubleValue()));
  }

  /** The share of the curves before any choice. */
  public static double usualShare() {
    return CURVES_SHARE;
  }

  /** Puts a button over the chart that takes it out of the window. */
  public void offer(FigureExport export) {
    chartToolbar.offer(export);
  }

  /**
   * Lets run files be taken in, by a button and by Ctrl+O.
   *
   * @param action asks which ones
   */
  public void offerImport(Runnable action) {
    importing = Optional.of(action);
    Button button = new Button(null, new FontIcon(Feather.FOLDER_PLUS));
    button.setId("runs-import");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.accessibleTextProperty().bind(texts.of("keeping.import"));
    button.setOnAction(event -> action.run());
    toolbar.getChildren().add(new Explained(button, texts.of("keeping.import.help")));
    showState();
  }

  /** The keyboard goes to the table, unless it chooses a view on the rail. */
  private void takeFocus(Scene scene) {
    if (scene != null) {
      Platform.runLater(
          () -> {
            boolean seen = getScene() != null && getScene().getWindow() != null;
            if (seen && !(getScene().getFocusOwner() instanceof ToggleButton)) {
              table.requestFocus();
            }
          });
    }
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
    if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
      event.consume();
    } else if (UNDO.match(event) && !typing) {
      viewModel.editing().undoDelete();
      event.consume();
    }
  }

  // States

  private void showState() {
    State state = viewModel.stateProperty().get();
    setCenter(
        switch (state) {
          case LOADING -> new StackPane(loading());
          case EMPTY -> empty();
          case FAILED -> failed();
          case READY -> library;
        });
  }

  private Node loading() {
    ProgressIndicator indicator = new ProgressIndicator();
    indicator.setId("runs-loading");
    indicator.setMaxSize(32, 32);
    indicator.accessibleTextProperty().bind(texts.of("runs.loading"));
    return indicator;
  }

  private Node empty() {
    Button train = new Button();
    train.setId("runs-to-training");
    train.textProperty().bind(texts.of("runs.empty.train"));
    train.getStyleClass().add(Styles.ACCENT);
    train.setOnAction(event -> viewModel.editing().showTraining());
    if (importing.isEmpty()) {
      return message(texts.of("runs.empty"), texts.of("runs.empty.explained"), train);
    }
    Button files = new Button();
    files.setId("runs-import-first");
    files.textProperty().bind(texts.of("keeping.import"));
    files.setOnAction(event -> importing.get().run());
    return message(texts.of("runs.empty"), texts.of("runs.empty.explained"), train, files);
  }

  private Node failed() {
    Button again = new Button();
    again.setId("runs-try-again");
    again.textProperty().bind(texts.of("runs.tryAgain"));
    again.setOnAction(event -> viewModel.load());
    ObservableValue<String> sentence =
        texts.binding(
            () -> {
              Problem problem = viewModel.failureProperty().get();
              return problem == null ? "" : Notice.of(problem).sentence(texts.locale());
            },
            viewModel.failureProperty());
    return message(texts.of("runs.failure"), sentence, again);
  }

  private static Node message(
      ObservableValue<String> title, ObservableValue<String> sentence, Button... ways) {
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add("section-heading");
    Label words = new Label();
    words.setId("runs-message");
    words.textProperty().bind(sentence);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("quiet");
    HBox buttons = new HBox(8, ways);
    VBox box = new VBox(heading, words, buttons);
    box.getStyleClass().add("runs-message");
    box.setMaxSize(480, USE_PREF_SIZE);
    return new StackPane(box);
  }

  // Runs

  private Node library(Node curves, Node selection) {
    BorderPane above = new BorderPane(curves);
    above.setRight(selection);
    above.setMinHeight(0);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox below = new VBox(toolbar(), searchProblem(), folded(), table);
    below.getStyleClass().add("runs-list");
    below.setMinHeight(160);
    split = new SplitPane(above, below);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(CURVES_SHARE);
    SplitPane.setResizableWithParent(above, true);
    return split;
  }

  private Node toolbar() {
    search.setId("runs-search");
    search.promptTextProperty().bind(texts.of("runs.search"));
    search.accessibleTextProperty().bind(texts.of("runs.search.help"));
    search.setTooltip(Explained.tooltip(texts.of("runs.search.help")));
    search.textProperty().bindBidirectional(viewModel.searchProperty());
    search.setOnAction(event -> table.requestFocus());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
            if (event.getCode() == KeyCode.ESCAPE) {
              search.clear();
            }
            table.requestFocus();
            event.consume();
          }
        });
    HBox.setHgrow(search, Priority.ALWAYS);
    toolbar
        .getChildren()
        .setAll(search, grouping(), new ColumnMenu(viewModel), count(), commands.buttons());
    toolbar.getStyleClass().add("runs-toolbar");
    return toolbar;
  }

  private Node grouping() {
    ComboBox<Grouping> box = new ComboBox<>();
    box.setId("runs-grouping");
    box.getItems().setAll(Grouping.values());
    box.accessibleTextProperty().bind(texts.of("runs.grouping.help"));
    box.setTooltip(Explained.tooltip(texts.of("runs.grouping.help")));
    box.valueProperty().bindBidirectional(viewModel.groupingProperty());
    ChoiceCell.show(box, texts, Grouping::nameKey);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private Node count() {
    Label count = new Label();
    count.setId("runs-count");
    count.getStyleClass().add("quiet");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            texts.binding(
                () -> {
                  int found = viewModel.foundProperty().get().size();
                  String all = quantities.count(viewModel.count());
                  return found == viewModel.count()
                      ? texts.get("runs.count", viewModel.count(), all)
                      : texts.get("runs.countFound", quantities.count(found), all);
                },
                viewModel.foundProperty(),
                viewModel.stateProperty()));
    return count;
  }

  private Node searchProblem() {
    Label problem = new Label();
    problem.setId("runs-search-problem");
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem
        .textProperty()
        .bind(
            texts.binding(
                () -> {
                  Problem wrong = viewModel.searchProblemProperty().get();
                  return wrong == null ? "" : Notice.of(wrong).sentence(texts.locale());
                },
                viewModel.searchProblemProperty()));
    problem.visibleProperty().bind(viewModel.searchProblemProperty().isNotNull());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  /** What all runs found have in common, said once. */
  private Node folded() {
    Label folded = new Label();
    folded.setId("runs-folded");
    folded.getStyleClass().add("runs-folded");
    folded.setMinWidth(0);
    folded.setMaxWidth(Double.MAX_VALUE);
    folded
        .textProperty()
        .bind(texts.binding(this::inCommon, viewModel.equalProperty(), viewModel.foundProperty()));
    folded.setTooltip(Explained.tooltip(folded.textProperty()));
    folded.visibleProperty().bind(folded.textProperty().isNotEmpty());
    folded.managedProperty().bind(folded.visibleProperty());
    return folded;
  }

  private String inCommon() {
    List<RunRow> found = viewModel.foundProperty().get();
    RunWords words = viewModel.wordsProperty().get();
    String phrases =
        found.isEmpty()
            ? ""
            : viewModel.equalProperty().get().stream()
                .map(column -> words.phrase(column, found.get(0).run()))
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(" · "));
    return phrases.isEmpty() ? "" : texts.get("runs.all", phrases);
  }
}
