package digitstudio.bench;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.nn.LayerSpec;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.function.Consumer;

/** A network that is deep, on inputs of which none is zero: the work of the dense products. */
final class DeepCase implements BenchmarkCase {
  /** A hundred steps, whose seconds are scaled to an epoch. */
  private static final int IMAGES = 12_800;

  private static final double GIGA = 1e9;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    TrainingConfig config =
        Subject.plain()
            .hidden(1024, 1024, 1024)
            .batchSize(128)
            .learningRate(0.01)
            .standardization(true)
            .trainLimit(IMAGES)
            .build();
    Figure epoch = subject.epoch("deep", config);
    figures.accept(epoch);
    double operations =
        operations(config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()).layers())
            * Subject.EPOCH;
    List<Double> rates =
        epoch.samples().stream().map(seconds -> operations / seconds / GIGA).toList();
    figures.accept(Figure.median("deep.rate", "GFLOP/s", rates, epoch.images()));
  }

  /**
   * Operations of one image's products: two for each weight forward, two for its gradient, and two
   * for the gradient of what lies below, which the first layer does not need.
   */
  static double operations(List<LayerSpec> layers) {
    double operations = 0;
    for (LayerSpec layer : layers) {
      operations += 6.0 * layer.weights();
    }
    return operations - 2.0 * layers.get(0).weights();
  }
}
