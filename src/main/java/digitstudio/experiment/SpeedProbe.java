package digitstudio.experiment;

import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.training.BatchSize;
import digitstudio.training.RunResult;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds out how fast this computer trains, by a moment of training at some of the batch sizes that
 * are wanted; the test images are not touched.
 */
public final class SpeedProbe {
  /** Enough for a speed, and no more than a moment. */
  private static final int IMAGES = 6000;

  private static final int MOST_BATCH_SIZES = 6;

  /** The speed is taken of pieces as long as this. */
  private static final double WINDOW_SECONDS = 0.1;

  /** As long as Java still compiles, one piece is much faster than the one before it. */
  private static final double STILL_GROWING = 1.1;

  private static final double SECONDS_WITHOUT_GROWTH = 0.5;

  private static final double MOST_SECONDS = 6;

  private static final int MOST_EPOCHS = 100_000;

  /** Trains with settings on data. */
  @FunctionalInterface
  public interface Trainer {
    RunResult train(
        TrainingConfig config, TrainingData data, TrainingListener listener, StopSignal signal);
  }

  private SpeedProbe() {}

  /** A speed for each batch size, the first few of them. */
  public static SpeedEstimate of(
      Collection<TrainingConfig> configs, TrainingData data, Trainer trainer) {
    SpeedEstimate speed = new SpeedEstimate();
    DigitSet few = data.train().first(IMAGES);
    TrainingData little = new TrainingData(few, few.first(1), data.sha256());
    Set<BatchSize> tried = new HashSet<>();
    for (TrainingConfig config : configs) {
      if (tried.size() < MOST_BATCH_SIZES && tried.add(config.batchSize())) {
        int images = Sweep.trainImages(config, data.train().size());
        // Said of the whole data, where it is meant, before a moment is trained on a part of it.
        int batch = config.batchSize().of(images);
        Clock clock = new Clock();
        trainer.train(moment(config, batch, few.size()), little, clock, clock.signal);
        if (clock.imagesPerSecond() > 0) {
          speed.measured(config, images, clock.imagesPerSecond());
        }
      }
    }
    return speed;
  }

  private static TrainingConfig moment(TrainingConfig config, int batch, int images) {
    TrainingConfig.Builder moment =
        config.toBuilder()
            .epochs(MOST_EPOCHS)
            .patience(0)
            .validation(0)
            .trainLimit(0)
            .ownDrawings(0);
    return (batch >= images ? moment.batchSize(new BatchSize.All()) : moment).build();
  }

  /** Ends a training when its speed grows no more. */
  private static final class Clock implements TrainingListener {
    private final StopSignal signal = new StopSignal();
    private long start;
    private long window;
    private long grown;
    private long imagesBefore;
    private double best;

    @Override
    public void started(Network network, PixelScaling scaling, int images, int stepsPerEpoch) {
      start = System.nanoTime();
      window = start;
      grown = start;
    }

    @Override
    public void imagesSeen(long imagesOfRun) {
      long now = System.nanoTime();
      double seconds = (now - window) / 1e9;
      if (seconds < WINDOW_SECONDS) {
        return;
      }
      double speed = (imagesOfRun - imagesBefore) / seconds;
      if (speed > STILL_GROWING * best) {
        grown = now;
      }
      best = Math.max(best, speed);
      window = now;
      imagesBefore = imagesOfRun;
      if (now - grown > SECONDS_WITHOUT_GROWTH * 1e9 || now - start > MOST_SECONDS * 1e9) {
        signal.stop();
      }
    }

    /** Of the fastest piece; 0 if nothing is known. */
    double imagesPerSecond() {
      return best;
    }
  }
}
