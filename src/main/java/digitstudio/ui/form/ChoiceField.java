package digitstudio.ui.form;

import digitstudio.nn.Loss;
import digitstudio.nn.Reduction;
import digitstudio.nn.Spelling;
import digitstudio.training.Shuffle;

/** The choices of the form that several may be taken of. */
public enum ChoiceField {
  ACTIVATION(Choice.ActivationKind.class),
  LOSS(Loss.class),
  REDUCTION(Reduction.class),
  OPTIMIZER(Choice.OptimizerKind.class),
  SCHEDULE(Choice.ScheduleKind.class),
  BATCH_MODE(Choice.BatchKind.class),
  REGULARIZATION(Choice.RegularizerKind.class),
  INIT(Choice.InitializerKind.class),
  SHUFFLE(Shuffle.class);

  private final Class<? extends Enum<?>> type;

  ChoiceField(Class<? extends Enum<?>> type) {
    this.type = type;
  }

  Class<? extends Enum<?>> type() {
    return type;
  }

  /** As it is spelled in the keys of its words: {@code form.optimizer.adam}. */
  String spelling() {
    return Spelling.of(this);
  }

  /** Key of the words for one of its values. */
  String key(Enum<?> value) {
    return "form." + spelling() + "." + Spelling.of(value);
  }
}
