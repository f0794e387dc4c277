package digitstudio.ui.queue;

import digitstudio.training.RunSnapshot;
import java.util.function.Consumer;

/** What trains the runs of a queue, one at a time; called on the JavaFX thread. */
public interface QueueRunner {
  /**
   * Trains; only called while nothing is trained.
   *
   * @param told of every snapshot, and always of the last one, when the next run may be started
   */
  void start(QueuedRun run, Consumer<RunSnapshot> told);

  /** Ends the run that is going on; what it learnt is kept. */
  void stop();
}
