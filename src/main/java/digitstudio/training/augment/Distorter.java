package digitstudio.training.augment;

import digitstudio.digits.DigitImage;
import digitstudio.nn.kernel.ImageWarp;

/**
 * Distorts the images of one epoch. What happens to an image follows from the run's seed, the epoch
 * and the image's place alone; it may be asked of by any number of threads.
 *
 * <p>An image is scaled, slanted, turned about its middle, moved, and distorted elastically, all in
 * one resampling (bilinear), so that it is blurred once alone.
 */
public final class Distorter {
  private final Augmentation augmentation;
  private final long seed;
  private final int epoch;
  private final ElasticFields fields;

  /**
   * @param seed of the run's distortions
   * @param epoch counted from 1
   */
  public Distorter(Augmentation augmentation, long seed, int epoch) {
    this.augmentation = augmentation;
    this.seed = seed;
    this.epoch = epoch;
    fields = ElasticFields.of(augmentation, seed, epoch);
  }

  /** The epoch whose images these are. */
  public int epoch() {
    return epoch;
  }

  /**
   * An image distorted.
   *
   * @param place the image's among the training images
   */
  public DigitImage of(DigitImage image, int place) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    distort(ImageWarp.best(), place, image.pixels(), 0, pixels, 0);
    return new DigitImage(pixels);
  }

  /**
   * Distorts an image.
   *
   * @param warp the thread's own
   * @param place the image's among the training images
   * @param source images of 784 bytes
   * @param from where the image begins
   * @param target receives the distorted image
   * @param at where it begins there
   */
  void distort(ImageWarp warp, int place, byte[] source, int from, byte[] target, int at) {
    Draws draws = new Draws(seed, epoch, place);
    int[] map = map(draws);
    if (fields == null) {
      warp.warp(source, from, map, target, at);
      return;
    }
    int across = ElasticFields.start(draws.below(ElasticFields.COUNT));
    int down = ElasticFields.start(draws.below(ElasticFields.COUNT));
    warp.warp(source, from, map, fields.displacements(), across, down, target, at);
  }

  private int[] map(Draws draws) {
    double right = draws.within(augmentation.shift());
    double below = draws.within(augmentation.shift());
    double angle = Math.toRadians(draws.within(augmentation.rotation()));
    double wider = 1 + draws.within(augmentation.scale());
    double higher = 1 + draws.within(augmentation.scale());
    double slant = draws.within(augmentation.shear());
    return map(right, below, angle, wider, higher, slant);
  }

  /**
   * The map from a pixel of the result to its place in the source, in the units of {@link
   * ImageWarp}: the inverse of turning · slanting · scaling about the middle, and then moving.
   *
   * @param right columns that the image moves
   * @param below rows that it moves
   * @param angle in radians, clockwise
   * @param wider factor of its width
   * @param higher factor of its height
   * @param slant columns that a row comes to lie farther right than the row above
   */
  static int[] map(
      double right, double below, double angle, double wider, double higher, double slant) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    // Turning by -angle first, then taking the slant back, then the scale.
    int columnByX = units((cos + slant * sin) / wider);
    int columnByY = units((sin - slant * cos) / wider);
    int rowByX = units(-sin / higher);
    int rowByY = units(cos / higher);
    return new int[] {
      start(columnByX, columnByY, right, below),
      columnByX,
      columnByY,
      start(rowByX, rowByY, right, below),
      rowByX,
      rowByY
    };
  }

  private static int units(double value) {
    return (int) Math.rint(value * ImageWarp.ONE);
  }

  /** Such that the middle of the image goes where it is moved to. */
  private static int start(int byX, int byY, double right, double below) {
    double middle = (ImageWarp.SIDE - 1) / 2.0;
    return (int)
        Math.rint(middle * ImageWarp.ONE - byX * (middle + right) - byY * (middle + below));
  }
}
