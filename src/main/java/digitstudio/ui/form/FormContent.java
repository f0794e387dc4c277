package digitstudio.ui.form;

import digitstudio.experiment.Presets.Preset;
import digitstudio.ui.form.FormValues.FormFlag;
import digitstudio.ui.form.SeveralRuns.Count;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;

/** Takes a snapshot of the form, and fills the form with one. */
final class FormContent {
  private final SettingsViewModel form;

  FormContent(SettingsViewModel form) {
    this.form = form;
  }

  /** All that stands in the form. */
  FormSnapshot snapshot() {
    Map<NumberField, String> numbers = new EnumMap<>(NumberField.class);
    for (NumberField field : NumberField.values()) {
      String text = form.text(field).get();
      numbers.put(field, text == null ? "" : text);
    }
    Map<ChoiceField, List<? extends Enum<?>>> choices = new EnumMap<>(ChoiceField.class);
    for (ChoiceField field : ChoiceField.values()) {
      choices.put(field, form.choice(field).values());
    }
    Set<FormFlag> flags = EnumSet.noneOf(FormFlag.class);
    for (FormFlag flag : FormFlag.values()) {
      if (box(flag).get()) {
        flags.add(flag);
      }
    }
    Map<Count, String> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      counts.put(count, form.several().text(count).get());
    }
    return new FormSnapshot(
        form.presetProperty().get().name(),
        numbers,
        form.hidden().stream().map(layer -> layer.unitsProperty().get()).toList(),
        choices,
        flags,
        counts,
        form.several().combinationsProperty().get());
  }

  /** Fills all of the form but its hidden layers and its preset. */
  void fill(FormSnapshot snapshot) {
    snapshot.numbers().forEach((field, text) -> form.text(field).set(text));
    snapshot.choices().forEach((field, values) -> choose(form.choice(field), values));
    for (FormFlag flag : FormFlag.values()) {
      box(flag).set(snapshot.flags().contains(flag));
    }
    snapshot.counts().forEach((count, text) -> form.several().text(count).set(text));
    form.several().combinationsProperty().set(snapshot.combinations());
  }

  /** The first value counts, the others are tried beside it. */
  private static <E extends Enum<E>> void choose(Chosen<E> chosen, List<? extends Enum<?>> values) {
    List<E> known =
        values.stream()
            .flatMap(value -> chosen.all().stream().filter(each -> each == value))
            .toList();
    chosen.also().clear();
    if (!known.isEmpty()) {
      chosen.valueProperty().set(known.get(0));
      chosen.also().setAll(known.subList(1, known.size()));
    }
  }

  /** The preset of a name; the present one if there is none. */
  Preset preset(String name) {
    return form.presets().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(form.presetProperty().get());
  }

  private BooleanProperty box(FormFlag flag) {
    return switch (flag) {
      case CONTRAST -> form.contrastStretchingProperty();
      case AUGMENT -> form.augmentedProperty();
      case STANDARDIZE -> form.standardizationProperty();
      case BIAS_CORRECTION -> form.biasCorrectionProperty();
      case EARLY_STOPPING -> form.earlyStoppingProperty();
    };
  }
}
