package digitstudio.report.chart;

/** What the curves run along. */
public enum XAxis {
  /** Passes over the training images, counted from 1. */
  EPOCH,
  /** Updates of the weights, counted from 1. */
  STEP,
  /** Time of training alone; for runs that are kept. */
  SECONDS
}
