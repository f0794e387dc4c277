package digitstudio.ui.data;

import digitstudio.report.data.DataStyle;
import digitstudio.report.figure.Figure;
import digitstudio.ui.chart.FigureButton;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.inside.DrawingCanvas;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** How many images each class has, and what they have in common. */
final class ClassesPage extends VBox {
  private final DataViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final DataFigures figures;

  private interface Sheet {
    void draw(java.awt.Graphics2D graphics, double width, double height, DataStyle style);
  }

  ClassesPage(
      DataViewModel viewModel,
      Texts texts,
      Appearance appearance,
      Function<DataFigures, FigureExport> export) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    figures =
        new DataFigures(
            viewModel, List.of(DataFigures.BALANCE, DataFigures.MEAN, DataFigures.VARIANCE));
    getStyleClass().add("look-figures");
    HBox bar = new HBox(heading(DataFigures.BALANCE), spacer());
    bar.getStyleClass().add("data-heading");
    if (export != null) {
      bar.getChildren()
          .add(
              FigureButton.of(
                  "data-classes-save",
                  export.apply(figures),
                  texts,
                  viewModel.surveyProperty().isNull()));
    }
    DrawingCanvas balance =
        canvas(
            "data-balance",
            DataFigures.BALANCE,
            (graphics, width, height, style) ->
                figures.balance(texts.locale()).draw(graphics, width, height, style),
            viewModel.partsProperty());
    DrawingCanvas means =
        canvas(
            "data-means",
            DataFigures.MEAN,
            (graphics, width, height, style) ->
                figures.means().draw(graphics, width, height, style),
            viewModel.surveyProperty());
    DrawingCanvas variances =
        canvas(
            "data-variances",
            DataFigures.VARIANCE,
            (graphics, width, height, style) ->
                figures.variances().draw(graphics, width, height, style),
            viewModel.surveyProperty());
    HBox sheets =
        new HBox(
            16,
            column(heading(DataFigures.MEAN), means),
            column(heading(DataFigures.VARIANCE), variances));
    VBox.setVgrow(balance, Priority.ALWAYS);
    VBox.setVgrow(sheets, Priority.ALWAYS);
    balance.setPrefHeight(240);
    sheets.setPrefHeight(300);
    getChildren().addAll(bar, balance, sheets);
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  private Label heading(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.of(key));
    label.getStyleClass().add("look-title");
    return label;
  }

  private static VBox column(Label heading, DrawingCanvas canvas) {
    VBox.setVgrow(canvas, Priority.ALWAYS);
    VBox column = new VBox(4, heading, canvas);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(0);
    return column;
  }

  private DrawingCanvas canvas(String id, String key, Sheet sheet, Observable source) {
    Figure.Drawing drawing =
        (graphics, width, height) -> {
          if (viewModel.partsProperty().get() != null && viewModel.surveyProperty().get() != null) {
            sheet.draw(
                graphics,
                width,
                height,
                DataStyle.screen(
                    appearance.isDark(), Font.getDefault().getFamily(), texts.locale()));
          }
        };
    DrawingCanvas canvas = new DrawingCanvas(drawing);
    canvas.setId(id);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(texts.of(key));
    source.addListener(change -> canvas.repaint());
    viewModel.surveyProperty().addListener(change -> canvas.repaint());
    appearance.darkProperty().addListener(change -> canvas.repaint());
    texts.localeProperty().addListener(change -> canvas.repaint());
    return canvas;
  }
}
