package digitstudio.ui.hand;

import digitstudio.digits.DigitImage;
import digitstudio.ui.theme.Appearance;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Digits as pictures, in ink that suits the window. */
final class Inks {
  private static final int LIGHT = 0x1F2328;
  private static final int DARK = 0xF0F3F6;

  private Inks() {}

  static Color ink(Appearance appearance) {
    return appearance.isDark() ? Color.web("#f0f3f6") : Color.web("#1f2328");
  }

  /** The image, one pixel for each of its own, on nothing. */
  static WritableImage picture(DigitImage digit, Appearance appearance) {
    int colour = appearance.isDark() ? DARK : LIGHT;
    byte[] ink = digit.pixels();
    int[] pixels = new int[ink.length];
    for (int place = 0; place < ink.length; place++) {
      pixels[place] = (ink[place] & 0xFF) << 24 | colour;
    }
    WritableImage picture = new WritableImage(DigitImage.SIDE, DigitImage.SIDE);
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            DigitImage.SIDE,
            DigitImage.SIDE,
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            DigitImage.SIDE);
    return picture;
  }
}
