package digitstudio.training;

import digitstudio.text.Problem;

/** A listener that is told the end of a run too, such as one that keeps it. It never throws. */
public interface RunListener extends TrainingListener {
  /** Nothing heard. */
  RunListener SILENT = new RunListener() {};

  /** The run is over, and its evaluations are made. */
  default void finished(RunResult result) {}

  /** The run could not begin or go on. */
  default void failed(Problem problem) {}

  /** This one, and after it another. */
  default RunListener and(RunListener next) {
    return new RunListenerPair(this, next);
  }
}
