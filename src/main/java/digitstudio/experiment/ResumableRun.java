package digitstudio.experiment;

/**
 * A run that ended before its time and can go on from its checkpoint.
 *
 * @param run as it is kept
 * @param epoch in which it goes on, counted from 1
 */
public record ResumableRun(RunSummary run, int epoch) {
  /** Whether a run ended before its time, so that it may have a checkpoint. */
  public static boolean isBeforeTime(RunSummary run) {
    return RunCheckpoints.BEFORE_TIME.contains(run.state());
  }
}
