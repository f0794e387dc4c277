package digitstudio.ui.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A choice as it is taken: one of its values, and others that are tried beside it. */
public final class Chosen<E extends Enum<E>> {
  private final List<E> all;
  private final ObjectProperty<E> value = new SimpleObjectProperty<>();
  private final ObservableList<E> also = FXCollections.observableArrayList();

  Chosen(Class<E> type) {
    all = List.of(type.getEnumConstants());
    value.addListener((change, before, now) -> also.remove(now));
  }

  /** The one that counts where only one can. */
  public ObjectProperty<E> valueProperty() {
    return value;
  }

  /** All there are to choose from. */
  public List<E> all() {
    return all;
  }

  /** What is tried beside the value. */
  public ObservableList<E> also() {
    return also;
  }

  /** The value, and after it the others in the order of the choice. */
  public List<E> values() {
    List<E> values = new ArrayList<>();
    if (value.get() != null) {
      values.add(value.get());
    }
    all.stream().filter(also::contains).forEach(values::add);
    return values;
  }

  /** Takes a value in or out; the last one stays. */
  public void toggle(E each) {
    if (also.remove(each)) {
      return;
    }
    if (each != value.get()) {
      also.add(each);
    } else if (!also.isEmpty()) {
      E next = values().get(1);
      also.remove(next);
      value.set(next);
    }
  }
}
