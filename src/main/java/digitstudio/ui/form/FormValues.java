package digitstudio.ui.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One filling-in of the form: a single value of every field and choice.
 *
 * @param numbers what stands in the fields of numbers
 * @param hidden units of the hidden layers; {@link #LEFT_OUT} for a layer that this network lacks
 * @param choices one value of each
 * @param flags the boxes that are ticked
 * @param trainImages training images in the data
 * @param classes of the data
 */
record FormValues(
    Map<NumberField, String> numbers,
    List<String> hidden,
    Map<ChoiceField, Enum<?>> choices,
    Set<FormFlag> flags,
    int trainImages,
    int classes) {
  /** Stands for a layer that is not there, where others of the same sweep have it. */
  static final String LEFT_OUT = "\0none";

  /** The boxes of the form. */
  enum FormFlag {
    CONTRAST,
    STANDARDIZE,
    AUGMENT,
    BIAS_CORRECTION,
    EARLY_STOPPING
  }

  FormValues {
    numbers = new EnumMap<>(numbers);
    hidden = List.copyOf(hidden);
    choices = new EnumMap<>(choices);
    flags = Set.copyOf(flags);
  }

  /** Other values in the same form. */
  FormValues with(
      Map<NumberField, String> otherNumbers,
      List<String> otherHidden,
      Map<ChoiceField, Enum<?>> otherChoices) {
    return new FormValues(otherNumbers, otherHidden, otherChoices, flags, trainImages, classes);
  }

  String number(NumberField field) {
    return numbers.get(field);
  }

  <E extends Enum<E>> E choice(ChoiceField field, Class<E> type) {
    return type.cast(choices.get(field));
  }

  boolean is(FormFlag flag) {
    return flags.contains(flag);
  }

  boolean hasHidden() {
    return hidden.stream().anyMatch(units -> !units.equals(LEFT_OUT));
  }
}
