package digitstudio.bench;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.Shuffle;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** The images and the training that the cases measure. */
final class Subject {
  /** Images of the epoch that all seconds stand for. */
  static final int EPOCH = 60_000;

  private static final double NANOS = 1e9;

  /** Java compiles what runs often while it runs; this long is enough. */
  private static final double WARM_UP_SECONDS = 2;

  private final TrainingData data;
  private final int rounds;
  private final boolean limited;

  /**
   * @param rounds timed epochs
   * @param images most training images; 0 for all
   */
  Subject(TrainingData data, int rounds, int images) {
    limited = images > 0 && images < data.train().size();
    this.data =
        limited ? new TrainingData(data.train().first(images), data.test(), data.sha256()) : data;
    this.rounds = rounds;
  }

  TrainingData data() {
    return data;
  }

  int rounds() {
    return rounds;
  }

  /** Most images that a repetition of these may come to. */
  int mostImages() {
    return limited ? 10 * data.train().size() : Integer.MAX_VALUE;
  }

  /** The network of the report and plain steps, with nothing held out. */
  static TrainingConfig.Builder plain() {
    return TrainingConfig.builder()
        .hidden(256)
        .activation(new Activation.Relu())
        .loss(Loss.CROSS_ENTROPY)
        .optimizer(new Optimizer.Sgd())
        .learningRate(0.1)
        .reduction(Reduction.MEAN)
        .initializer(new Initializer.He())
        .validation(0)
        .shuffle(Shuffle.EPOCH)
        .epochs(Integer.MAX_VALUE);
  }

  /** Seconds of each timed epoch on these images, scaled to a whole one. */
  Figure epoch(String name, TrainingConfig config) {
    int images = images(config);
    List<Double> seconds = scaled(seconds(config, data.train()), images);
    return Figure.median(name, "s", seconds, images);
  }

  int images(TrainingConfig config) {
    int all = data.train().size();
    return config.trainLimit() == 0 ? all : Math.min(all, config.trainLimit());
  }

  static List<Double> scaled(List<Double> seconds, int images) {
    return seconds.stream().map(each -> each * EPOCH / images).toList();
  }

  /** Seconds of each timed epoch, its shuffling and the telling of its steps included. */
  List<Double> seconds(TrainingConfig config, DigitSet train) {
    return seconds(config, train, WARM_UP_SECONDS, rounds);
  }

  /**
   * Seconds of each timed epoch.
   *
   * @param warmUp seconds of training before the first; there is always one epoch before it
   * @param wanted timed epochs
   */
  List<Double> seconds(TrainingConfig config, DigitSet train, double warmUp, int wanted) {
    // The trainer ends with a test that is of no interest here.
    TrainingData images = new TrainingData(train, data.test().first(1), data.sha256());
    StopSignal signal = new StopSignal();
    EpochClock clock = new EpochClock(signal, warmUp, wanted);
    RunResult run = new Trainer(config, images).run(clock, signal);
    if (run.state() == RunState.DIVERGED) {
      throw run.problem().orElseThrow();
    }
    return clock.seconds;
  }

  /** Stops the run when enough epochs were timed. */
  private static final class EpochClock implements TrainingListener {
    final List<Double> seconds = new ArrayList<>();
    private final StopSignal signal;
    private final double warmUp;
    private final int wanted;
    private long begin;
    private long epochBegin;

    EpochClock(StopSignal signal, double warmUp, int wanted) {
      this.signal = signal;
      this.warmUp = warmUp;
      this.wanted = wanted;
    }

    @Override
    public void stateChanged(RunState state) {
      if (state == RunState.RUNNING) {
        begin = System.nanoTime();
        epochBegin = begin;
      }
    }

    @Override
    public void epochEnded(EpochResult result) {
      long now = System.nanoTime();
      if (result.epoch() > 1 && (epochBegin - begin) / NANOS >= warmUp) {
        seconds.add((now - epochBegin) / NANOS);
      }
      if (seconds.size() == wanted) {
        signal.stop();
      }
      epochBegin = System.nanoTime();
    }
  }
}
