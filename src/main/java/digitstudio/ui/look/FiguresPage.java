package digitstudio.ui.look;

import digitstudio.report.chart.AnswerCharts;
import digitstudio.report.chart.AnswerTexts;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.figure.AnswerFigures;
import digitstudio.report.figure.Figure;
import digitstudio.training.ClassAverages;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Interval;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** Precision, recall, F1 and support of every digit, as a table and as a chart. */
final class FiguresPage extends VBox {
  private static final int TEXT_SIZE = 12;
  private static final double ROW = 28;

  private final LookViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final TableView<Row> table = new TableView<>();
  private final Label sums = new Label();
  private final ChartCanvas chart = new ChartCanvas(this::prepare, () -> {});

  /** A line of the table; its name is a digit, or the key of an average. */
  private record Row(String name, double precision, double recall, double f1, long support) {}

  FiguresPage(LookViewModel viewModel, Appearance appearance, Consumer<Figure> save) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.appearance = appearance;
    getStyleClass().add("look-figures");
    ReadOnlyObjectProperty<ConfusionMatrix> confusion = viewModel.confusionProperty();
    sums.setId("look-sums");
    sums.setWrapText(true);
    sums.setMinHeight(USE_PREF_SIZE);
    sums.textProperty().bind(texts.binding(this::tellSums, confusion, viewModel.readingProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    SaveButton button =
        new SaveButton("look-figures-save", texts, confusion, () -> save.accept(figure()));
    HBox top = new HBox(sums, space, button);
    top.getStyleClass().add("look-top");
    fillTable();
    StackPane pane = new StackPane(chart);
    pane.setId("look-figures-chart");
    pane.getStyleClass().add("chart-pane");
    pane.setFocusTraversable(true);
    pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    pane.accessibleTextProperty().bind(viewModel.said("look.figures.chart"));
    HBox.setHgrow(pane, Priority.ALWAYS);
    HBox content = new HBox(table, pane);
    content.getStyleClass().add("look-row");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(top, content);
    confusion.addListener(change -> show());
    texts.localeProperty().addListener(change -> show());
    appearance.darkProperty().addListener(change -> chart.repaint());
    show();
  }

  private void fillTable() {
    table.setId("look-figures-table");
    table.accessibleTextProperty().bind(viewModel.said("look.figures.table"));
    table.setFixedCellSize(ROW);
    table.setPrefWidth(432);
    table.setMinWidth(392);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("look.digit", false, row -> row.name());
    table.getColumns().get(0).textProperty().bind(viewModel.said("look.digit"));
    column("look.precision", true, row -> texts.get("look.figure", 100 * row.precision()));
    column("look.recall", true, row -> texts.get("look.figure", 100 * row.recall()));
    column("look.f1", true, row -> texts.get("look.figure", 100 * row.f1()));
    column("look.support", true, row -> texts.get("look.count", row.support()));
    Label none = new Label();
    none.textProperty().bind(texts.of("look.computing"));
    table.setPlaceholder(none);
  }

  private void column(String key, boolean number, Function<Row, String> text) {
    TableColumn<Row, String> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(number ? 80 : 88);
    if (number) {
      column.getStyleClass().add("numeric");
    }
    table.getColumns().add(column);
  }

  private void show() {
    ConfusionMatrix confusion = viewModel.confusionProperty().get();
    chart.repaint();
    if (confusion == null) {
      table.getItems().clear();
      return;
    }
    List<Row> rows = new ArrayList<>();
    for (int digit = 0; digit < confusion.classes(); digit++) {
      rows.add(
          new Row(
              viewModel.classes().name(digit),
              confusion.precision(digit),
              confusion.recall(digit),
              confusion.f1(digit),
              confusion.support(digit)));
    }
    rows.add(row("look.macro", ClassAverages.macro(confusion), confusion));
    rows.add(row("look.weighted", ClassAverages.weighted(confusion), confusion));
    table.getItems().setAll(rows);
  }

  private Row row(String key, ClassAverages averages, ConfusionMatrix confusion) {
    return new Row(
        texts.get(key), averages.precision(), averages.recall(), averages.f1(), confusion.total());
  }

  private String tellSums() {
    ConfusionMatrix confusion = viewModel.confusionProperty().get();
    if (confusion == null) {
      return texts.get("look.computing");
    }
    long right = 0;
    for (int digit = 0; digit < confusion.classes(); digit++) {
      right += confusion.counts()[digit][digit];
    }
    Interval interval = Interval.wilson(right, confusion.total());
    String accuracy =
        texts.get(
            "look.accuracy",
            100 * confusion.accuracy(),
            100 * interval.low(),
            100 * interval.high(),
            right,
            confusion.total());
    Reading reading = viewModel.readingProperty().get();
    return reading == null || reading.size() == 0
        ? accuracy
        : accuracy
            + texts.get(
                "look.inTwo",
                100.0 * reading.answers().rightInTwo() / reading.size(),
                reading.epoch());
  }

  private AnswerTexts words() {
    return new AnswerTexts(
        texts.locale(),
        viewModel.say("look.figures.title"),
        "",
        List.of(texts.get("look.precision"), texts.get("look.recall"), texts.get("look.f1")));
  }

  private Figure figure() {
    return AnswerFigures.digits("digits", viewModel.confusionProperty().get(), words());
  }

  private JFreeChart prepare(int columns) {
    ConfusionMatrix confusion = viewModel.confusionProperty().get();
    return AnswerCharts.digits(
        confusion == null ? new ConfusionMatrix(new long[10][10]) : confusion,
        words(),
        ChartFonts.of(sums.getFont().getFamily(), TEXT_SIZE),
        appearance.isDark() ? ChartPalette.DARK : ChartPalette.LIGHT);
  }
}
