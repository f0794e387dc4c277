package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import digitstudio.training.BatchSize;
import digitstudio.training.EpochResult;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A column of the table of runs: what it holds, and by what it is put in order. */
public enum RunColumn {
  STAR(Kind.OWN, RunSummary::starred),
  NAME(Kind.OWN, RunSummary::name),
  STATE(Kind.OWN, RunSummary::state),

  BEST_VALIDATION(Kind.RESULT, run -> of(run.best(), EpochResult::validationAccuracy)),
  LAST_VALIDATION(Kind.RESULT, run -> of(run.last(), EpochResult::validationAccuracy)),
  TEST(Kind.RESULT, run -> of(run.testAccuracy())),
  TRAIN(Kind.RESULT, run -> of(run.trainAccuracy())),
  BEST_EPOCH(Kind.RESULT, run -> run.best().map(EpochResult::epoch).orElse(null)),
  BEST_LOSS(Kind.RESULT, run -> of(run.best(), EpochResult::validationLoss)),
  TRAIN_LOSS(Kind.RESULT, run -> of(run.last(), EpochResult::trainLoss)),
  TIME(Kind.RESULT, RunSummary::trainingSeconds),

  DATA(Kind.SETTING, run -> run.data().name().isEmpty() ? null : run.data().name()),
  ARCHITECTURE(Kind.SETTING, setting(TrainingConfig::hidden)),
  ACTIVATION(Kind.SETTING, setting(TrainingConfig::activation)),
  LOSS(Kind.SETTING, setting(TrainingConfig::loss)),
  OPTIMIZER(Kind.SETTING, setting(TrainingConfig::optimizer)),
  LEARNING_RATE(Kind.SETTING, setting(config -> config.learningRate().initial())),
  SCHEDULE(Kind.SETTING, setting(config -> config.learningRate().schedule())),
  BATCH(Kind.SETTING, setting(TrainingConfig::batchSize)),
  REDUCTION(Kind.SETTING, setting(TrainingConfig::reduction)),
  REGULARIZER(Kind.SETTING, setting(TrainingConfig::regularizer)),
  DROPOUT(Kind.SETTING, setting(TrainingConfig::dropout)),
  INITIALIZER(Kind.SETTING, setting(TrainingConfig::initializer)),
  EPOCHS(Kind.SETTING, run -> List.of(run.epochs(), run.config().epochs())),
  PATIENCE(Kind.SETTING, setting(TrainingConfig::patience)),
  HELD_OUT(Kind.SETTING, setting(TrainingConfig::validation)),
  TRAIN_LIMIT(Kind.SETTING, setting(TrainingConfig::trainLimit)),
  OWN_DRAWINGS(Kind.SETTING, setting(TrainingConfig::ownDrawings)),
  CONTRAST(Kind.SETTING, setting(TrainingConfig::contrastStretching)),
  STANDARDIZATION(Kind.SETTING, setting(TrainingConfig::standardization)),
  AUGMENTATION(Kind.SETTING, setting(TrainingConfig::augmentation)),
  SHUFFLE(Kind.SETTING, setting(TrainingConfig::shuffle)),
  SEED(Kind.SETTING, setting(TrainingConfig::seed)),

  GROUP(Kind.OWN, RunSummary::group),
  STARTED(Kind.OWN, RunSummary::started),
  NOTES(Kind.OWN, RunSummary::notes);

  /** What a column is about. */
  public enum Kind {
    /** The run itself, and what a person says of it. */
    OWN,
    /** What decides the run. */
    SETTING,
    /** What it came to. */
    RESULT
  }

  private final Kind kind;
  private final Function<RunSummary, ?> value;

  RunColumn(Kind kind, Function<RunSummary, ?> value) {
    this.kind = kind;
    this.value = value;
  }

  private static Function<RunSummary, ?> setting(Function<TrainingConfig, ?> value) {
    return run -> value.apply(run.config());
  }

  private static Double of(Optional<EpochResult> epoch, ToDoubleFunction<EpochResult> value) {
    return epoch.map(value::applyAsDouble).filter(number -> !number.isNaN()).orElse(null);
  }

  private static Double of(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  public Kind kind() {
    return kind;
  }

  /** What a run has in this column: equal values are equal settings; null if there is none yet. */
  Object value(RunSummary run) {
    return value.apply(run);
  }

  /** Whether it holds numbers, which stand at the right. */
  public boolean isNumeric() {
    return switch (this) {
      case LEARNING_RATE,
          BATCH,
          DROPOUT,
          EPOCHS,
          PATIENCE,
          HELD_OUT,
          TRAIN_LIMIT,
          OWN_DRAWINGS,
          SEED ->
          true;
      default -> kind == Kind.RESULT;
    };
  }

  /** Whether its numbers are shares, written in per cent. */
  boolean isShare() {
    return switch (this) {
      case BEST_VALIDATION, LAST_VALIDATION, TEST, TRAIN, HELD_OUT -> true;
      default -> false;
    };
  }

  /** Whether it is put away where it says the same of every run. */
  boolean folds() {
    return kind == Kind.SETTING || this == GROUP || this == NOTES;
  }

  /** Whether it is left out until a person asks for it. */
  boolean isForExperts() {
    return this == BEST_LOSS || this == TRAIN_LOSS;
  }

  /** The number that a run is found and ordered by; NaN if it has none. */
  double number(RunSummary run) {
    return switch (this) {
      case ARCHITECTURE -> run.config().hidden().stream().mapToDouble(units -> units).sum();
      case BATCH ->
          run.config().batchSize() instanceof BatchSize.Fixed fixed
              ? fixed.images()
              : Double.POSITIVE_INFINITY;
      case REGULARIZER -> run.config().regularizer().lambda();
      case EPOCHS -> run.epochs();
      case STARTED -> run.started().toEpochMilli();
      case STAR -> run.starred() ? 1 : 0;
      case STATE -> run.state().ordinal();
      default -> value(run) instanceof Number number ? number.doubleValue() : Double.NaN;
    };
  }

  /** Whether runs are ordered by number rather than by word. */
  boolean isOrderedByNumber() {
    return switch (this) {
      case STAR, STATE, STARTED, ARCHITECTURE -> true;
      default -> isNumeric();
    };
  }
}
