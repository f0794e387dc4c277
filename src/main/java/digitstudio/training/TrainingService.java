package digitstudio.training;

import digitstudio.digits.DigitImage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs trainings and predictions in the background, one training at a time.
 *
 * <p>Everything it tells goes through the callback executor, newest first and stale values dropped:
 * {@code Platform::runLater} in the window, {@code Runnable::run} in a test. Its methods return at
 * once and may be called on any one thread.
 */
public final class TrainingService implements AutoCloseable {
  /**
   * @param callbacks where observers are called
   * @param data reads the images; called once, on the worker, at the first need
   */
  public TrainingService(Executor callbacks, Supplier<TrainingData> data) {
    throw new UnsupportedOperationException("training: in work");
  }

  /** Loads the numeric library and the data, so that the first run starts at once. */
  public void warmUp() {}

  /**
   * Trains with these settings.
   *
   * @param observer given the newest snapshot, at most about sixty times a second, and always the
   *     last one
   * @throws IllegalStateException if a run is still going on
   */
  public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
    throw new UnsupportedOperationException("training: in work");
  }

  /** Pauses the run, if one is running. */
  public void pause() {}

  /** Goes on with the run, if one is paused. */
  public void resume() {}

  /** Stops the run, if there is one; what it learnt is kept. */
  public void stop() {}

  /** Whether a run is going on or paused. */
  public boolean isBusy() {
    return false;
  }

  /** Makes a model that was opened from a file the one that answers. */
  public void use(Model model) {}

  /**
   * Asks what the newest network, be it in training, makes of an image. While a training goes on
   * the answer is given again as the network changes, about ten times a second.
   *
   * @param image what to read; null for nothing, which ends the answers
   * @param observer given [classes] probabilities; an empty array when there is no network yet
   */
  public void predict(DigitImage image, Consumer<float[]> observer) {}

  /** Stops the run and waits for the worker. */
  @Override
  public void close() {}
}
