package digitstudio.training;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long a run will take, judged by runs of this computer before it: the time of an image grows
 * with the parameters, and small batches cost more than large ones. Runs that distort their images
 * are judged by others that do, and plain ones by plain ones, as long as there are any.
 */
public final class SpeedEstimate {
  /**
   * What distorted images cost beside plain ones, until a run has shown it: the most they should.
   */
  private static final double DISTORTED = 1.25;

  /** Parameters handled a second, by the logarithm of the batch size they were measured at. */
  private final Map<Double, Double> ofPlain = new TreeMap<>();

  /** The same of runs that distort their images. */
  private final Map<Double, Double> ofDistorted = new TreeMap<>();

  /**
   * Remembers a run.
   *
   * @param trainImages images of one epoch
   * @param imagesPerSecond its speed, above 0
   */
  public void measured(TrainingConfig config, int trainImages, double imagesPerSecond) {
    Map<Double, Double> known = config.augmentation().isNone() ? ofPlain : ofDistorted;
    known.put(batch(config, trainImages), imagesPerSecond * parameters(config));
  }

  /**
   * Seconds of training, by the run whose batch was most like this one's.
   *
   * @return empty before the first run
   */
  public OptionalDouble seconds(TrainingConfig config, int trainImages) {
    boolean plain = config.augmentation().isNone();
    Map<Double, Double> own = plain ? ofPlain : ofDistorted;
    Map<Double, Double> known = own.isEmpty() ? plain ? ofDistorted : ofPlain : own;
    double factor = known == own ? 1 : plain ? 1 / DISTORTED : DISTORTED;
    double batch = batch(config, trainImages);
    double images = (double) trainImages * config.epochs();
    return known.entrySet().stream()
        .min(Comparator.comparingDouble(measured -> Math.abs(measured.getKey() - batch)))
        .map(
            nearest -> OptionalDouble.of(factor * images * parameters(config) / nearest.getValue()))
        .orElseGet(OptionalDouble::empty);
  }

  private static double batch(TrainingConfig config, int trainImages) {
    return Math.log(config.batchSize().of(trainImages));
  }

  /** Of ten classes, whatever the data has: more of them weigh little beside the pixels. */
  private static double parameters(TrainingConfig config) {
    return config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()).parameters();
  }
}
