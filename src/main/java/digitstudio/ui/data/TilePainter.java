package digitstudio.ui.data;

import digitstudio.digits.DigitImage;
import digitstudio.digits.survey.DataImages;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Paints 28×28 images into a row-wise array of colours, at whole multiples of their size. */
final class TilePainter {
  /** Half the image's size: each pixel is the mean of four. */
  static final int HALF = DigitImage.SIDE / 2;

  private final int[] colors = new int[256];
  private int[] target = new int[0];
  private int width;
  private int height;

  /**
   * @param target [height · width], opaque colours
   */
  void paintInto(int[] target, int width, int height) {
    this.target = target;
    this.width = width;
    this.height = height;
  }

  /** Ink on paper: dark on light, or light on dark. */
  void dress(boolean dark) {
    for (int ink = 0; ink < colors.length; ink++) {
      int shade = dark ? 0x0d + (0xf0 - 0x0d) * ink / 255 : 255 - (255 - 0x1f) * ink / 255;
      colors[ink] = 0xFF000000 | shade << 16 | shade << 8 | shade;
    }
  }

  /** Leaves nothing but the ground. */
  void clear(int ground) {
    Arrays.fill(target, ground);
  }

  /**
   * Paints an image, as far as it lies within.
   *
   * @param from where it begins among the pixels
   * @param side of the tile: {@link #HALF}, or a multiple of 28
   */
  void paint(byte[] pixels, int from, int left, int top, int side) {
    if (left < 0 || left + side > width) {
      return;
    }
    if (side == HALF) {
      paintHalf(pixels, from, left, top);
      return;
    }
    int scale = side / DigitImage.SIDE;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      int first = Math.max(0, top + row * scale);
      int end = Math.min(height, top + (row + 1) * scale);
      if (first >= end) {
        continue;
      }
      int to = first * width + left;
      int at = from + row * DigitImage.SIDE;
      for (int column = 0; column < DigitImage.SIDE; column++) {
        int color = colors[pixels[at + column] & 0xFF];
        for (int i = 0; i < scale; i++) {
          target[to++] = color;
        }
      }
      for (int y = first + 1; y < end; y++) {
        System.arraycopy(target, first * width + left, target, y * width + left, side);
      }
    }
  }

  private void paintHalf(byte[] pixels, int from, int left, int top) {
    for (int row = Math.max(0, -top); row < Math.min(HALF, height - top); row++) {
      int at = from + 2 * row * DigitImage.SIDE;
      int to = (top + row) * width + left;
      for (int column = 0; column < HALF; column++, at += 2) {
        int sum =
            (pixels[at] & 0xFF)
                + (pixels[at + 1] & 0xFF)
                + (pixels[at + DigitImage.SIDE] & 0xFF)
                + (pixels[at + DigitImage.SIDE + 1] & 0xFF);
        target[to + column] = colors[sum >> 2];
      }
    }
  }

  /** An image in its own size. */
  static WritableImage picture(DataImages images, int image, boolean dark) {
    int[] colors = new int[DigitImage.PIXELS];
    TilePainter painter = new TilePainter();
    painter.dress(dark);
    painter.paintInto(colors, DigitImage.SIDE, DigitImage.SIDE);
    painter.paint(images.pixels(image), images.offset(image), 0, 0, DigitImage.SIDE);
    WritableImage picture = new WritableImage(DigitImage.SIDE, DigitImage.SIDE);
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            DigitImage.SIDE,
            DigitImage.SIDE,
            PixelFormat.getIntArgbInstance(),
            colors,
            0,
            DigitImage.SIDE);
    return picture;
  }
}
