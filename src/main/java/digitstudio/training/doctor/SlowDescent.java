package digitstudio.training.doctor;

import digitstudio.training.EpochResult;
import java.util.List;

/**
 * Whether a loss goes down without a jump, but so slowly that the epochs will not suffice: what too
 * small a step and too few steps have in common.
 *
 * <p>Not to suffice is to be above {@value #UNLEARNT} of guessing at the end, about 85 % of the
 * images read right; while the run goes on, the fall of its last epochs is taken to go on as it is.
 * A jump is a rise of more than {@value #JUMP} of guessing between two epochs of the newer half:
 * the first steps of batch gradient descent may go too far and recover.
 */
final class SlowDescent {
  private static final double UNLEARNT = 0.25;
  private static final double JUMP = 0.02;
  private static final int EARLIEST = 3;

  private SlowDescent() {}

  static boolean shows(Observation run) {
    List<EpochResult> epochs = run.epochs();
    int done = epochs.size();
    if (!run.isRipe() || done < Math.min(EARLIEST, run.config().epochs())) {
      return false;
    }
    double guessing = run.guessing();
    for (int i = 1 + done / 2; i < done; i++) {
      if (run.loss(epochs.get(i)) - run.loss(epochs.get(i - 1)) > JUMP * guessing) {
        return false;
      }
    }
    return expected(run) > UNLEARNT * guessing;
  }

  /** The loss at the end of the run, if it goes on to fall as it does. */
  private static double expected(Observation run) {
    List<EpochResult> epochs = run.epochs();
    int done = epochs.size();
    double now = run.loss(run.last());
    if (run.state().isOver() || done < 2) {
      return now;
    }
    int window = Math.max(1, done / 4);
    double fall = (run.loss(epochs.get(done - 1 - window)) - now) / window;
    return now - fall * (run.config().epochs() - done);
  }
}
