package digitstudio.training;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;

/** Two listeners that are told the same, one after the other. */
class ListenerPair implements TrainingListener {
  private final TrainingListener first;
  private final TrainingListener second;

  ListenerPair(TrainingListener first, TrainingListener second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void prepared(Provenance provenance) {
    first.prepared(provenance);
    second.prepared(provenance);
  }

  @Override
  public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
    first.started(network, scaling, trainImages, stepsPerEpoch);
    second.started(network, scaling, trainImages, stepsPerEpoch);
  }

  @Override
  public void resumed(Checkpoint from) {
    first.resumed(from);
    second.resumed(from);
  }

  /** The one that has any: a run has one keeper. */
  @Override
  public Checkpointing checkpointing() {
    Checkpointing own = first.checkpointing();
    return own == Checkpointing.NONE ? second.checkpointing() : own;
  }

  @Override
  public void stepEnded(long step, int images, double loss, int correct) {
    first.stepEnded(step, images, loss, correct);
    second.stepEnded(step, images, loss, correct);
  }

  @Override
  public void imagesSeen(long imagesOfRun) {
    first.imagesSeen(imagesOfRun);
    second.imagesSeen(imagesOfRun);
  }

  @Override
  public void epochRead(int epoch, ConfusionMatrix confusion) {
    first.epochRead(epoch, confusion);
    second.epochRead(epoch, confusion);
  }

  @Override
  public void epochEnded(EpochResult result) {
    first.epochEnded(result);
    second.epochEnded(result);
  }

  @Override
  public void stateChanged(RunState state) {
    first.stateChanged(state);
    second.stateChanged(state);
  }
}
