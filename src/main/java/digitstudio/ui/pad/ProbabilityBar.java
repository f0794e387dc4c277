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

  private final double nameWidth;
  private final Label digit = new Label();
  private final Region track = new Region();
  private final Region fill = new Region();
  private final Region thin = new Region();
  private final Label figure = new Label();

  /**
   * @param of what the probability is of
   * @param nameWidth room for the longest of the names
   */
  ProbabilityBar(int value, String of, double nameWidth, Texts texts) {
    this.nameWidth = Math.max(DIGIT_WIDTH, nameWidth);
    setId("pad-bar-" + value);
    getStyleClass().add("probability-bar");
    setAccessibleRole(AccessibleRole.TEXT);
    digit.setText(of);
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
                    return texts.get("pad.barEmpty", of);
                  }
                  return Double.isNaN(compared.get())
                      ? texts.get("pad.bar", of, percent())
                      : texts.get("pad.barBoth", of, percent(), compared.get() * 100);
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
    return nameWidth + FIGURE_WIDTH + 100;
  }

  @Override
  protected double computeMinWidth(double height) {
    return nameWidth + FIGURE_WIDTH;
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double room = Math.max(0, getWidth() - nameWidth - FIGURE_WIDTH);
    boolean both = !Double.isNaN(compared.get());
    double bars = BAR_HEIGHT + (both ? THIN_HEIGHT + 1 : 0);
    double top = snapPositionY((height - bars) / 2);
    digit.resizeRelocate(0, 0, nameWidth, height);
    track.resizeRelocate(nameWidth, top, room, BAR_HEIGHT);
    double share = isKnown() ? Math.min(1, Math.max(0, probability.get())) : 0;
    fill.resizeRelocate(nameWidth, top, snapSizeX(room * share), BAR_HEIGHT);
    fill.setVisible(share * room >= 0.5);
    double otherShare = both ? Math.min(1, Math.max(0, compared.get())) : 0;
    thin.resizeRelocate(
        nameWidth, top + BAR_HEIGHT + 1, Math.max(1, snapSizeX(room * otherShare)), THIN_HEIGHT);
    thin.setVisible(both);
    figure.resizeRelocate(nameWidth + room, 0, FIGURE_WIDTH, height);
  }
}
