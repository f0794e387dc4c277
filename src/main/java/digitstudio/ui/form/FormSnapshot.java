package digitstudio.ui.form;

import digitstudio.ui.form.FormValues.FormFlag;
import digitstudio.ui.form.SeveralRuns.Combinations;
import digitstudio.ui.form.SeveralRuns.Count;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that stands in the form, right or wrong.
 *
 * @param preset name of the chosen preset
 * @param numbers what is typed into the fields
 * @param hidden units of the hidden layers
 * @param choices the values of each choice, the one that counts first
 * @param flags the boxes that are ticked
 * @param counts the numbers of several runs
 * @param combinations which of them are trained
 */
record FormSnapshot(
    String preset,
    Map<NumberField, String> numbers,
    List<String> hidden,
    Map<ChoiceField, List<? extends Enum<?>>> choices,
    Set<FormFlag> flags,
    Map<Count, String> counts,
    Combinations combinations) {
  FormSnapshot {
    numbers = new EnumMap<>(numbers);
    hidden = List.copyOf(hidden);
    choices = new EnumMap<>(choices);
    flags = Set.copyOf(flags);
    counts = new EnumMap<>(counts);
  }

  /**
   * The one field of text in which this differs from another, by a name of its own; null if they
   * differ in more than that, or not at all.
   */
  String onlyTextChanged(FormSnapshot other) {
    boolean restAlike =
        preset.equals(other.preset)
            && choices.equals(other.choices)
            && flags.equals(other.flags)
            && combinations == other.combinations
            && hidden.size() == other.hidden.size();
    if (!restAlike) {
      return null;
    }
    String changed = null;
    int changes = 0;
    for (NumberField field : NumberField.values()) {
      if (!numbers.get(field).equals(other.numbers.get(field))) {
        changed = field.id();
        changes++;
      }
    }
    for (Count count : Count.values()) {
      if (!counts.get(count).equals(other.counts.get(count))) {
        changed = count.id();
        changes++;
      }
    }
    for (int i = 0; i < hidden.size(); i++) {
      if (!hidden.get(i).equals(other.hidden.get(i))) {
        changed = "layer-" + i;
        changes++;
      }
    }
    return changes == 1 ? changed : null;
  }
}
