package digitstudio.ui.inside;

import digitstudio.digits.ClassNames;
import digitstudio.report.figure.PaperFont;
import digitstudio.report.weights.WeightStyle;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * What everything painted here goes by.
 *
 * @param texts words
 * @param appearance light or dark
 * @param font the theme's
 */
record Surroundings(Texts texts, Appearance appearance, ObservableValue<Font> font) {
  WeightStyle style() {
    return WeightStyle.screen(appearance.isDark(), font.getValue().getFamily(), texts.locale());
  }

  WeightStyle paper() {
    return WeightStyle.paper(PaperFont.family(texts.locale(), ""), texts.locale());
  }

  boolean isDark() {
    return appearance.isDark();
  }

  String number(double value) {
    return WeightStyle.number(value, texts.locale());
  }

  /** Calls back whenever words, colours or letters change. */
  void onChange(Runnable changed) {
    texts.localeProperty().addListener(change -> changed.run());
    appearance.darkProperty().addListener(change -> changed.run());
    font.addListener(change -> changed.run());
  }

  Label label(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.of(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A quiet line that says what is read, and keeps its height while there is nothing. */
  static Label readout(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().addAll("quiet", "inside-readout");
    return label;
  }

  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** A class: a digit where these are digits, else by its name. */
  String className(ClassNames classes, int label) {
    return classes.areDigits()
        ? texts.get("inside.digit", label)
        : texts.get("inside.class", classes.name(label));
  }

  /** A unit of a layer, the output's by its class. */
  String unitName(ClassNames classes, int layer, int layers, int unit) {
    return layer + 1 == layers
        ? className(classes, unit)
        : texts.get("inside.unitOf", unit, layer + 1);
  }

  /** A layer by its place. */
  String layerName(int layer, int layers) {
    return layer + 1 == layers
        ? texts.get("inside.outputLayer")
        : texts.get("inside.hiddenLayer", layer + 1);
  }
}
