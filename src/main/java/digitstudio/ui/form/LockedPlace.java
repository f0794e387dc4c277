package digitstudio.ui.form;

import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place of the form whose controls are off while its setting is fixed, saying why. */
final class LockedPlace {
  private final Node place;
  private final Labeled name;
  private final Supplier<List<Node>> controls;
  private final Tooltip why;
  private final ObservableValue<String> reason;

  /**
   * @param place that tells the reason, as a control that is off hears no mouse
   * @param name gets the picture of a lock
   * @param controls that are off
   */
  private LockedPlace(
      Node place, Labeled name, Supplier<List<Node>> controls, FormLocks locks, Texts texts) {
    this.place = place;
    this.name = name;
    this.controls = controls;
    reason =
        texts.binding(
            () -> locks.reasonProperty().get().in(texts.locale()), locks.reasonProperty());
    why = Explained.tooltip(reason);
  }

  /** Has a place follow whether its setting is fixed. */
  static void follow(
      Node place,
      Labeled name,
      Supplier<List<Node>> controls,
      ObservableValue<Boolean> locked,
      FormLocks locks,
      Texts texts) {
    LockedPlace made = new LockedPlace(place, name, controls, locks, texts);
    locked.addListener((change, before, now) -> made.show(now));
    if (locked.getValue()) {
      made.show(true);
    }
    // The binding behind it is held by nobody else.
    place.getProperties().put(LockedPlace.class, List.of(made, locked));
  }

  private void show(boolean locked) {
    controls.get().forEach(control -> control.setDisable(locked));
    if (name != null) {
      name.setContentDisplay(ContentDisplay.RIGHT);
      name.setGraphic(locked ? lock() : null);
    }
    if (locked) {
      Tooltip.install(place, why);
    } else {
      Tooltip.uninstall(place, why);
    }
    place.setAccessibleHelp(locked ? reason.getValue() : null);
  }

  private static FontIcon lock() {
    FontIcon icon = new FontIcon(Feather.LOCK);
    icon.getStyleClass().add("lock");
    return icon;
  }
}
