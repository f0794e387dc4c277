package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitStep;
import digitstudio.digits.Ink;
import digitstudio.ui.theme.Appearance;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** What is seen of a drawing after one step, as a square picture. */
final class StagePicture extends Region {
  private static final double BORDER = 1;
  private static final int LEAST = 3 * DigitImage.SIDE;
  private static final int MOST = 6 * DigitImage.SIDE;

  private final DigitStep step;
  private final ObservableValue<Optional<StagePictures>> pictures;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();

  StagePicture(
      DigitStep step, ObservableValue<Optional<StagePictures>> pictures, Appearance appearance) {
    this.step = step;
    this.pictures = pictures;
    this.appearance = appearance;
    getStyleClass().addAll("pad-paper", "stage-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    pictures.addListener(observable -> paint());
    appearance.darkProperty().addListener(observable -> paint());
  }

  /** Sides of whole screen pixels for each of the network's. */
  private static double side(double width) {
    double pixel = Math.floor((width - 2 * BORDER) / DigitImage.SIDE);
    return Math.max(LEAST, Math.min(MOST, pixel * DigitImage.SIDE));
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST + 2 * BORDER;
  }

  @Override
  protected double computePrefWidth(double height) {
    return LEAST + 2 * BORDER;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return side(width < 0 ? prefWidth(-1) : width) + 2 * BORDER;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return MOST + 2 * BORDER;
  }

  @Override
  protected void layoutChildren() {
    double side = side(getWidth());
    canvas.relocate(Math.floor((getWidth() - side) / 2), BORDER);
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
      paint();
    }
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    graphics.clearRect(0, 0, side, side);
    graphics.setImageSmoothing(false);
    pictures
        .getValue()
        .ifPresent(
            shown -> {
              Ink ink = shown.after(step);
              double pixel = pixel(ink, side);
              double x = Math.floor((side - ink.width() * pixel) / 2);
              double y = Math.floor((side - ink.height() * pixel) / 2);
              graphics.drawImage(picture(ink), x, y, ink.width() * pixel, ink.height() * pixel);
              if (step == DigitStep.SCALE) {
                frame(graphics, x, y, ink, pixel);
              } else if (step == DigitStep.CENTRE) {
                cross(graphics, ink, pixel);
              }
            });
  }

  /** The network's pixels are all of one size, and so are those of the two finer pictures. */
  private double pixel(Ink ink, double side) {
    boolean fine = step == DigitStep.PEN || step == DigitStep.CROP;
    int across =
        fine
            ? Math.max(ink.width(), ink.height())
            : Math.max(DigitImage.SIDE, Math.max(ink.width(), ink.height()));
    return side / across;
  }

  private WritableImage picture(Ink ink) {
    Color colour = PadColours.ink(appearance);
    int rgb =
        (int) Math.round(colour.getRed() * 255) << 16
            | (int) Math.round(colour.getGreen() * 255) << 8
            | (int) Math.round(colour.getBlue() * 255);
    int[] pixels = new int[ink.width() * ink.height()];
    for (int place = 0; place < pixels.length; place++) {
      int alpha = Math.round(Math.min(1, ink.values()[place]) * 255);
      pixels[place] = alpha << 24 | rgb;
    }
    WritableImage image = new WritableImage(ink.width(), ink.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            ink.width(),
            ink.height(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            ink.width());
    return image;
  }

  /** The box that the digit was scaled into. */
  private void frame(GraphicsContext graphics, double x, double y, Ink ink, double pixel) {
    graphics.setStroke(PadColours.mark(appearance));
    graphics.setLineWidth(1);
    graphics.strokeRect(x + 0.5, y + 0.5, ink.width() * pixel - 1, ink.height() * pixel - 1);
  }

  /** Lines through the middle, and a ring around the centre of mass. */
  private void cross(GraphicsContext graphics, Ink ink, double pixel) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int place = 0; place < ink.values().length; place++) {
      mass += ink.values()[place];
      x += ink.values()[place] * (place % ink.width() + 0.5);
      y += ink.values()[place] * (place / ink.width() + 0.5);
    }
    double middle = Math.floor((DigitImage.SIDE / 2 + 0.5) * pixel) + 0.5;
    graphics.setStroke(PadColours.mark(appearance));
    graphics.setLineWidth(1);
    graphics.strokeLine(middle, 0, middle, canvas.getHeight());
    graphics.strokeLine(0, middle, canvas.getWidth(), middle);
    if (mass > 0) {
      graphics.setLineWidth(2);
      graphics.strokeOval(x / mass * pixel - 4, y / mass * pixel - 4, 8, 8);
    }
  }
}
