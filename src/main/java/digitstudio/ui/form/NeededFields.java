package digitstudio.ui.form;

import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import digitstudio.ui.form.FormValues.FormFlag;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields of numbers some choices make use of. */
final class NeededFields {
  private NeededFields() {}

  /** Of one filling-in of the form. */
  static Set<NumberField> of(FormValues values) {
    Map<ChoiceField, List<? extends Enum<?>>> taken = new EnumMap<>(ChoiceField.class);
    values.choices().forEach((field, value) -> taken.put(field, List.of(value)));
    return of(
        taken, values.hasHidden(), values.is(FormFlag.EARLY_STOPPING), values.is(FormFlag.AUGMENT));
  }

  /** Of choices with several values each: what any of them needs. */
  static Set<NumberField> of(
      Map<ChoiceField, ? extends List<? extends Enum<?>>> taken,
      boolean hidden,
      boolean earlyStopping,
      boolean augmented) {
    Set<NumberField> needed =
        EnumSet.of(
            NumberField.VALIDATION,
            NumberField.TRAIN_LIMIT,
            NumberField.OWN_DRAWINGS,
            NumberField.SEED,
            NumberField.LEARNING_RATE,
            NumberField.EPOCHS);
    need(needed, hidden, NumberField.DROPOUT);
    need(
        needed,
        hidden && taken.get(ChoiceField.ACTIVATION).contains(ActivationKind.LEAKY_RELU),
        NumberField.SLOPE);
    need(
        needed,
        taken.get(ChoiceField.INIT).contains(InitializerKind.NORMAL),
        NumberField.INIT_DEVIATION);
    taken.get(ChoiceField.OPTIMIZER).forEach(rule -> needed.addAll(of((OptimizerKind) rule)));
    boolean steps = taken.get(ChoiceField.SCHEDULE).contains(ScheduleKind.STEP);
    need(needed, steps, NumberField.STEP_EVERY);
    need(needed, steps, NumberField.STEP_FACTOR);
    need(
        needed, taken.get(ChoiceField.BATCH_MODE).contains(BatchKind.MINI), NumberField.BATCH_SIZE);
    need(
        needed,
        taken.get(ChoiceField.REGULARIZATION).stream()
            .anyMatch(penalty -> penalty != RegularizerKind.NONE),
        NumberField.LAMBDA);
    need(needed, earlyStopping, NumberField.PATIENCE);
    NumberField.AUGMENTATION.forEach(field -> need(needed, augmented, field));
    return needed;
  }

  private static Set<NumberField> of(OptimizerKind rule) {
    return switch (rule) {
      case SGD -> Set.of();
      case MOMENTUM, NESTEROV -> Set.of(NumberField.MOMENTUM);
      case ADAGRAD -> Set.of(NumberField.EPSILON);
      case RMSPROP -> Set.of(NumberField.DECAY, NumberField.EPSILON);
      case ADAM -> Set.of(NumberField.BETA1, NumberField.BETA2, NumberField.EPSILON);
    };
  }

  private static void need(Set<NumberField> needed, boolean yes, NumberField field) {
    if (yes) {
      needed.add(field);
    }
  }
}
