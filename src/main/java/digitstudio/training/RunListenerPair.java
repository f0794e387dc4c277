package digitstudio.training;

import digitstudio.text.Problem;

/** Two listeners that are told a run and its end, one after the other. */
final class RunListenerPair extends ListenerPair implements RunListener {
  private final RunListener first;
  private final RunListener second;

  RunListenerPair(RunListener first, RunListener second) {
    super(first, second);
    this.first = first;
    this.second = second;
  }

  @Override
  public void finished(RunResult result) {
    first.finished(result);
    second.finished(result);
  }

  @Override
  public void failed(Problem problem) {
    first.failed(problem);
    second.failed(problem);
  }
}
