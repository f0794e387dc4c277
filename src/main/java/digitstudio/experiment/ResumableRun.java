package digitstudio.experiment;

/**
 * A run that ended before its time and can go on from its checkpoint.
 *
 * @param run as it is kept
 * @param epoch in which it goes on, counted from 1
 */
public record ResumableRun(RunSummary run, int epoch) {}
