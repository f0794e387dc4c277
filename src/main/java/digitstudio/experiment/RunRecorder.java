package digitstudio.experiment;

import digitstudio.text.Problem;
import digitstudio.training.RunResult;
import digitstudio.training.TrainingListener;

/** Writes a run into its store while it goes on. */
public interface RunRecorder extends TrainingListener {
  /** Of the run in its store. */
  long id();

  /** The run is over: writes its evaluations and weights. */
  void finished(RunResult result);

  /** The run could not begin or go on. */
  void failed(Problem problem);
}
