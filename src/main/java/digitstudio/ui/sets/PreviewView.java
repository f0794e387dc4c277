package digitstudio.ui.sets;

import atlantafx.base.theme.Styles;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.sets.ImageSet;
import digitstudio.digits.sets.ImageSet.Kind;
import digitstudio.digits.sets.SetOptions;
import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.digits.sets.SetOptions.PaperTone;
import digitstudio.text.Sentence;
import digitstudio.ui.sets.SetsViewModel.Preview;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A data set before it is taken: its classes with some images, and what was made of it. */
public final class PreviewView extends VBox {
  private static final int SAMPLES = 8;
  private static final double ROW = 40;
  private static final double GAP = 4;

  private final SetsViewModel sets;
  private final Texts texts;
  private final Appearance appearance;
  private final Label title = new Label();
  private final Label remarks = new Label();
  private final FlowPane choices = new FlowPane(16, 8);
  private final TableView<Integer> table = new TableView<>();

  public PreviewView(SetsViewModel sets, Texts texts, Appearance appearance) {
    super(8);
    this.sets = sets;
    this.texts = texts;
    this.appearance = appearance;
    setId("set-preview");
    setPadding(new Insets(16));
    title.setId("set-preview-title");
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    remarks.setId("set-preview-remarks");
    remarks.setWrapText(true);
    remarks.setMinHeight(USE_PREF_SIZE);
    createTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(title, choices, remarks, table, buttons());
    sets.previewProperty().addListener(change -> show());
    texts.localeProperty().addListener(change -> show());
    appearance.darkProperty().addListener(change -> table.refresh());
    show();
  }

  private void createTable() {
    table.setId("set-preview-classes");
    table.accessibleTextProperty().bind(texts.of("sets.preview.classes"));
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("sets.preview.class", false, 128, label -> set().classes().name(label));
    column("sets.preview.train", true, 80, label -> count(set().train(), label));
    column("sets.preview.test", true, 80, label -> count(set().test(), label));
    TableColumn<Integer, Integer> images = new TableColumn<>();
    images.textProperty().bind(texts.of("sets.preview.images"));
    images.setSortable(false);
    images.setReorderable(false);
    images.setPrefWidth(SAMPLES * (DigitImage.SIDE + GAP) + 24);
    images.setCellValueFactory(
        cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
    images.setCellFactory(column -> new SampleCell());
    table.getColumns().add(images);
    Label none = new Label();
    none.textProperty().bind(texts.of("sets.preview.none"));
    table.setPlaceholder(none);
  }

  private void column(
      String key, boolean number, double width, java.util.function.IntFunction<String> text) {
    TableColumn<Integer, String> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    if (number) {
      column.getStyleClass().add("numeric");
    }
    table.getColumns().add(column);
  }

  private ImageSet set() {
    return sets.previewProperty().get().set();
  }

  private String count(DigitSet of, int label) {
    return texts.get("look.count", of.counts()[label]);
  }

  private HBox buttons() {
    Button take = new Button();
    take.setId("set-preview-take");
    take.setDefaultButton(true);
    take.textProperty().bind(texts.of("sets.preview.take"));
    take.accessibleTextProperty().bind(texts.of("sets.preview.take"));
    take.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    sets.previewProperty().get() == null
                        || sets.previewProperty().get().set() == null
                        || sets.readingProperty().get()
                        || sets.trainingProperty().get(),
                sets.previewProperty(),
                sets.readingProperty(),
                sets.trainingProperty()));
    take.setOnAction(event -> sets.take());
    Button cancel = new Button();
    cancel.setId("set-preview-cancel");
    cancel.setCancelButton(true);
    cancel.textProperty().bind(texts.of("sets.preview.cancel"));
    cancel.accessibleTextProperty().bind(texts.of("sets.preview.cancel"));
    cancel.setOnAction(event -> sets.dismiss());
    Label busy = new Label();
    busy.getStyleClass().add("quiet");
    busy.textProperty()
        .bind(
            texts.binding(
                () ->
                    sets.readingProperty().get()
                        ? texts.get("sets.reading")
                        : sets.trainingProperty().get() ? texts.get("sets.busy") : "",
                sets.readingProperty(),
                sets.trainingProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, busy, space, cancel, take);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private void show() {
    Preview preview = sets.previewProperty().get();
    if (preview == null) {
      return;
    }
    remarks.getStyleClass().removeAll(Styles.DANGER);
    choices.getChildren().clear();
    if (preview.set() == null) {
      title.setText(texts.get("sets.preview.cannot"));
      remarks.setText(texts.get(preview.problem()));
      remarks.getStyleClass().add(Styles.DANGER);
      table.getItems().clear();
      if (preview.options().paper() == PaperTone.AUTO
          && preview.options().label() == LabelColumn.AUTO) {
        return;
      }
    } else {
      show(preview.set());
    }
    offerChoices(preview);
  }

  private void show(ImageSet set) {
    title.setText(
        texts.get(
            "sets.preview.title",
            set.name(),
            set.classes().count(),
            set.train().size(),
            set.test().size()));
    remarks.setText(
        set.remarks().stream()
            .map((Sentence one) -> one.in(texts.locale()))
            .collect(Collectors.joining("\n")));
    table.getItems().clear();
    for (int label = 0; label < set.classes().count(); label++) {
      table.getItems().add(label);
    }
  }

  private void offerChoices(Preview preview) {
    SetOptions options = preview.options();
    choices
        .getChildren()
        .add(
            choice(
                "set-preview-paper",
                "sets.paper",
                PaperTone.values(),
                options.paper(),
                tone -> look(options.withPaper(tone))));
    Kind kind = preview.set() == null ? Kind.CSV : preview.set().kind();
    if (kind == Kind.CSV) {
      choices
          .getChildren()
          .add(
              choice(
                  "set-preview-label",
                  "sets.label",
                  LabelColumn.values(),
                  options.label(),
                  column -> look(options.withLabel(column))));
    }
    if (kind == Kind.IDX) {
      choices
          .getChildren()
          .add(
              tick(
                  "set-preview-transposed",
                  "sets.transpose",
                  preview.set().transposed(),
                  on -> look(options.withTransposed(on))));
      if (preview.set().classes().areDigits() || options.fashion()) {
        choices
            .getChildren()
            .add(
                tick(
                    "set-preview-fashion",
                    "sets.fashion",
                    options.fashion(),
                    on -> look(options.withFashion(on))));
      }
    }
  }

  private void look(SetOptions options) {
    sets.look(sets.previewProperty().get().path(), options);
  }

  private <E extends Enum<E>> HBox choice(
      String id, String key, E[] values, E now, java.util.function.Consumer<E> chosen) {
    ComboBox<E> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add(Styles.SMALL);
    box.getItems().setAll(values);
    box.setValue(now);
    box.accessibleTextProperty().bind(texts.of(key));
    digitstudio.ui.control.ChoiceCell.show(
        box, texts, one -> key + "." + digitstudio.nn.Spelling.of(one));
    box.disableProperty().bind(sets.readingProperty());
    box.valueProperty().addListener((change, before, after) -> chosen.accept(after));
    Label label = new Label(texts.get(key));
    label.setLabelFor(box);
    HBox both = new HBox(8, label, box);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private CheckBox tick(
      String id, String key, boolean on, java.util.function.Consumer<Boolean> chosen) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setId(id);
    box.setSelected(on);
    box.accessibleTextProperty().bind(texts.of(key));
    box.disableProperty().bind(sets.readingProperty());
    box.selectedProperty().addListener((change, before, after) -> chosen.accept(after));
    return box;
  }

  /** The first images of a class, side by side. */
  private final class SampleCell extends TableCell<Integer, Integer> {
    @Override
    protected void updateItem(Integer label, boolean empty) {
      super.updateItem(label, empty);
      Preview preview = sets.previewProperty().get();
      if (empty || label == null || preview == null || preview.set() == null) {
        setGraphic(null);
        return;
      }
      Canvas canvas = new Canvas(SAMPLES * (DigitImage.SIDE + GAP), DigitImage.SIDE);
      DigitSet train = preview.set().train();
      int drawn = 0;
      for (int i = 0; i < train.size() && drawn < SAMPLES; i++) {
        if (train.label(i) == label) {
          canvas
              .getGraphicsContext2D()
              .drawImage(picture(train.image(i)), drawn++ * (DigitImage.SIDE + GAP), 0);
        }
      }
      setGraphic(canvas);
    }
  }

  private WritableImage picture(DigitImage image) {
    WritableImage picture = new WritableImage(DigitImage.SIDE, DigitImage.SIDE);
    PixelWriter writer = picture.getPixelWriter();
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        int ink = image.ink(row, column);
        int shade =
            appearance.isDark() ? 0x0d + (0xf0 - 0x0d) * ink / 255 : 255 - (255 - 0x1f) * ink / 255;
        writer.setColor(column, row, Color.rgb(shade, shade, shade));
      }
    }
    return picture;
  }
}
