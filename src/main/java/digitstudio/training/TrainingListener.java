package digitstudio.training;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;

/** What a run tells while it goes on; called on the trainer's own thread, in order. */
public interface TrainingListener {
  /** Nothing heard. */
  TrainingListener SILENT = new TrainingListener() {};

  /** Settings and data suit each other; it is known where the run comes from. */
  default void prepared(Provenance provenance) {}

  /**
   * The network is made and the first step comes next.
   *
   * @param network the living network, to be read only during a call of this listener
   * @param scaling how images become its inputs
   * @param trainImages images of one epoch
   * @param stepsPerEpoch batches of one epoch
   */
  default void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {}

  /**
   * The run does not begin but goes on, with its network as it was; told after {@link #started}.
   * What is told from here on follows what was told before the checkpoint.
   */
  default void resumed(Checkpoint from) {}

  /** Where the run begins, and where its checkpoints go; asked once, before all else. */
  default Checkpointing checkpointing() {
    return Checkpointing.NONE;
  }

  /**
   * A batch was learnt. Called at every step, so it must be cheap.
   *
   * @param step counted from 1 over the whole run
   * @param images of the batch
   * @param loss mean data loss of the batch, before its step
   * @param correct images of the batch that were read right, before its step
   */
  default void stepEnded(long step, int images, double loss, int correct) {}

  /** A part of a large batch is done: progress that a step alone would hide. */
  default void imagesSeen(long imagesOfRun) {}

  /**
   * What the digits were read as in an epoch, told just before its end.
   *
   * @param confusion of the images held out, at the end of the epoch; where nothing is held out, of
   *     the images learnt from, each as it was read before the step of its batch
   */
  default void epochRead(int epoch, ConfusionMatrix confusion) {}

  /** An epoch and its validation are done. */
  default void epochEnded(EpochResult result) {}

  /** The run waits, or goes on again. */
  default void stateChanged(RunState state) {}

  /** This one, and after it another. */
  default TrainingListener then(TrainingListener next) {
    return new ListenerPair(this, next);
  }
}
