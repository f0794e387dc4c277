package digitstudio.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/** A button as wide as it is given, whose content of wrapped words decides its height. */
final class CardButton extends Button {
  private final Region content;
  private final double padding;

  /**
   * @param padding that its style leaves around the content
   */
  CardButton(Region content, double padding) {
    this.content = content;
    this.padding = padding;
    content.setMouseTransparent(true);
    content.prefWidthProperty().bind(widthProperty().subtract(2 * padding));
    content.maxWidthProperty().bind(content.prefWidthProperty());
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMinWidth(0);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? getWidth() : width;
    return room <= 0
        ? super.computePrefHeight(width)
        : Math.ceil(content.prefHeight(room - 2 * padding)) + 2 * padding;
  }
}
