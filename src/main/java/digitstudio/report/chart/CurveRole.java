package digitstudio.report.chart;

/** Which images a curve was measured on. */
public enum CurveRole {
  TRAIN,
  VALIDATION
}
