package digitstudio.ui.form;

import digitstudio.experiment.Setting;
import digitstudio.ui.form.FormValues.FormFlag;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which settings of the form cannot be changed for now, and why. */
public final class FormLocks {
  /** Why something cannot be changed, in a language. */
  @FunctionalInterface
  public interface Reason {
    String in(Locale locale);
  }

  private static final Map<NumberField, Setting> NUMBERS = numbers();
  private static final Map<ChoiceField, Setting> CHOICES =
      new EnumMap<>(
          Map.of(
              ChoiceField.ACTIVATION, Setting.ACTIVATION,
              ChoiceField.LOSS, Setting.LOSS,
              ChoiceField.REDUCTION, Setting.REDUCTION,
              ChoiceField.OPTIMIZER, Setting.OPTIMIZER,
              ChoiceField.SCHEDULE, Setting.SCHEDULE,
              ChoiceField.BATCH_MODE, Setting.BATCH_SIZE,
              ChoiceField.REGULARIZATION, Setting.REGULARIZATION,
              ChoiceField.INIT, Setting.INIT,
              ChoiceField.SHUFFLE, Setting.SHUFFLE));
  private static final Map<FormFlag, Set<Setting>> FLAGS =
      new EnumMap<>(
          Map.of(
              FormFlag.CONTRAST,
              EnumSet.of(Setting.CONTRAST_STRETCHING),
              FormFlag.STANDARDIZE,
              EnumSet.of(Setting.STANDARDIZATION),
              FormFlag.BIAS_CORRECTION,
              EnumSet.of(Setting.BIAS_CORRECTION),
              FormFlag.EARLY_STOPPING,
              EnumSet.of(Setting.PATIENCE),
              FormFlag.AUGMENT,
              EnumSet.of(
                  Setting.SHIFT,
                  Setting.ROTATION,
                  Setting.SCALE,
                  Setting.SHEAR,
                  Setting.ELASTIC,
                  Setting.SMOOTHNESS)));

  private final ReadOnlyObjectWrapper<Set<Setting>> fixed = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Reason> reason = new ReadOnlyObjectWrapper<>(language -> "");

  private static Map<NumberField, Setting> numbers() {
    Map<NumberField, Setting> settings = new EnumMap<>(NumberField.class);
    for (NumberField field : NumberField.values()) {
      settings.put(
          field,
          switch (field) {
            case INIT_DEVIATION -> Setting.INIT;
            case SLOPE -> Setting.ACTIVATION;
            case STEP_EVERY, STEP_FACTOR -> Setting.SCHEDULE;
            default -> Setting.valueOf(field.name());
          });
    }
    return settings;
  }

  /**
   * Keeps settings as they are.
   *
   * @param settings which; none lets go of all
   */
  public void fix(Set<Setting> settings, Reason why) {
    reason.set(why);
    fixed.set(Set.copyOf(settings));
  }

  /** Lets all be changed again. */
  public void release() {
    fixed.set(Set.of());
  }

  /** The settings that cannot be changed. */
  public ReadOnlyObjectProperty<Set<Setting>> fixedProperty() {
    return fixed.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reason> reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  BooleanBinding any() {
    return Bindings.createBooleanBinding(() -> !fixed.get().isEmpty(), fixed);
  }

  BooleanBinding hidden() {
    return of(EnumSet.of(Setting.HIDDEN));
  }

  BooleanBinding of(NumberField field) {
    return of(EnumSet.of(NUMBERS.get(field)));
  }

  BooleanBinding of(ChoiceField field) {
    return of(EnumSet.of(CHOICES.get(field)));
  }

  BooleanBinding of(FormFlag flag) {
    return of(FLAGS.get(flag));
  }

  /** Whether all of some settings are fixed. */
  private BooleanBinding of(Set<Setting> settings) {
    return Bindings.createBooleanBinding(() -> fixed.get().containsAll(settings), fixed);
  }
}
