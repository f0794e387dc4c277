package digitstudio.ui.inside;

import digitstudio.report.chart.DivergingColors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One connection: what it leads to, a bar to the left or right of zero, and the figure. */
final class LinkBar extends Region {
  private static final double NAME = 72;
  private static final double FIGURE = 64;
  private static final double BAR = 8;

  private final Label name = new Label();
  private final Label figure = new Label();
  private final Region axis = new Region();
  private final Region bar = new Region();
  private final double share;

  /**
   * @param share of the longest bar, -1 to 1
   */
  LinkBar(String name, String figure, double share, boolean dark) {
    this.share = Double.isFinite(share) ? share : 0;
    this.name.setText(name);
    this.figure.setText(figure);
    this.figure.getStyleClass().add("inside-figure");
    axis.getStyleClass().add("inside-axis");
    DivergingColors colors = dark ? DivergingColors.DARK : DivergingColors.LIGHT;
    int argb = colors.argb(share < 0 ? -0.65f : 0.65f);
    bar.setStyle(String.format("-fx-background-color: #%06x;", argb & 0xFFFFFF));
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(name + " " + figure);
    getStyleClass().add("inside-link");
    getChildren().addAll(this.name, axis, bar, this.figure);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 20;
  }

  @Override
  protected double computePrefWidth(double height) {
    return NAME + FIGURE + 60;
  }

  @Override
  protected void layoutChildren() {
    double room = Math.max(8, getWidth() - NAME - FIGURE - 8);
    double middle = Math.round(NAME + room / 2);
    double length = Math.abs(share) * room / 2;
    double top = Math.round((getHeight() - BAR) / 2);
    name.resizeRelocate(0, 0, NAME - 4, getHeight());
    axis.resizeRelocate(middle, 2, 1, getHeight() - 4);
    bar.resizeRelocate(share < 0 ? middle - length : middle + 1, top, length, BAR);
    figure.resizeRelocate(getWidth() - FIGURE, 0, FIGURE, getHeight());
  }
}
