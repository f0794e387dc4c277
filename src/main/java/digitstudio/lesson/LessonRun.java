package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;

/**
 * What a lesson looks at in a run that is over.
 *
 * @param config its settings
 * @param whole whether it came to its end by itself
 * @param diverged whether its loss became infinite or no number
 * @param epochs that were trained
 * @param seconds of training
 * @param trainAccuracy share of the training images read right
 * @param validationAccuracy share of the validation images read right; NaN where there are none
 */
public record LessonRun(
    TrainingConfig config,
    boolean whole,
    boolean diverged,
    int epochs,
    double seconds,
    double trainAccuracy,
    double validationAccuracy) {
  /** What a lesson looks at in a run. */
  public static LessonRun of(RunResult result) {
    return new LessonRun(
        result.config(),
        result.state() == RunState.FINISHED,
        result.state() == RunState.DIVERGED,
        result.epochs().size(),
        result.trainingSeconds(),
        result.train().accuracy(),
        result.validation().map(held -> held.accuracy()).orElse(Double.NaN));
  }

  double value(Quantity quantity) {
    return switch (quantity) {
      case VALIDATION_ACCURACY -> validationAccuracy;
      case TRAIN_ACCURACY -> trainAccuracy;
      case GAP -> trainAccuracy - validationAccuracy;
      case EPOCHS -> epochs;
      case SECONDS -> seconds;
    };
  }

  /** Whether nothing but one setting, and what is a part of it, differs from another run. */
  boolean differsOnlyIn(Setting factor, LessonRun other) {
    for (Setting setting : Setting.values()) {
      boolean asked = setting == factor || setting.owner().filter(factor::equals).isPresent();
      if (!asked && !setting.value(config).equals(setting.value(other.config))) {
        return false;
      }
    }
    return true;
  }
}
