package digitstudio.training.augment;

import digitstudio.nn.kernel.ImageWarp;
import java.util.Arrays;

/**
 * Smooth random displacements for the images of an epoch (Simard, Steinkraus and Platt 2003):
 * uniform noise, smoothed by a Gaussian of σ and multiplied by α.
 *
 * <p>The noise of the whole epoch is smoothed at once on one large sheet that closes on itself, and
 * cut into {@value #COUNT} fields. An image takes one for its columns and another for its rows, in
 * any of 16 384 pairs. So every image's displacements are distributed as if they had been drawn and
 * smoothed for it alone, while the smoothing costs next to nothing; the next epoch has others.
 */
final class ElasticFields {
  /** Fields, each for one direction; a power of two. */
  static final int COUNT = 128;

  private static final int ACROSS = 16;
  private static final int SIDE = ImageWarp.SIDE;
  private static final int SHEET = ACROSS * SIDE;
  private static final int ROWS = COUNT / ACROSS * SIDE;

  /** The Gaussian is cut off where its weight is a hundredth of the middle's. */
  private static final double REACH = 3;

  private final int[] displacements;

  private ElasticFields(int[] displacements) {
    this.displacements = displacements;
  }

  /** The fields of an epoch; null where nothing is distorted elastically. */
  static ElasticFields of(Augmentation augmentation, long seed, int epoch) {
    if (augmentation.elastic() == 0) {
      return null;
    }
    float[] sheet = new float[ROWS * SHEET];
    // No image has the place -1.
    Draws draws = new Draws(seed, epoch, -1);
    for (int i = 0; i < sheet.length; i++) {
      sheet[i] = draws.noise();
    }
    float[] smooth = smoothed(sheet, kernel(augmentation.smoothness()));
    return new ElasticFields(cut(smooth, augmentation.elastic() * ImageWarp.ONE));
  }

  /** COUNT · 784 displacements in the units of {@link ImageWarp}. */
  int[] displacements() {
    return displacements;
  }

  /** Where a field begins. */
  static int start(int field) {
    return field * ImageWarp.PIXELS;
  }

  private static float[] kernel(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] weights = new double[2 * reach + 1];
    for (int i = 0; i < weights.length; i++) {
      double distance = (i - reach) / sigma;
      weights[i] = Math.exp(-distance * distance / 2);
    }
    double sum = Arrays.stream(weights).sum();
    float[] kernel = new float[weights.length];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }

  /** Smoothed along the rows, then along the columns, in loops over whole rows. */
  private static float[] smoothed(float[] sheet, float[] kernel) {
    int reach = kernel.length / 2;
    float[] across = new float[sheet.length];
    float[] wrapped = new float[SHEET + 2 * reach];
    float[] sums = new float[SHEET];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < wrapped.length; i++) {
        wrapped[i] = sheet[row * SHEET + Math.floorMod(i - reach, SHEET)];
      }
      Arrays.fill(sums, 0);
      for (int k = 0; k < kernel.length; k++) {
        addScaled(wrapped, k, kernel[k], sums);
      }
      System.arraycopy(sums, 0, across, row * SHEET, SHEET);
    }
    float[] down = new float[sheet.length];
    for (int row = 0; row < ROWS; row++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < kernel.length; k++) {
        addScaled(across, Math.floorMod(row + k - reach, ROWS) * SHEET, kernel[k], sums);
      }
      System.arraycopy(sums, 0, down, row * SHEET, SHEET);
    }
    return down;
  }

  private static void addScaled(float[] values, int from, float scale, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += scale * values[from + i];
    }
  }

  private static int[] cut(float[] sheet, double scale) {
    int[] cut = new int[COUNT * ImageWarp.PIXELS];
    for (int field = 0; field < COUNT; field++) {
      int corner = field / ACROSS * SIDE * SHEET + field % ACROSS * SIDE;
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          double value = scale * sheet[corner + row * SHEET + column];
          cut[start(field) + row * SIDE + column] = (int) Math.rint(value);
        }
      }
    }
    return cut;
  }
}
