package digitstudio.training.doctor;

import digitstudio.nn.Spelling;
import java.util.EnumSet;
import java.util.Set;

/** What can ail a run, the most fundamental first: an earlier one may be the cause of a later. */
public enum Condition {
  DIVERGENCE,
  LAMBDA_TOO_STRONG,
  SATURATED_UNITS,
  DEAD_UNITS,
  STEP_TOO_SMALL,
  BATCH_TOO_LARGE,
  CLASS_NEGLECTED,
  PLATEAU,
  OVERFITTING;

  /** As JSON writes it: {@code step-too-small}. */
  public String spelling() {
    return Spelling.of(this);
  }

  /**
   * What this brings about, so that it is not told beside it: the change that cures one cures both.
   */
  Set<Condition> consequences() {
    return switch (this) {
      case DIVERGENCE -> EnumSet.complementOf(EnumSet.of(DIVERGENCE));
      case LAMBDA_TOO_STRONG ->
          EnumSet.of(DEAD_UNITS, STEP_TOO_SMALL, BATCH_TOO_LARGE, CLASS_NEGLECTED, PLATEAU);
      case SATURATED_UNITS, DEAD_UNITS ->
          EnumSet.of(STEP_TOO_SMALL, BATCH_TOO_LARGE, CLASS_NEGLECTED, PLATEAU);
      case STEP_TOO_SMALL -> EnumSet.of(BATCH_TOO_LARGE, CLASS_NEGLECTED, PLATEAU);
      case BATCH_TOO_LARGE -> EnumSet.of(CLASS_NEGLECTED, PLATEAU);
      case CLASS_NEGLECTED -> EnumSet.of(PLATEAU);
      case PLATEAU, OVERFITTING -> EnumSet.noneOf(Condition.class);
    };
  }
}
