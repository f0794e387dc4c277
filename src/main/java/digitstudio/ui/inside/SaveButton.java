package digitstudio.ui.inside;

import atlantafx.base.theme.Styles;
import digitstudio.report.figure.Figure;
import digitstudio.text.Problem;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that takes what is drawn out of the window. */
final class SaveButton {
  private SaveButton() {}

  /**
   * @param figure what is seen, drawn for paper
   * @param present null while there is nothing to save
   * @param saving asks where to and writes
   * @param told why there is no figure
   */
  static Node of(
      String id,
      Supplier<Figure> figure,
      ObservableValue<?> present,
      Consumer<Figure> saving,
      Texts texts,
      Consumer<Problem> told) {
    Button button = new Button(null, new FontIcon(Feather.DOWNLOAD));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    BooleanBinding nothing =
        Bindings.createBooleanBinding(() -> present.getValue() == null, present);
    button.disableProperty().bind(nothing);
    button.setOnAction(
        event -> {
          try {
            saving.accept(figure.get());
          } catch (Problem problem) {
            told.accept(problem);
          }
        });
    StringBinding help =
        texts.binding(
            () -> texts.get(nothing.get() ? "inside.save.disabled" : "inside.save"), nothing);
    button.accessibleTextProperty().bind(help);
    return new Explained(button, help);
  }
}
