package digitstudio.digits;

/** Measures of images. */
final class DigitImages {
  private DigitImages() {}

  /** Mean distance of the pixels, 0 to 255. */
  static double meanDifference(DigitImage one, DigitImage other) {
    long sum = 0;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        sum += Math.abs(one.ink(row, column) - other.ink(row, column));
      }
    }
    return (double) sum / DigitImage.PIXELS;
  }

  /** Ink in all, in full pixels. */
  static double ink(DigitImage image) {
    double sum = 0;
    for (byte pixel : image.pixels()) {
      sum += (pixel & 0xFF) / 255.0;
    }
    return sum;
  }

  /** Row and column of the centre of mass, pixel centres counted from 0. */
  static double[] centreOfMass(DigitImage image) {
    double rows = 0;
    double columns = 0;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        rows += row * image.ink(row, column) / 255.0;
        columns += column * image.ink(row, column) / 255.0;
      }
    }
    return new double[] {rows / ink(image), columns / ink(image)};
  }

  /** First and last row with ink that is more than blur. */
  static int[] inkedRows(DigitImage image) {
    int first = -1;
    int last = -1;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        if (image.ink(row, column) > 25) {
          first = first < 0 ? row : first;
          last = row;
        }
      }
    }
    return new int[] {first, last};
  }

  /** First and last column with ink that is more than blur. */
  static int[] inkedColumns(DigitImage image) {
    int first = -1;
    int last = -1;
    for (int column = 0; column < DigitImage.SIDE; column++) {
      for (int row = 0; row < DigitImage.SIDE; row++) {
        if (image.ink(row, column) > 25) {
          first = first < 0 ? column : first;
          last = column;
        }
      }
    }
    return new int[] {first, last};
  }
}
