package digitstudio.ui.pad;

import digitstudio.ui.text.Texts;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One digit's probability: the digit, a bar, and the figure. */
final class ProbabilityBar extends Region {
  static final double HEIGHT = 20;

  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double DIGIT_WIDTH = 16;
  private static final double FIGURE_WIDTH = 64;
  private static final double BAR_HEIGHT = 8;
  private static final double THIN_HEIGHT = 3;

  /** From 0 to 1, or NaN if there is none. */
  private final DoubleProperty probability =
      new SimpleDoubleProperty(this, "probability", Double.NaN);

  /** What it would be otherwise, from 0 to 1, or NaN if there is nothing to compare with. */
  private final DoubleProperty compared = new SimpleDoubleProperty(this, "compared", Double.NaN);

  private final Label digit = new Label();
  private final Region track = new Region();
  private final Region fill = new Region();
  private final Region thin = new Region();
  private final Label figure = new Label();

  ProbabilityBar(int value, Texts texts) {
    setId("pad-bar-" + value);
    getStyleClass().add("probability-bar");
    setAccessibleRole(AccessibleRole.TEXT);
    digit.setText(String.valueOf(value));
    digit.getStyleClass().add("digit");
    track.getStyleClass().add("track");
    fill.getStyleClass().add("fill");
    figure.getStyleClass().add("figure");
    figure
        .textProperty()
        .bind(
            texts.binding(() -> isKnown() ? texts.get("pad.percent", percent()) : "", probability));
    accessibleTextProperty()
        .bind(
            texts.binding(
                () -> {
                  if (!isKnown()) {
                    return texts.get("pad.barEmpty", value);
                  }
                  return Double.isNaN(compared.get())
                      ? texts.get("pad.bar", value, percent())
                      : texts.get("pad.barBoth", value, percent(), compared.get() * 100);
                },
                probability,
                compared));
    probability.addListener(observable -> requestLayout());
    compared.addListener(observable -> requestLayout());
    thin.getStyleClass().add("thin");
    getChildren().addAll(digit, track, fill, thin, figure);
  }

  /**
   * @param value from 0 to 1, or NaN for none
   * @param other what it would be otherwise, or NaN for none
   * @param best whether it is the largest of the ten
   */
  void show(double value, double other, boolean best) {
    probability.set(value);
    compared.set(other);
    pseudoClassStateChanged(BEST, best);
  }

  private boolean isKnown() {
    return !Double.isNaN(probability.get());
  }

  private double percent() {
    return probability.get() * 100;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return DIGIT_WIDTH + FIGURE_WIDTH + 100;
  }

  @Override
  protected double computeMinWidth(double height) {
    return DIGIT_WIDTH + FIGURE_WIDTH;
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double room = Math.max(0, getWidth() - DIGIT_WIDTH - FIGURE_WIDTH);
    boolean both = !Double.isNaN(compared.get());
    double bars = BAR_HEIGHT + (both ? THIN_HEIGHT + 1 : 0);
    double top = snapPositionY((height - bars) / 2);
    digit.resizeRelocate(0, 0, DIGIT_WIDTH, height);
    track.resizeRelocate(DIGIT_WIDTH, top, room, BAR_HEIGHT);
    double share = isKnown() ? Math.min(1, Math.max(0, probability.get())) : 0;
    fill.resizeRelocate(DIGIT_WIDTH, top, snapSizeX(room * share), BAR_HEIGHT);
    fill.setVisible(share * room >= 0.5);
    double otherShare = both ? Math.min(1, Math.max(0, compared.get())) : 0;
    thin.resizeRelocate(
        DIGIT_WIDTH, top + BAR_HEIGHT + 1, Math.max(1, snapSizeX(room * otherShare)), THIN_HEIGHT);
    thin.setVisible(both);
    figure.resizeRelocate(DIGIT_WIDTH + room, 0, FIGURE_WIDTH, height);
  }
}
