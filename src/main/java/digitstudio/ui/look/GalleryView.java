package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Images of a reading in a chosen order, with what chooses among them. */
final class GalleryView extends VBox {
  /** Stands for no digit in particular. */
  private static final int ANY = -1;

  private final Texts texts;

  GalleryView(
      String id,
      ObservableValue<Reading> reading,
      GalleryViewModel gallery,
      ObjectProperty<Integer> chosen,
      Texts texts,
      Appearance appearance) {
    this.texts = texts;
    getStyleClass().add("look-gallery");
    ImageGrid grid =
        new ImageGrid(id, reading, gallery.imagesProperty(), chosen, texts, appearance);
    VBox.setVgrow(grid, Priority.ALWAYS);
    Label count = new Label();
    count.setId(id + "-count");
    count.getStyleClass().add("quiet");
    count
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    reading.getValue() == null
                        ? ""
                        : texts.get(
                            "look.images",
                            gallery.imagesProperty().get().length,
                            reading.getValue().epoch()),
                gallery.imagesProperty(),
                reading));
    HBox digits =
        new HBox(
            8,
            digit(id + "-label", "look.filter.label", gallery.labelProperty(), reading),
            digit(id + "-given", "look.filter.given", gallery.givenProperty(), reading));
    FlowPane choices = new FlowPane(8, 4, order(id, gallery), digits);
    getChildren().addAll(choices, count, grid);
  }

  private Node order(String id, GalleryViewModel gallery) {
    ComboBox<GalleryOrder> box = new ComboBox<>();
    box.setId(id + "-order");
    box.getItems().setAll(GalleryOrder.values());
    box.accessibleTextProperty().bind(texts.of("look.order"));
    ChoiceCell.show(box, texts, GalleryOrder::nameKey);
    box.valueProperty().bindBidirectional(gallery.orderProperty());
    return box;
  }

  private static ClassNames classes(ObservableValue<Reading> reading) {
    return reading.getValue() == null ? ClassNames.DIGITS : reading.getValue().classes();
  }

  private Node digit(
      String id, String key, ObjectProperty<Integer> filter, ObservableValue<Reading> reading) {
    ComboBox<Integer> box = new ComboBox<>();
    box.setId(id);
    box.accessibleTextProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        key.equals("look.filter.label")
                            ? LookViewModel.ofClasses(classes(reading), key)
                            : key),
                reading));
    box.getItems().add(ANY);
    IntStream.range(0, ClassNames.DIGITS.count()).forEach(box.getItems()::add);
    Runnable words =
        () ->
            box.setConverter(
                new StringConverter<>() {
                  @Override
                  public String toString(Integer digit) {
                    return digit == null || digit == ANY
                        ? texts.get("look.any")
                        : classes(reading).name(digit);
                  }

                  @Override
                  public Integer fromString(String text) {
                    throw new UnsupportedOperationException(text);
                  }
                });
    words.run();
    reading.addListener(
        (change, before, now) -> {
          ClassNames names = classes(reading);
          if (box.getItems().size() != names.count() + 1) {
            box.getItems().setAll(ANY);
            IntStream.range(0, names.count()).forEach(box.getItems()::add);
            box.setValue(filter.get() == null ? ANY : filter.get());
          }
          words.run();
        });
    texts.localeProperty().addListener(change -> words.run());
    box.setValue(ANY);
    box.valueProperty()
        .addListener((change, before, now) -> filter.set(now == null || now == ANY ? null : now));
    filter.addListener((change, before, now) -> box.setValue(now == null ? ANY : now));
    Label label = new Label();
    label.getStyleClass().add("quiet");
    label.textProperty().bind(texts.of(key));
    label.setLabelFor(box);
    HBox pair = new HBox(label, box);
    pair.getStyleClass().add("look-choice");
    return pair;
  }
}
