package digitstudio.training;

import digitstudio.nn.NetworkSpec;
import java.util.List;

/**
 * A run between two of its steps, whole: what follows is decided by this, the data and the program,
 * to the last bit. Immutable by agreement: nobody writes into its arrays.
 *
 * <p>What follows from the curve is not in it: how early stopping stands, and which step was best.
 *
 * @param config settings of the run
 * @param provenance where it comes from
 * @param spec shape of its network
 * @param epoch under way, counted from 1; one more than there are when all are done
 * @param begun whether its images are in its order already, and not still in that of the last
 * @param batches steps of it that are done
 * @param step steps done in all
 * @param imagesSeen in all
 * @param trainingNanos of training alone, in all
 * @param sums of the epoch under way
 * @param epochs that are done
 * @param weights W1, b1, W2, b2, …: weights [inputs · units] row by row, biases [units]
 * @param optimizer what the rule remembers, likewise, as often as it has arrays
 * @param best weights of the best epoch; empty before there is one
 * @param order [training images], a permutation
 * @param chanceState of the shuffles
 * @param masksDrawn dropout masks
 * @param lossByStep train loss of each step
 * @param accuracyByStep train accuracy of each step
 */
public record Checkpoint(
    TrainingConfig config,
    Provenance provenance,
    NetworkSpec spec,
    int epoch,
    boolean begun,
    int batches,
    long step,
    long imagesSeen,
    long trainingNanos,
    EpochSums sums,
    List<EpochResult> epochs,
    List<float[]> weights,
    List<float[]> optimizer,
    List<float[]> best,
    int[] order,
    long chanceState,
    long masksDrawn,
    CurveState lossByStep,
    CurveState accuracyByStep) {
  public Checkpoint {
    epochs = List.copyOf(epochs);
    weights = List.copyOf(weights);
    optimizer = List.copyOf(optimizer);
    best = List.copyOf(best);
  }

  /**
   * What an epoch under way has added up.
   *
   * @param loss of its images, each before its batch's step
   * @param correct images that were read right
   * @param images that were learnt from
   * @param nanos of training
   * @param answers [true][given] where nothing is held out
   */
  public record EpochSums(double loss, int correct, int images, long nanos, long[][] answers) {}
}
