package digitstudio.experiment;

import digitstudio.digits.DigitSet;
import digitstudio.training.BatchSize;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Finds out how fast this computer trains, by a moment of training at some of the batch sizes that
 * are wanted; the test images are not touched.
 */
public final class SpeedProbe {
  /** Enough for a speed, and no more than a moment. */
  private static final int IMAGES = 6000;

  /** The first epoch warms up, the last is timed. */
  private static final int EPOCHS = 3;

  private static final int MOST_BATCH_SIZES = 6;

  private SpeedProbe() {}

  /**
   * A speed for each batch size, the first few of them.
   *
   * @param trainer trains with settings on data
   */
  public static SpeedEstimate of(
      Collection<TrainingConfig> configs,
      TrainingData data,
      BiFunction<TrainingConfig, TrainingData, RunResult> trainer) {
    SpeedEstimate speed = new SpeedEstimate();
    DigitSet few = data.train().first(Math.min(IMAGES, data.train().size()));
    TrainingData little =
        new TrainingData(few, few.first(Math.min(100, few.size())), data.sha256());
    Set<BatchSize> tried = new HashSet<>();
    for (TrainingConfig config : configs) {
      if (tried.size() < MOST_BATCH_SIZES && tried.add(config.batchSize())) {
        int images = Sweep.trainImages(config, data.train().size());
        // Said of the whole data, where it is meant, before a moment is trained on a part of it.
        int batch = config.batchSize().of(images);
        RunResult result = trainer.apply(moment(config, batch, few.size()), little);
        List<Double> speeds = speeds(result, few.size());
        if (!speeds.isEmpty()) {
          speed.measured(config, images, speeds.get(speeds.size() - 1));
        }
      }
    }
    return speed;
  }

  private static TrainingConfig moment(TrainingConfig config, int batch, int images) {
    TrainingConfig.Builder moment =
        config.toBuilder().epochs(EPOCHS).patience(0).validation(0).trainLimit(0);
    return (batch >= images ? moment.batchSize(new BatchSize.All()) : moment).build();
  }

  /** Images a second of each epoch that took any time. */
  private static List<Double> speeds(RunResult result, int images) {
    List<Double> speeds = new ArrayList<>();
    for (EpochResult epoch : result.epochs()) {
      if (epoch.seconds() > 0) {
        speeds.add(images / epoch.seconds());
      }
    }
    return speeds;
  }
}
