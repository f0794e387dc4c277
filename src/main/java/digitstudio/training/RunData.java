package digitstudio.training;

import digitstudio.digits.DataSplit;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Samples;

/**
 * The images of one run: limited, split and scaled as its settings say.
 *
 * @param train what is learnt from
 * @param validation what is held out; size 0 if nothing is
 * @param test what is looked at once, at the end
 * @param scaling fitted on {@code train}
 */
record RunData(Samples train, Samples validation, Samples test, PixelScaling scaling) {
  static RunData of(TrainingConfig config, TrainingData data, long splitSeed) {
    DigitSet images =
        config.trainLimit() > 0 ? data.train().first(config.trainLimit()) : data.train();
    DataSplit split = DataSplit.stratified(images, config.validation(), splitSeed);
    PixelScaling scaling =
        PixelScaling.fit(split.train(), config.contrastStretching(), config.standardization());
    return new RunData(
        samples(split.train(), scaling),
        samples(split.validation(), scaling),
        samples(data.test(), scaling),
        scaling);
  }

  static Samples samples(DigitSet images, PixelScaling scaling) {
    return new Samples(
        scaling.stretched(images.pixels()), images.labels(), DigitImage.PIXELS, scaling.values());
  }
}
