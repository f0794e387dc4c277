package digitstudio.ui.hand;

import atlantafx.base.theme.Styles;
import digitstudio.training.Interval;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Each kept run's accuracy on MNIST's test images and on the person's own hand, side by side. */
final class ScoresTable extends TableView<HandScore> {
  private final Texts texts;
  private final Quantities quantities;

  ScoresTable(ScoresViewModel model, Texts texts) {
    super(model.scores());
    this.texts = texts;
    quantities = new Quantities(texts);
    setId("hand-scores");
    accessibleTextProperty().bind(texts.of("hand.scores.help"));
    getStyleClass().add(Styles.DENSE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(column("hand.scores.run", 116, false, score -> score.run().name()));
    getColumns().add(column("hand.scores.mnist", 76, true, this::mnist));
    getColumns()
        .add(column("hand.scores.hand", 84, true, score -> quantities.percent(score.accuracy())));
    getColumns().add(column("hand.scores.interval", 124, true, this::interval));
    Label placeholder = new Label();
    placeholder.setId("hand-scores-none");
    placeholder.setWrapText(true);
    placeholder.getStyleClass().add("quiet");
    placeholder
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        model.workingProperty().get() ? "hand.scores.working" : "hand.scores.none"),
                model.workingProperty()));
    setPlaceholder(placeholder);
    texts.localeProperty().addListener(change -> refresh());
  }

  private String mnist(HandScore score) {
    return score.mnist().isPresent() ? quantities.percent(score.mnist().getAsDouble()) : "–";
  }

  private String interval(HandScore score) {
    Interval interval = score.interval();
    return texts.get("hand.scores.between", 100 * interval.low(), 100 * interval.high());
  }

  private TableColumn<HandScore, String> column(
      String key, double width, boolean number, Function<HandScore, String> text) {
    TableColumn<HandScore, String> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    if (number) {
      column.getStyleClass().add("numeric");
    }
    return column;
  }
}
