package digitstudio.digits.survey;

import digitstudio.digits.DigitImage;

/**
 * What is measured of each image, by its number.
 *
 * @param means mean of the pixels, 0 to 255
 * @param inks share of the pixels that are at least half black, 0 to 1
 * @param distances Euclidean distance from the mean of the training images of its class, with black
 *     counted as 1: 0 to 28
 */
public record ImageFigures(float[] means, float[] inks, float[] distances) {
  private static final int HALF = 128;
  private static final double BLACK = 255;

  /**
   * Measures every image.
   *
   * @param pictures of the training images
   */
  public static ImageFigures of(DataImages images, ClassPictures pictures) {
    int size = images.size();
    ImageFigures figures = new ImageFigures(new float[size], new float[size], new float[size]);
    for (int image = 0; image < size; image++) {
      figures.measure(images, image, pictures.means()[images.label(image)]);
    }
    return figures;
  }

  private void measure(DataImages images, int image, double[] classMean) {
    byte[] pixels = images.pixels(image);
    int from = images.offset(image);
    int sum = 0;
    int inked = 0;
    double squares = 0;
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      int ink = pixels[from + i] & 0xFF;
      sum += ink;
      inked += ink >= HALF ? 1 : 0;
      double difference = ink - classMean[i];
      squares += difference * difference;
    }
    means[image] = (float) sum / DigitImage.PIXELS;
    inks[image] = (float) inked / DigitImage.PIXELS;
    distances[image] = (float) (Math.sqrt(squares) / BLACK);
  }
}
