package digitstudio.bench;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.training.TrainingConfig;
import java.util.function.Consumer;

/** Seconds of an epoch of ever wider networks. */
final class ParametersCase implements BenchmarkCase {
  /** From 1.0e5 to 1.0e7 parameters. */
  private static final int[] HIDDEN = {128, 400, 1264, 3984, 12_576};

  /** A hundred steps, whose seconds are scaled to an epoch. */
  private static final int IMAGES = 25_600;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    for (int hidden : HIDDEN) {
      TrainingConfig config =
          Subject.plain()
              .hidden(hidden)
              .batchSize(256)
              .learningRate(0.01)
              .trainLimit(IMAGES)
              .build();
      long parameters = config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()).parameters();
      figures.accept(subject.epoch("parameters." + parameters, config));
    }
  }
}
