package digitstudio.ui.hand;

import digitstudio.experiment.RunSummary;
import digitstudio.training.Interval;
import java.util.OptionalDouble;

/**
 * How well one kept run reads a person's own hand.
 *
 * @param run that reads
 * @param mnist its accuracy on MNIST's test images; empty where it was not measured
 * @param right drawings it reads right
 * @param total drawings it was given
 */
public record HandScore(RunSummary run, OptionalDouble mnist, long right, long total) {
  /** Whether the run learnt from drawings, so that it was given those alone that are held out. */
  public boolean isOfHeldOut() {
    return run.config().ownDrawings() > 0;
  }

  /** Share of the drawings that are read right. */
  public double accuracy() {
    return total == 0 ? 0 : (double) right / total;
  }

  /** Where that share lies with a certainty of 95 % for any drawings of this hand. */
  public Interval interval() {
    return Interval.wilson(right, total);
  }
}
