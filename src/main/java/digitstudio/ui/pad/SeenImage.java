package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The 28×28 pixels that the network is shown, with the box that the digit is scaled to. */
final class SeenImage extends Region {
  /** Sides that give whole screen pixels for each of the image's. */
  static final double SMALL = 3 * DigitImage.SIDE;

  static final double LARGE = 4 * DigitImage.SIDE;

  static final double BORDER = 1;

  private static final int BOX = 20;

  private final ObservableValue<DigitImage> image;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();
  private final Region box = new Region();

  SeenImage(ObservableValue<DigitImage> image, Texts texts, Appearance appearance) {
    this.image = image;
    this.appearance = appearance;
    setId("pad-seen");
    getStyleClass().addAll("pad-paper", "pad-seen");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.of("pad.seen"));
    box.getStyleClass().add("box");
    getChildren().addAll(canvas, box);
    image.addListener(observable -> paint());
    appearance.darkProperty().addListener(observable -> paint());
  }

  @Override
  protected void layoutChildren() {
    double side = getWidth() - 2 * BORDER;
    canvas.relocate(BORDER, BORDER);
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
      paint();
    }
    double pixel = side / DigitImage.SIDE;
    double margin = (DigitImage.SIDE - BOX) / 2.0 * pixel;
    box.resizeRelocate(BORDER + margin, BORDER + margin, BOX * pixel, BOX * pixel);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    DigitImage seen = image.getValue();
    if (seen == null) {
      return;
    }
    double pixel = canvas.getWidth() / DigitImage.SIDE;
    Color ink = PadColours.ink(appearance);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        int value = seen.ink(row, column);
        if (value > 0) {
          graphics.setFill(ink.deriveColor(0, 1, 1, value / 255.0));
          graphics.fillRect(column * pixel, row * pixel, pixel, pixel);
        }
      }
    }
  }
}
