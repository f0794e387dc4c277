package digitstudio.ui.hand;

import atlantafx.base.theme.Styles;
import digitstudio.training.Interval;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

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
    TableColumn<HandScore, String> run =
        column("hand.scores.run", 116, score -> score.run().name());
    run.setCellFactory(column -> new RunCell());
    getColumns().add(run);
    getColumns().add(number("hand.scores.mnist", 76, this::mnist));
    getColumns().add(number("hand.scores.hand", 84, this::hand));
    getColumns().add(number("hand.scores.interval", 124, this::interval));
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

  private String hand(HandScore score) {
    String share = quantities.percent(score.accuracy());
    return score.isOfHeldOut() ? texts.get("own.scores.heldOut", share) : share;
  }

  private String interval(HandScore score) {
    Interval interval = score.interval();
    return texts.get("hand.scores.between", 100 * interval.low(), 100 * interval.high());
  }

  private TableColumn<HandScore, String> column(
      String key, double width, Function<HandScore, String> text) {
    TableColumn<HandScore, String> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** No wider than its numbers need: the rest of the room is for the names. */
  private TableColumn<HandScore, String> number(
      String key, double width, Function<HandScore, String> text) {
    TableColumn<HandScore, String> column = column(key, width, text);
    column.setMaxWidth(width);
    column.getStyleClass().add("numeric");
    return column;
  }

  /** The name of a run, whole in its tooltip. */
  private static final class RunCell extends TableCell<HandScore, String> {
    @Override
    protected void updateItem(String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty ? null : name);
      setTooltip(empty || name == null ? null : new Tooltip(name));
    }
  }
}
