package digitstudio.digits.sets;

import digitstudio.digits.DigitImage;
import digitstudio.digits.sets.SetOptions.PaperTone;

/** Tells light paper from dark by the outermost pixels of many images. */
final class Borders {
  /** As many images, evenly spread, tell of all. */
  private static final int SAMPLE = 2000;

  private static final double HALF = 127.5;

  private Borders() {}

  /** Mean of the border pixels, 0 to 255; 0 without images. */
  static double mean(byte[] pixels, int images) {
    int step = Math.max(1, images / SAMPLE);
    long sum = 0;
    long count = 0;
    for (int image = 0; image < images; image += step) {
      for (int place = 0; place < DigitImage.SIDE; place++) {
        int last = DigitImage.SIDE - 1;
        sum += at(pixels, image, 0, place) + at(pixels, image, last, place);
        sum += at(pixels, image, place, 0) + at(pixels, image, place, last);
        count += 4;
      }
    }
    return count == 0 ? 0 : (double) sum / count;
  }

  private static int at(byte[] pixels, int image, int row, int column) {
    return pixels[image * DigitImage.PIXELS + row * DigitImage.SIDE + column] & 0xFF;
  }

  /** Whether images with such borders are to be turned round. */
  static boolean inverts(PaperTone tone, double border) {
    return tone == PaperTone.LIGHT || (tone == PaperTone.AUTO && border > HALF);
  }
}
