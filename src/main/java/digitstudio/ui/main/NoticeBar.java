package digitstudio.ui.main;

import atlantafx.base.theme.Styles;
import digitstudio.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence over the whole width, there until it is dismissed. */
final class NoticeBar extends HBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final FontIcon icon = new FontIcon(Feather.INFO);

  /**
   * @param id of the sentence; its button is {@code <id>-dismiss}
   * @param notice what to tell; null hides the bar
   */
  NoticeBar(String id, ObservableValue<Notice> notice, Texts texts, Runnable dismiss) {
    getStyleClass().add("notice-bar");
    Label sentence = new Label();
    sentence.setId(id);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence
        .textProperty()
        .bind(
            texts.binding(
                () -> notice.getValue() == null ? "" : notice.getValue().sentence(texts.locale()),
                notice));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.setId(id + "-dismiss");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    close.accessibleTextProperty().bind(texts.of("window.dismiss"));
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> dismiss.run());
    getChildren().addAll(icon, sentence, close);
    notice.addListener(change -> show(notice.getValue()));
    show(notice.getValue());
  }

  private void show(Notice notice) {
    setVisible(notice != null);
    setManaged(notice != null);
    boolean error = notice != null && notice.error();
    pseudoClassStateChanged(ERROR, error);
    icon.setIconCode(error ? Feather.ALERT_TRIANGLE : Feather.INFO);
  }
}
