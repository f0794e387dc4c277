package digitstudio.training;

/** The training loop: synchronous, seeded, and knows nothing of a screen. */
public final class Trainer {
  /**
   * Prepares a run; nothing large is made yet.
   *
   * @throws digitstudio.text.Problem if the settings do not suit the data, or memory does not
   *     suffice
   */
  public Trainer(TrainingConfig config, TrainingData data) {
    throw new UnsupportedOperationException("training: in work");
  }

  /**
   * Trains until the epochs are over, early stopping, a stop or divergence, then evaluates.
   *
   * @param listener told of every step
   * @param signal looked at after every batch, and within large ones
   */
  public RunResult run(TrainingListener listener, StopSignal signal) {
    throw new UnsupportedOperationException("training: in work");
  }
}
