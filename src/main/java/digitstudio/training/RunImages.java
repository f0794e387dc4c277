package digitstudio.training;

import digitstudio.digits.DataSplit;
import digitstudio.digits.DigitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The images of one part of a run's data, as its settings chose them.
 *
 * @param images in the order of their file
 * @param places [size], the place of each in its file, counted from 0
 */
public record RunImages(DigitSet images, int[] places) {
  /** The parts of a run's data. */
  public enum Part {
    /** Learnt from. */
    TRAIN,
    /** Held out of the training images; none where the share is 0. */
    VALIDATION,
    /** Of the test file. */
    TEST
  }

  /**
   * The very images that a run of these settings has.
   *
   * @throws digitstudio.text.Problem if the settings do not suit the data
   */
  public static RunImages of(Part part, TrainingConfig config, TrainingData data) {
    if (part == Part.TEST) {
      return all(data.test());
    }
    int[] places = places(part, config, data.train());
    return new RunImages(data.train().select(places), places);
  }

  /**
   * Where in the training file the images stand that a run of these settings learns from or holds
   * out.
   *
   * @param part not {@link Part#TEST}
   * @throws digitstudio.text.Problem if the settings do not suit the data
   */
  public static int[] places(Part part, TrainingConfig config, DigitSet train) {
    DigitSet images = config.trainLimit() > 0 ? train.first(config.trainLimit()) : train;
    boolean[] held =
        config.validation() == 0
            ? new boolean[images.size()]
            : DataSplit.heldOut(images, config.validation(), splitSeed(config));
    boolean wanted = part == Part.VALIDATION;
    return IntStream.range(0, held.length).filter(i -> held[i] == wanted).toArray();
  }

  private static RunImages all(DigitSet images) {
    return new RunImages(images, IntStream.range(0, images.size()).toArray());
  }

  /** The second number that a run draws from its seed. */
  static long splitSeed(TrainingConfig config) {
    SplittableRandom seeds = new SplittableRandom(config.seed());
    seeds.nextLong();
    return seeds.nextLong();
  }
}
