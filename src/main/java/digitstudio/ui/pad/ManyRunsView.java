package digitstudio.ui.pad;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.RunSummary;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The answers of many runs to one drawing, side by side, and one run's over its epochs. */
final class ManyRunsView extends VBox {
  private final PadRunsViewModel model;
  private final Texts texts;
  private final Appearance appearance;
  private final HBox columns = new HBox(8);
  private final HBox row = new HBox(16, columns);
  private final CourseView course;
  private final Label empty = new Label();
  private final ComboBox<Integer> truthBox = new ComboBox<>();

  ManyRunsView(PadRunsViewModel model, Texts texts, Appearance appearance) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    setId("pad-many-runs");
    getStyleClass().add("many-runs");
    createEmpty();
    columns.setMinHeight(Region.USE_PREF_SIZE);
    course = new CourseView(model, texts, appearance);
    course.visibleProperty().bind(empty.visibleProperty().not());
    VBox.setVgrow(course, Priority.ALWAYS);
    HBox.setHgrow(course, Priority.ALWAYS);
    HBox.setHgrow(columns, Priority.SOMETIMES);
    getChildren().addAll(heading(), empty, row, course);
    widthProperty().addListener(change -> arrange());
    model
        .chosenProperty()
        .addListener(
            change -> {
              nameTruth();
              showRuns();
            });
    model.readingsProperty().addListener(change -> showAnswers());
    model.truthProperty().addListener(change -> showAnswers());
    model.placeProperty().addListener(change -> showAnswers());
    texts.localeProperty().addListener(change -> showAnswers());
    appearance.darkProperty().addListener(change -> showRuns());
    showRuns();
  }

  private void createEmpty() {
    empty.setId("pad-runs-empty");
    empty.setWrapText(true);
    empty.getStyleClass().add("caption");
    empty
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    model
                        .problemProperty()
                        .get()
                        .map(texts::get)
                        .orElseGet(
                            () ->
                                texts.get(
                                    model.available().isEmpty()
                                        ? "draw.noRuns"
                                        : "draw.noneChosen")),
                model.problemProperty(),
                model.available()));
    empty.visibleProperty().bind(model.chosenProperty().map(List::isEmpty));
    empty.managedProperty().bind(empty.visibleProperty());
  }

  private Node heading() {
    Label title = new Label();
    title.textProperty().bind(texts.of("draw.runs"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    Label meant = new Label();
    meant.textProperty().bind(texts.of("draw.meant"));
    ComboBox<Integer> truth = truth();
    meant.setLabelFor(truth);
    HBox heading = new HBox(8, title, room, meant, truth, new RunChooser(model, texts, appearance));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private ComboBox<Integer> truth() {
    ComboBox<Integer> truth = truthBox;
    truth.setId("pad-truth");
    truth.getStyleClass().add(Styles.SMALL);
    nameTruth();
    truth.setVisibleRowCount(11);
    truth.accessibleTextProperty().bind(texts.of("draw.meant.help"));
    truth.setCellFactory(list -> new TruthCell());
    truth.setButtonCell(new TruthCell());
    truth.setValue(model.truthProperty().get());
    truth.setOnAction(event -> chooseTruth());
    model.truthProperty().addListener((change, before, now) -> truth.setValue(now.intValue()));
    return truth;
  }

  private void chooseTruth() {
    Integer chosen = truthBox.getValue();
    // The box holds nothing for a moment while its classes are replaced.
    if (chosen != null) {
      model.truthProperty().set(chosen);
    }
  }

  private void nameTruth() {
    Integer meant = model.truthProperty().get();
    int count = model.classes().count();
    truthBox.getItems().setAll(IntStream.range(-1, count).boxed().toList());
    truthBox.setValue(meant < count ? meant : -1);
  }

  /** A digit, or that none is told. */
  private final class TruthCell extends ListCell<Integer> {
    @Override
    protected void updateItem(Integer digit, boolean isEmpty) {
      super.updateItem(digit, isEmpty);
      setText(isEmpty || digit == null ? null : digit < 0 ? "–" : model.classes().name(digit));
    }
  }

  /** The epochs stand beside the columns where these leave room, else under them. */
  private void arrange() {
    int count = columns.getChildren().size();
    boolean beside =
        getWidth() - count * (AnswerColumn.LEAST_WIDTH + columns.getSpacing())
            >= CourseView.LEAST_WIDTH;
    if (beside == row.getChildren().contains(course)) {
      return;
    }
    if (beside) {
      getChildren().remove(course);
      row.getChildren().add(course);
    } else {
      row.getChildren().remove(course);
      getChildren().add(course);
    }
    VBox.setVgrow(row, beside ? Priority.ALWAYS : Priority.NEVER);
  }

  private void showRuns() {
    columns.getChildren().setAll(model.chosenProperty().get().stream().map(this::column).toList());
    arrange();
    showAnswers();
  }

  private Node column(RunSummary run) {
    AnswerColumn column = new AnswerColumn(model, run, texts, appearance);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private void showAnswers() {
    for (Node child : columns.getChildren()) {
      AnswerColumn column = (AnswerColumn) child;
      model.readingsProperty().get().stream()
          .filter(reading -> reading.run().id() == column.run().id())
          .findFirst()
          .ifPresent(reading -> column.show(model.shown(reading), model.truthProperty().get()));
    }
  }
}
