package digitstudio.ui.report;

import atlantafx.base.theme.Styles;
import digitstudio.report.chart.ReproductionCurves;
import digitstudio.report.document.ReproductionConclusions;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One table of the report: its rows, what is to be said of them, and their curves. */
final class TableSection extends VBox {
  private final ReproductionViewModel page;
  private final TableModel table;
  private final ReproductionTexts words;
  private final Texts texts;
  private final Appearance appearance;
  private final ObservableValue<String> title;

  TableSection(
      ReproductionViewModel page,
      TableModel table,
      ReproductionTexts words,
      Appearance appearance) {
    this.page = page;
    this.table = table;
    this.words = words;
    this.texts = words.texts();
    this.appearance = appearance;
    title = texts.of("reproduced.table." + table.table().name());
    setId("report-table-" + table.table().name());
    getStyleClass().add("report-table");
    getChildren().addAll(heading(), columns());
    for (ReadOnlyObjectProperty<RowState> row : table.rows()) {
      getChildren().add(new RowLine(page, row, words));
    }
    getChildren().addAll(sentences("notes", () -> words.notes(table), "report-note"), curves());
    getChildren().add(sentences("conclusions", this::conclusions, "report-conclusion"));
  }

  private Node heading() {
    Label name = new Label();
    name.getStyleClass().add("section-heading");
    name.textProperty().bind(title);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button train = new Button(null, new FontIcon(Feather.PLAY));
    train.setId("report-train-table-" + table.table().name());
    train.getStyleClass().addAll(Styles.SMALL);
    train.setMinWidth(USE_PREF_SIZE);
    train.textProperty().bind(texts.of("reproduced.page.table"));
    train
        .accessibleTextProperty()
        .bind(texts.binding(() -> texts.get("reproduced.page.row", title.getValue()), title));
    HBox heading =
        new HBox(
            name,
            TrainButtons.explained(
                train, page, words, table.table().rows(), texts.of("reproduced.page.table")));
    heading.getStyleClass().add("report-heading");
    return heading;
  }

  /** Two lines of names: what is measured, and whether it is the report's figure or ours. */
  private Node columns() {
    HBox groups =
        new HBox(
            column("", RowLine.NAME),
            column("reproduced.page.column.test", 3 * RowLine.FIGURE),
            column("reproduced.page.column.train", 3 * RowLine.FIGURE),
            column("reproduced.page.column.time", 2 * RowLine.TIME));
    HBox names = new HBox(column("", RowLine.NAME));
    for (int i = 0; i < 2; i++) {
      names
          .getChildren()
          .addAll(
              column("reproduced.page.column.then", RowLine.FIGURE),
              column("reproduced.page.column.now", RowLine.FIGURE),
              column("reproduced.page.column.difference", RowLine.FIGURE));
    }
    names
        .getChildren()
        .addAll(
            column("reproduced.page.column.then", RowLine.TIME),
            column("reproduced.page.column.now", RowLine.TIME));
    VBox columns = new VBox(groups, names);
    columns.getStyleClass().add("report-columns");
    return columns;
  }

  private Label column(String key, double width) {
    Label label = new Label();
    label.getStyleClass().add("report-figure");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    if (!key.isEmpty()) {
      label.textProperty().bind(texts.of(key));
    }
    return label;
  }

  /** Sentences one under the other, gone while there are none. */
  private Node sentences(String id, Supplier<List<String>> source, String style) {
    Label label = new Label();
    label.setId("report-" + id + "-" + table.table().name());
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(texts.binding(() -> String.join("\n", source.get()), table.reproducedProperty()));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private List<String> conclusions() {
    return table.reproducedProperty().get().rows().isEmpty()
        ? List.of()
        : new ReproductionConclusions(texts.locale()).of(table.reproducedProperty().get());
  }

  /** The charts side by side, there as soon as there is a curve. */
  private Node curves() {
    ObservableValue<List<ReproductionCurves>> all =
        Bindings.createObjectBinding(
            () -> ReproductionCurves.of(table.reproducedProperty().get(), texts.locale()),
            new Observable[] {table.reproducedProperty(), texts.localeProperty()});
    HBox charts = new HBox();
    charts.setId("report-charts-" + table.table().name());
    charts.getStyleClass().add("report-charts");
    int count = ReproductionCurves.of(table.reproducedProperty().get(), Locale.ENGLISH).size();
    for (int i = 0; i < count; i++) {
      int index = i;
      Region pane =
          new CurvesPane(all.map(charted -> charted.get(index)), title, texts, appearance);
      pane.setPrefWidth(0);
      HBox.setHgrow(pane, Priority.ALWAYS);
      charts.getChildren().add(pane);
    }
    charts.visibleProperty().bind(table.reproducedProperty().map(shown -> !shown.rows().isEmpty()));
    charts.managedProperty().bind(charts.visibleProperty());
    return charts;
  }
}
