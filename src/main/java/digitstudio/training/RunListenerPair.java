package digitstudio.training;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.text.Problem;

/** Two listeners that are told a run and its end, one after the other. */
record RunListenerPair(ListenerPair run, RunListener first, RunListener second)
    implements RunListener {
  RunListenerPair(RunListener first, RunListener second) {
    this(new ListenerPair(first, second), first, second);
  }

  @Override
  public void prepared(Provenance provenance) {
    run.prepared(provenance);
  }

  @Override
  public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
    run.started(network, scaling, trainImages, stepsPerEpoch);
  }

  @Override
  public void stepEnded(long step, int images, double loss, int correct) {
    run.stepEnded(step, images, loss, correct);
  }

  @Override
  public void imagesSeen(long imagesOfRun) {
    run.imagesSeen(imagesOfRun);
  }

  @Override
  public void epochEnded(EpochResult result) {
    run.epochEnded(result);
  }

  @Override
  public void stateChanged(RunState state) {
    run.stateChanged(state);
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
