package digitstudio.ui.look;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which images of a reading are shown: by true digit, by given digit, and in what order. */
final class GalleryViewModel {
  private static final int[] NONE = {};

  private final ObservableValue<Reading> reading;
  private final ObjectProperty<Integer> label = new SimpleObjectProperty<>(this, "label", null);
  private final ObjectProperty<Integer> given = new SimpleObjectProperty<>(this, "given", null);
  private final ObjectProperty<GalleryOrder> order =
      new SimpleObjectProperty<>(this, "order", GalleryOrder.MISTAKES);
  private final ReadOnlyObjectWrapper<int[]> images = new ReadOnlyObjectWrapper<>(NONE);
  private boolean changing;

  GalleryViewModel(ObservableValue<Reading> reading) {
    this.reading = reading;
    reading.addListener(change -> choose());
    label.addListener(change -> choose());
    given.addListener(change -> choose());
    order.addListener(change -> choose());
    choose();
  }

  /** Shows the images of one true digit that are given one digit. */
  void showCell(int trueDigit, int givenDigit) {
    changing = true;
    label.set(trueDigit);
    given.set(givenDigit);
    order.set(trueDigit == givenDigit ? GalleryOrder.TYPICAL : GalleryOrder.MISTAKES);
    changing = false;
    choose();
  }

  private void choose() {
    if (changing) {
      return;
    }
    Reading read = reading.getValue();
    images.set(
        read == null
            ? NONE
            : order
                .get()
                .of(
                    read.answers(),
                    image ->
                        (label.get() == null || read.answers().label(image) == label.get())
                            && (given.get() == null
                                || read.answers().given(image) == given.get())));
  }

  /** The true digit; null for any. */
  ObjectProperty<Integer> labelProperty() {
    return label;
  }

  /** The digit given; null for any. */
  ObjectProperty<Integer> givenProperty() {
    return given;
  }

  ObjectProperty<GalleryOrder> orderProperty() {
    return order;
  }

  /** Places in the reading. */
  ReadOnlyObjectProperty<int[]> imagesProperty() {
    return images.getReadOnlyProperty();
  }
}
