package digitstudio.ui.pad;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One digit's probability in one of many columns. */
final class NarrowBar extends Region {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double HEIGHT = 14;
  private static final double DIGIT_WIDTH = 12;
  private static final double BAR_HEIGHT = 6;

  private final double nameWidth;
  private final Label digit;
  private final Region track = new Region();
  private final Region fill = new Region();
  private double probability = Double.NaN;

  NarrowBar(String of, double nameWidth, String colour) {
    this.nameWidth = Math.max(DIGIT_WIDTH, nameWidth);
    digit = new Label(of);
    getStyleClass().addAll("probability-bar", "narrow");
    digit.getStyleClass().add("digit");
    track.getStyleClass().add("track");
    fill.setStyle("-fx-background-color: " + colour + "; -fx-background-radius: 2;");
    getChildren().addAll(digit, track, fill);
  }

  /**
   * @param value from 0 to 1, or NaN for none
   * @param best whether it is the largest of the ten
   */
  void show(double value, boolean best) {
    pseudoClassStateChanged(BEST, best);
    if (value != probability) {
      probability = value;
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMinWidth(double height) {
    return nameWidth + 16;
  }

  @Override
  protected void layoutChildren() {
    double room = Math.max(0, getWidth() - nameWidth);
    double top = snapPositionY((getHeight() - BAR_HEIGHT) / 2);
    digit.resizeRelocate(0, 0, nameWidth, getHeight());
    track.resizeRelocate(nameWidth, top, room, BAR_HEIGHT);
    double share = Double.isNaN(probability) ? 0 : Math.min(1, Math.max(0, probability));
    fill.resizeRelocate(nameWidth, top, snapSizeX(room * share), BAR_HEIGHT);
    fill.setVisible(share * room >= 0.5);
  }
}
