package digitstudio.ui.report;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.ReproducedRow.Verdict;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row of a table: the report's figures, those measured, and what to make of them. */
final class RowLine extends HBox {
  /** Widths of name, figure, time and verdict, the same in every table. */
  static final double NAME = 264;

  static final double FIGURE = 52;
  static final double TIME = 80;
  static final double VERDICT = 128;
  static final double BUTTON = 32;

  private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");

  private final ReproductionViewModel page;
  private final ReadOnlyObjectProperty<RowState> state;
  private final ReproductionTexts words;
  private final Texts texts;
  private final String name;

  RowLine(
      ReproductionViewModel page, ReadOnlyObjectProperty<RowState> state, ReproductionTexts words) {
    this.page = page;
    this.state = state;
    this.words = words;
    texts = words.texts();
    name = state.get().row().name();
    setId("report-row-" + name);
    getStyleClass().add("report-row");
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty().bind(text(words::spoken));
    getChildren()
        .addAll(
            name(),
            then("test-then", shown -> words.percent(shown.row().figures().test())),
            now("test", row -> row.measured().test()),
            difference("test-difference", ReproducedRow::testDifference),
            then("train-then", shown -> words.percent(shown.row().figures().train())),
            now("train", row -> row.measured().train()),
            difference("train-difference", ReproducedRow::trainDifference),
            time("time-then", shown -> words.time(shown.row().figures().seconds())),
            time("time", shown -> words.time(measured(shown, row -> row.measured().seconds()))),
            verdict(),
            button());
  }

  private ObservableValue<String> text(Function<RowState, String> text) {
    return texts.binding(() -> text.apply(state.get()), state);
  }

  private static OptionalDouble measured(RowState state, ToDoubleFunction<ReproducedRow> value) {
    return state.reproduced().stream().mapToDouble(value).findFirst();
  }

  private Node name() {
    Label title = new Label();
    title.textProperty().bind(text(shown -> words.name(shown.row())));
    Label said = new Label();
    said.setId("report-said-" + name);
    said.getStyleClass().add("report-said");
    said.textProperty().bind(text(words::said));
    Tooltip.install(said, Explained.tooltip(text(words::sharing)));
    VBox both = new VBox(title, said);
    both.setMinWidth(NAME);
    both.setPrefWidth(NAME);
    both.setMaxWidth(NAME);
    return both;
  }

  private Label then(String part, Function<RowState, String> text) {
    Label label = figure(part, FIGURE, text);
    label.getStyleClass().add("quiet");
    return label;
  }

  private Label now(String part, ToDoubleFunction<ReproducedRow> value) {
    return figure(part, FIGURE, shown -> words.percent(measured(shown, value)));
  }

  private Label difference(String part, Function<ReproducedRow, OptionalDouble> value) {
    Label label =
        figure(
            part,
            FIGURE,
            shown -> words.points(shown.reproduced().map(value).orElseGet(OptionalDouble::empty)));
    label.getStyleClass().add("quiet");
    return label;
  }

  private Label time(String part, Function<RowState, String> text) {
    Label label = figure(part, TIME, text);
    if (part.endsWith("then")) {
      label.getStyleClass().add("quiet");
    }
    return label;
  }

  private Label figure(String part, double width, Function<RowState, String> text) {
    Label label = new Label();
    label.setId("report-" + part + "-" + name);
    label.getStyleClass().add("report-figure");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.textProperty().bind(text(text));
    return label;
  }

  private Node verdict() {
    Label verdict = new Label();
    verdict.setId("report-verdict-" + name);
    verdict.getStyleClass().add("report-verdict");
    verdict.setWrapText(true);
    verdict.setMinWidth(VERDICT);
    verdict.setPrefWidth(VERDICT);
    verdict.setMaxWidth(Double.MAX_VALUE);
    verdict.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    verdict.textProperty().bind(text(words::verdict));
    FontIcon icon = new FontIcon(Feather.CHECK);
    verdict.setGraphic(icon);
    state.addListener(change -> judge(verdict, icon));
    judge(verdict, icon);
    return verdict;
  }

  private void judge(Label verdict, FontIcon icon) {
    RowState shown = state.get();
    Optional<Verdict> judged =
        shown.phase() == RowState.Phase.MEASURED
            ? shown.reproduced().map(ReproducedRow::verdict)
            : Optional.empty();
    boolean good = judged.filter(List.of(Verdict.AGREES, Verdict.EXPLAINS)::contains).isPresent();
    boolean doubtful =
        judged.filter(List.of(Verdict.DOES_NOT_FOLLOW, Verdict.UNFINISHED)::contains).isPresent();
    icon.setIconCode(
        good
            ? Feather.CHECK
            : doubtful
                ? Feather.ALERT_TRIANGLE
                : shown.phase() == RowState.Phase.TRAINING
                    ? Feather.ACTIVITY
                    : shown.phase() == RowState.Phase.WAITING ? Feather.CLOCK : Feather.MINUS);
    icon.setVisible(judged.isPresent() || shown.phase() != RowState.Phase.REPORTED);
    verdict.pseudoClassStateChanged(GOOD, good);
    verdict.pseudoClassStateChanged(DOUBTFUL, doubtful);
    pseudoClassStateChanged(MEASURED, shown.reproduced().isPresent());
  }

  private Node button() {
    Button button = new Button(null, new FontIcon(Feather.PLAY));
    button.setId("report-start-" + name);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    button
        .accessibleTextProperty()
        .bind(text(shown -> texts.get("reproduced.page.row", words.name(shown.row()))));
    List<ReportTables.Row> rows = List.of(state.get().row());
    Explained explained =
        TrainButtons.explained(button, page, words, rows, button.accessibleTextProperty());
    explained.setMinWidth(BUTTON);
    explained.setMaxWidth(BUTTON);
    return explained;
  }
}
