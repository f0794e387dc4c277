package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Engine;
import digitstudio.nn.Network;
import digitstudio.text.Problem;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs trainings and predictions in the background, one training at a time.
 *
 * <p>Everything it tells goes through the callback executor, newest first and stale values dropped:
 * {@code Platform::runLater} in the window, {@code Runnable::run} in a test. Its methods return at
 * once and may be called on any one thread.
 */
public final class TrainingService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

  /** Twenty pictures a second look alive, and leave the processor to the arithmetic. */
  private static final long PICTURE_NANOS = 50_000_000;

  private static final int PATIENCE_SECONDS = 10;

  /** What {@link #rehearse} trains on: enough that the arithmetic is compiled, done in a second. */
  private static final int REHEARSAL_IMAGES = 2000;

  private static final int REHEARSAL_EPOCHS = 15;

  private final Executor callbacks;
  private final Supplier<TrainingData> source;
  private final Function<TrainingConfig, RunListener> recording;
  private final ExecutorService trainings = worker("training");
  private final ExecutorService answers = worker("predictions");
  private final LivePredictions predictions;
  private volatile Run run;
  private final StopSignal rehearsal = new StopSignal();

  /**
   * @param callbacks where observers are called
   * @param data reads the images; called on the worker for each run, as others may be chosen
   *     between them
   */
  public TrainingService(Executor callbacks, Supplier<TrainingData> data) {
    this(callbacks, data, config -> RunListener.SILENT);
  }

  /**
   * @param callbacks where observers are called
   * @param data reads the images; called on the worker for each run, as others may be chosen
   *     between them
   * @param recording makes what keeps a run, on the worker as the run begins; it never throws
   */
  public TrainingService(
      Executor callbacks,
      Supplier<TrainingData> data,
      Function<TrainingConfig, RunListener> recording) {
    this.callbacks = callbacks;
    source = data;
    this.recording = recording;
    predictions = new LivePredictions(answers, callbacks);
  }

  private static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Loads the numeric library and the data, so that the first run starts at once and at speed. */
  public void warmUp() {
    warmUp(speed -> {});
  }

  /**
   * The same.
   *
   * @param speed told how many images a second {@link TrainingConfig#DEFAULT} trains with here,
   *     unless a run was wanted before that was known
   */
  public void warmUp(DoubleConsumer speed) {
    trainings.execute(
        () -> {
          try {
            Engine.start();
            double imagesPerSecond = rehearse(data());
            if (imagesPerSecond > 0) {
              callbacks.execute(() -> speed.accept(imagesPerSecond));
            }
          } catch (Problem e) {
            // The first run meets it again and tells the person.
            LOG.info("Nothing to train on yet: {}", e.getMessage());
          }
        });
  }

  /**
   * Trains a little and forgets it: Java compiles what is run often, and would do so in the first
   * run else. A run that is wanted meanwhile does not wait for its end.
   *
   * @return images a second of the fastest epoch, as the others were slower for the compiling; 0 if
   *     it was not finished
   */
  private double rehearse(TrainingData data) {
    DigitSet images = data.train().first(REHEARSAL_IMAGES);
    TrainingConfig usual = TrainingConfig.DEFAULT.toBuilder().epochs(REHEARSAL_EPOCHS).build();
    RunResult result =
        new Trainer(usual, new TrainingData(images, images, data.sha256(), data.description()))
            .run(TrainingListener.SILENT, rehearsal);
    double seconds =
        result.epochs().stream().mapToDouble(EpochResult::seconds).min().orElse(Double.NaN);
    long trained = result.train().confusion().total();
    return result.state() == RunState.FINISHED && seconds > 0 ? trained / seconds : 0;
  }

  private TrainingData data() {
    return source.get();
  }

  /**
   * Trains with these settings.
   *
   * @param observer given the newest snapshot, at most about twenty times a second, and always the
   *     last one
   * @throws IllegalStateException if a run is still going on
   */
  public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
    start(config, recording, observer);
  }

  /**
   * Trains with these settings, kept in another way than the usual.
   *
   * @param recording makes what keeps the run, on the worker as the run begins; where it throws a
   *     {@link Problem}, the run fails with it
   * @param observer given the newest snapshot, as above
   * @throws IllegalStateException if a run is still going on
   */
  public void start(
      TrainingConfig config,
      Function<TrainingConfig, RunListener> recording,
      Consumer<RunSnapshot> observer) {
    if (isBusy()) {
      throw new IllegalStateException("a run is going on");
    }
    rehearsal.stop();
    Run next = new Run(config, recording, observer);
    run = next;
    next.publish();
    trainings.execute(next::train);
  }

  /** Pauses the run, if one is running. */
  public void pause() {
    Run current = run;
    if (current != null) {
      current.signal.pause();
    }
  }

  /** Goes on with the run, if one is paused. */
  public void resume() {
    Run current = run;
    if (current != null) {
      current.signal.resume();
    }
  }

  /** Stops the run, if there is one; what it learnt is kept. */
  public void stop() {
    Run current = run;
    if (current != null) {
      current.signal.stop();
    }
  }

  /** Whether a run is going on or paused. */
  public boolean isBusy() {
    Run current = run;
    return current != null && !current.history.isOver();
  }

  /**
   * Makes a model that was opened the one that answers. Opened while a training goes on, it answers
   * on until {@link #follow}; the training is not disturbed.
   */
  public void use(Model model) {
    boolean stay = isBusy();
    answers.execute(() -> predictions.use(model, stay));
  }

  /** Lets the next run's network answer, whatever model was opened. */
  public void follow() {
    answers.execute(predictions::release);
  }

  /**
   * Asks what the newest network, be it in training, makes of an image. While a training goes on
   * the answer is given again as the network changes, about ten times a second.
   *
   * @param image what to read; null for nothing, which ends the answers
   * @param observer given [classes] probabilities; an empty array when there is no network yet
   */
  public void predict(DigitImage image, Consumer<float[]> observer) {
    predict(
        image == null ? List.of() : List.of(image),
        answers -> observer.accept(answers.isEmpty() ? new float[0] : answers.get(0)));
  }

  /**
   * The same of several images, all answered by the same network.
   *
   * @param images what to read; none ends the answers
   * @param observer given [classes] probabilities of each image; none at all when there is no
   *     network yet
   */
  public void predict(List<DigitImage> images, Consumer<List<float[]>> observer) {
    predictions.request(images, observer);
  }

  /**
   * Asks once what the newest network makes of many images.
   *
   * @param observer given [classes] probabilities of each image in turn; empty arrays while there
   *     is no network
   */
  public void predictAll(List<DigitImage> images, Consumer<List<float[]>> observer) {
    answers.execute(
        () -> {
          List<float[]> read = predictions.probabilities(images);
          List<float[]> each =
              read.isEmpty() ? Collections.nCopies(images.size(), new float[0]) : read;
          callbacks.execute(() -> observer.accept(each));
        });
  }

  /** Stops the run and waits for the workers. */
  @Override
  public void close() {
    rehearsal.stop();
    stop();
    try {
      // In this order: what the last run learnt is still offered to the pad.
      if (ended(trainings) && ended(answers)) {
        predictions.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(ExecutorService worker) throws InterruptedException {
    worker.shutdown();
    return worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** One run: its controls, its history, and what its observer has not seen yet. */
  private final class Run implements TrainingListener {
    private final TrainingConfig config;
    private final Function<TrainingConfig, RunListener> recording;
    private final Consumer<RunSnapshot> observer;
    private final StopSignal signal = new StopSignal();
    private final RunHistory history;
    private final AtomicReference<RunSnapshot> unseen = new AtomicReference<>();
    private Network network;
    private long published;

    Run(
        TrainingConfig config,
        Function<TrainingConfig, RunListener> recording,
        Consumer<RunSnapshot> observer) {
      this.config = config;
      this.recording = recording;
      this.observer = observer;
      history = new RunHistory(config);
    }

    void train() {
      RunListener recorder = RunListener.SILENT;
      try {
        // Before anything is kept: a run without its images has not begun.
        TrainingData images = data();
        recorder = recording.apply(config);
        Engine.start();
        RunResult result = new Trainer(config, images).run(then(recorder), signal);
        predictions.finished(result.model());
        // First, so that a run that is shown as finished is kept.
        recorder.finished(result);
        history.finished(result);
      } catch (Problem e) {
        fail(recorder, e);
      } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
        LOG.error("The run failed", e);
        fail(recorder, new Problem(e, "training.failed", e, LogFile.place()));
      }
      publish();
    }

    private void fail(RunListener recorder, Problem problem) {
      recorder.failed(problem);
      history.failed(problem);
    }

    @Override
    public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
      this.network = network;
      history.begin(trainImages, stepsPerEpoch);
      predictions.follow(network, scaling);
    }

    @Override
    public void resumed(Checkpoint from) {
      history.resumed(from);
    }

    @Override
    public void stepEnded(long step, int images, double loss, int correct) {
      history.stepEnded(step, images, loss, correct);
      predictions.refresh(network);
    }

    @Override
    public void imagesSeen(long imagesOfRun) {
      history.imagesSeen(imagesOfRun);
      publishNowAndThen();
    }

    @Override
    public void epochEnded(EpochResult result) {
      history.epochEnded(result);
      publishNowAndThen();
    }

    @Override
    public void stateChanged(RunState state) {
      history.stateChanged(state);
      publish();
    }

    private void publishNowAndThen() {
      if (System.nanoTime() - published >= PICTURE_NANOS) {
        publish();
      }
    }

    /** Offers the newest snapshot; while the observer has not taken the last, it is replaced. */
    void publish() {
      published = System.nanoTime();
      if (unseen.getAndSet(history.snapshot()) == null) {
        callbacks.execute(() -> observer.accept(unseen.getAndSet(null)));
      }
    }
  }
}
