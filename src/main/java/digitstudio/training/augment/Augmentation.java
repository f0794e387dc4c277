package digitstudio.training.augment;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;

/**
 * How strongly training images are distorted, each anew in every epoch: affinely by uniform draws,
 * and elastically by random fields of displacements (Simard, Steinkraus and Platt 2003).
 *
 * @param shift most pixels that an image is moved across and down, 0 to {@value #MOST_SHIFT}
 * @param rotation most degrees that it is turned either way, 0 to {@value #MOST_ROTATION}
 * @param scale most that its width and, drawn apart, its height grow or shrink, as a share of them,
 *     0 to {@value #MOST_SCALE}
 * @param shear most that it slants either way, in columns a row, 0 to {@value #MOST_SHEAR}
 * @param elastic α, what smoothed displacements are multiplied by, in pixels, 0 to {@value
 *     #MOST_ELASTIC}
 * @param smoothness σ in pixels of the Gaussian that smooths the displacements, {@value
 *     #LEAST_SMOOTHNESS} to {@value #MOST_SMOOTHNESS}; the default where α is 0
 */
public record Augmentation(
    double shift, double rotation, double scale, double shear, double elastic, double smoothness) {
  /** σ where nothing else is said. */
  public static final double DEFAULT_SMOOTHNESS = 5;

  public static final double MOST_SHIFT = 14;
  public static final double MOST_ROTATION = 180;
  public static final double MOST_SCALE = 0.5;
  public static final double MOST_SHEAR = 1;
  public static final double MOST_ELASTIC = 200;
  public static final double LEAST_SMOOTHNESS = 1;
  public static final double MOST_SMOOTHNESS = 20;

  /** Images as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, DEFAULT_SMOOTHNESS);

  public Augmentation {
    requireWithin("shift", shift, 0, MOST_SHIFT);
    requireWithin("rotation", rotation, 0, MOST_ROTATION);
    requireWithin("scale", scale, 0, MOST_SCALE);
    requireWithin("shear", shear, 0, MOST_SHEAR);
    requireWithin("elastic", elastic, 0, MOST_ELASTIC);
    requireWithin("smoothness", smoothness, LEAST_SMOOTHNESS, MOST_SMOOTHNESS);
    if (elastic == 0) {
      // Without displacements there is nothing to smooth, and equal settings are to be equal.
      smoothness = DEFAULT_SMOOTHNESS;
    }
  }

  private static void requireWithin(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new Problem(
          "settings.within",
          field,
          Settings.number(value),
          Settings.number(low),
          Settings.number(high));
    }
  }

  /** Whether images stay as they are. */
  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * Root mean square of the elastic displacement in each direction, in pixels: uniform noise from
   * -1 to 1 has the variance 1/3, of which a Gaussian of σ leaves 1/(4πσ²).
   */
  public double displacement() {
    return elastic / (2 * smoothness * Math.sqrt(3 * Math.PI));
  }

  public Augmentation withShift(double pixels) {
    return new Augmentation(pixels, rotation, scale, shear, elastic, smoothness);
  }

  public Augmentation withRotation(double degrees) {
    return new Augmentation(shift, degrees, scale, shear, elastic, smoothness);
  }

  public Augmentation withScale(double share) {
    return new Augmentation(shift, rotation, share, shear, elastic, smoothness);
  }

  public Augmentation withShear(double columnsPerRow) {
    return new Augmentation(shift, rotation, scale, columnsPerRow, elastic, smoothness);
  }

  public Augmentation withElastic(double alpha, double sigma) {
    return new Augmentation(shift, rotation, scale, shear, alpha, sigma);
  }
}
