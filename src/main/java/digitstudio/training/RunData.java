package digitstudio.training;

import digitstudio.digits.DataSplit;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Samples;
import java.util.SplittableRandom;

/**
 * The images of one run: limited, split and scaled as its settings say.
 *
 * @param train what is learnt from
 * @param validation what is held out; size 0 if nothing is
 * @param test what is looked at once, at the end
 * @param scaling fitted on {@code train}
 * @param drawings those that {@code train} ends with; none if the settings want none
 */
record RunData(
    Samples train, Samples validation, Samples test, PixelScaling scaling, OwnDrawings drawings) {
  static RunData of(TrainingConfig config, TrainingData data, long splitSeed) {
    DigitSet images =
        config.trainLimit() > 0 ? data.train().first(config.trainLimit()) : data.train();
    DataSplit split = DataSplit.stratified(images, config.validation(), splitSeed);
    OwnDrawings drawings = config.ownDrawings() > 0 ? data.drawings().get() : OwnDrawings.NONE;
    DigitSet learnt =
        config.ownDrawings() > 0
            ? drawings.behind(split.train(), config.ownDrawings(), drawingsSeed(config))
            : split.train();
    PixelScaling scaling =
        PixelScaling.fit(learnt, config.contrastStretching(), config.standardization());
    return new RunData(
        samples(learnt, scaling),
        samples(split.validation(), scaling),
        samples(data.test(), scaling),
        scaling,
        drawings);
  }

  /** The fifth number that a run draws from its seed; the trainer draws the others. */
  private static long drawingsSeed(TrainingConfig config) {
    SplittableRandom seeds = new SplittableRandom(config.seed());
    for (int before = 0; before < 4; before++) {
      seeds.nextLong();
    }
    return seeds.nextLong();
  }

  static Samples samples(DigitSet images, PixelScaling scaling) {
    return new Samples(
        scaling.stretched(images.pixels()), images.labels(), DigitImage.PIXELS, scaling.values());
  }
}
