package digitstudio.experiment;

import digitstudio.text.Problem;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;

/** Writes a run into its store while it goes on. */
public interface RunRecorder extends RunListener {
  /** Of the run in its store. */
  long id();

  /** The run is over: writes its evaluations and weights. */
  @Override
  void finished(RunResult result);

  /** The run could not begin or go on. */
  @Override
  void failed(Problem problem);
}
