package digitstudio.report.chart;

/** What a chart measures. */
public enum Quantity {
  /** Mean data loss; any number from zero on. */
  LOSS,
  /** Share of the images read right, 0 to 1. */
  ACCURACY
}
