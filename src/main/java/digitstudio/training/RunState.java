package digitstudio.training;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands. */
public enum RunState {
  /** Data is read and the network made. */
  PREPARING,
  RUNNING,
  PAUSED,
  /** The last evaluations are made. */
  EVALUATING,
  /** All epochs were trained, or early stopping ended the run. */
  FINISHED,
  /** Stopped by hand; what was learnt is kept. */
  STOPPED,
  /** The loss became NaN or infinite; the curve is kept. */
  DIVERGED,
  /** Ended by an error. */
  FAILED,
  /** The program ended under it: only a store of runs says so, of a run that it was told no end. */
  INTERRUPTED;

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return next().isEmpty();
  }

  private Set<RunState> next() {
    return switch (this) {
      case PREPARING -> EnumSet.of(RUNNING, STOPPED, FAILED);
      case RUNNING -> EnumSet.of(PAUSED, EVALUATING, STOPPED, DIVERGED, FAILED);
      case PAUSED -> EnumSet.of(RUNNING, EVALUATING, STOPPED, FAILED);
      case EVALUATING -> EnumSet.of(FINISHED, STOPPED, DIVERGED, FAILED);
      case FINISHED, STOPPED, DIVERGED, FAILED, INTERRUPTED -> EnumSet.noneOf(RunState.class);
    };
  }

  /**
   * The next state.
   *
   * @throws IllegalStateException if that step is impossible
   */
  public RunState moveTo(RunState next) {
    if (!next().contains(next)) {
      throw new IllegalStateException("a run that is " + this + " cannot become " + next);
    }
    return next;
  }
}
