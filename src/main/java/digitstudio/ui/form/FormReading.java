package digitstudio.ui.form;

import digitstudio.experiment.Sweep;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.SeveralRuns.Combinations;
import digitstudio.ui.form.SeveralRuns.Count;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One reading of a form whose fields may hold several values: the runs it comes to if it is whole,
 * and what is wrong if it is not.
 */
final class FormReading {
  /** Draws for each one wanted, before the combinations are taken to be used up. */
  private static final int TRIES = 100;

  private static final SeveralNumbers.Scale UNITS = new SeveralNumbers.Scale(true, true);

  private final SeveralRuns several;
  private final Set<NumberField> shown;
  private final Map<NumberField, SeveralNumbers> numbers = new EnumMap<>(NumberField.class);
  private final List<SeveralNumbers> hidden = new ArrayList<>();
  private final Map<ChoiceField, List<? extends Enum<?>>> choices;
  private final Map<NumberField, FieldProblem> problems = new EnumMap<>(NumberField.class);
  private final Map<Count, FieldProblem> countProblems = new EnumMap<>(Count.class);
  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final FieldProblem[] hiddenProblems;
  private final FormValues typed;
  private final SettingsReader first;
  private final Set<TrainingConfig> configs = new LinkedHashSet<>();
  private FieldProblem whole;

  /**
   * @param typed what stands in the form, with the first value of each choice
   * @param choices all values of each choice
   */
  FormReading(
      FormValues typed, Map<ChoiceField, List<? extends Enum<?>>> choices, SeveralRuns several) {
    this.typed = typed;
    this.choices = choices;
    this.several = several;
    hiddenProblems = new FieldProblem[typed.hidden().size()];
    shown =
        NeededFields.of(
            choices,
            !typed.hidden().isEmpty(),
            typed.is(FormValues.FormFlag.EARLY_STOPPING),
            typed.is(FormValues.FormFlag.AUGMENT));
    shown.forEach(this::readNumbers);
    for (int i = 0; i < hiddenProblems.length; i++) {
      hidden.add(readUnits(i));
    }
    readCounts();
    first = new SettingsReader(firstValues());
    if (isSeveral()) {
      combine();
    } else {
      take(first);
    }
  }

  /** Whether there is a field or a choice of several values, or each run is repeated. */
  private boolean isSeveral() {
    return isSwept() || counts.getOrDefault(Count.REPEATS, 1) > 1;
  }

  /** Whether there is a field or a choice of several values. */
  boolean isSwept() {
    return shown.stream().anyMatch(field -> numbers.get(field).isSeveral())
        || hidden.stream().anyMatch(SeveralNumbers::isSeveral)
        || choices.values().stream().anyMatch(values -> values.size() > 1);
  }

  // Reading

  private void readNumbers(NumberField field) {
    String text = typed.number(field);
    SeveralNumbers read = SeveralNumbers.one(text);
    try {
      read = field.several(text);
      if (read.isSeveral()) {
        read.range().ifPresent(range -> field.read(Settings.number(range.from())));
        read.range().ifPresent(range -> field.read(Settings.number(range.to())));
        requireSteps(Spelling.of(field), text, read);
        read.values().forEach(field::read);
      }
    } catch (Problem e) {
      problems.put(field, new FieldProblem(field.nameKey(), 0, e));
    }
    numbers.put(field, read);
  }

  /** A range without steps is for drawing by chance alone. */
  private void requireSteps(String name, String text, SeveralNumbers read) {
    if (read.range().isPresent() && !isRandom()) {
      throw new Problem("form.rangeSteps", name, text.strip());
    }
  }

  private SeveralNumbers readUnits(int index) {
    String text = typed.hidden().get(index);
    SeveralNumbers read = SeveralNumbers.one(text);
    try {
      read = SeveralNumbers.parse("hidden", text, UNITS);
      if (read.isSeveral()) {
        requireSteps("hidden", text, read);
        List<String> units = new ArrayList<>();
        for (String each : read.values()) {
          boolean none = each.equals("0");
          units.add(none ? FormValues.LEFT_OUT : each);
          if (!none) {
            SettingsReader.readUnits(each);
          }
        }
        read = new SeveralNumbers(units, read.range());
      }
    } catch (Problem e) {
      hiddenProblems[index] = new FieldProblem("form.layer", index + 1, e);
    }
    return read;
  }

  private boolean isRandom() {
    return several.combinationsProperty().get() == Combinations.RANDOM;
  }

  private void readCounts() {
    readCount(Count.REPEATS);
    if (isRandom() && isSwept()) {
      readCount(Count.DRAWS);
      readCount(Count.DRAW_SEED);
    }
    boolean seeds = numbers.get(NumberField.SEED).isSeveral();
    if (seeds && counts.getOrDefault(Count.REPEATS, 1) > 1) {
      countProblems.put(
          Count.REPEATS,
          new FieldProblem(Count.REPEATS.nameKey(), 0, new Problem("form.seedsTwice")));
    }
  }

  private void readCount(Count count) {
    try {
      counts.put(count, several.read(count));
    } catch (Problem e) {
      countProblems.put(count, new FieldProblem(count.nameKey(), 0, e));
    }
  }

  private FormValues firstValues() {
    Map<NumberField, String> texts = new EnumMap<>(typed.numbers());
    numbers.forEach((field, read) -> texts.put(field, first(read)));
    return typed.with(texts, hidden.stream().map(FormReading::first).toList(), typed.choices());
  }

  private static String first(SeveralNumbers read) {
    return read.values().isEmpty()
        ? Settings.number(read.range().orElseThrow().from())
        : read.values().get(0);
  }

  // Combining

  private void take(SettingsReader reader) {
    for (NumberField field : shown) {
      if (reader.problem(field) != null) {
        problems.putIfAbsent(field, reader.problem(field));
      }
    }
    for (int i = 0; i < hiddenProblems.length; i++) {
      FieldProblem problem = reader.hiddenProblems().get(i);
      if (hiddenProblems[i] == null) {
        hiddenProblems[i] = problem;
      }
    }
    if (reader.config() != null && first() == null) {
      configs.add(reader.config());
    }
  }

  private void combine() {
    take(first);
    if (first() != null) {
      configs.clear();
      return;
    }
    long combinations = product();
    boolean drawn = isSwept() && isRandom() && combinations > counts.get(Count.DRAWS);
    long runs = times(drawn ? counts.get(Count.DRAWS) : combinations, counts.get(Count.REPEATS));
    if (runs > Sweep.MOST_RUNS) {
      refuseTooMany(runs);
      return;
    }
    Set<TrainingConfig> single = new LinkedHashSet<>();
    if (drawn) {
      draw(single);
    } else {
      for (long place = 0; place < combinations && first() == null; place++) {
        add(single, at(place));
      }
    }
    configs.clear();
    if (first() == null) {
      single.forEach(this::repeat);
    }
  }

  private void refuseTooMany(long runs) {
    Problem problem = new Problem("form.tooManyRuns", runs, Sweep.MOST_RUNS);
    whole = new FieldProblem("form.several", 0, problem);
    configs.clear();
  }

  private void repeat(TrainingConfig config) {
    for (int repeat = 0; repeat < counts.get(Count.REPEATS); repeat++) {
      configs.add(config.toBuilder().seed(config.seed() + repeat).build());
    }
  }

  private void add(Set<TrainingConfig> single, FormValues values) {
    SettingsReader reader = new SettingsReader(values);
    if (reader.config() != null) {
      single.add(reader.config());
    } else {
      take(reader);
    }
  }

  private void draw(Set<TrainingConfig> single) {
    SplittableRandom random = new SplittableRandom(counts.get(Count.DRAW_SEED));
    int wanted = counts.get(Count.DRAWS);
    for (long tries = 0; single.size() < wanted && tries < (long) TRIES * wanted; tries++) {
      add(single, drawn(random));
      if (first() != null) {
        return;
      }
    }
  }

  private FormValues drawn(SplittableRandom random) {
    Map<NumberField, String> texts = new EnumMap<>(typed.numbers());
    numbers.forEach((field, read) -> texts.put(field, drawn(read, random)));
    List<String> units = hidden.stream().map(read -> drawn(read, random)).toList();
    Map<ChoiceField, Enum<?>> chosen = new EnumMap<>(ChoiceField.class);
    choices.forEach((field, all) -> chosen.put(field, all.get(random.nextInt(all.size()))));
    return typed.with(texts, units, chosen);
  }

  private static String drawn(SeveralNumbers read, SplittableRandom random) {
    return read.range().isPresent()
        ? read.range().get().draw(random)
        : read.values().get(random.nextInt(read.values().size()));
  }

  /** How many combinations there are; the greatest long if there is no end of them. */
  private long product() {
    long product = 1;
    for (ChoiceField field : ChoiceField.values()) {
      product = times(product, choices.get(field).size());
    }
    for (SeveralNumbers read : hidden) {
      product = times(product, size(read));
    }
    for (NumberField field : shown) {
      product = times(product, size(numbers.get(field)));
    }
    return product;
  }

  private static long size(SeveralNumbers read) {
    return read.range().isPresent() ? Long.MAX_VALUE : read.values().size();
  }

  private static long times(long one, long other) {
    return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  /** One of all combinations; the last field of the form turns fastest. */
  private FormValues at(long place) {
    long rest = place;
    Map<NumberField, String> texts = new EnumMap<>(typed.numbers());
    List<NumberField> fields = new ArrayList<>(shown);
    for (int i = fields.size() - 1; i >= 0; i--) {
      List<String> values = numbers.get(fields.get(i)).values();
      texts.put(fields.get(i), values.get((int) (rest % values.size())));
      rest /= values.size();
    }
    String[] units = new String[hidden.size()];
    for (int i = units.length - 1; i >= 0; i--) {
      List<String> values = hidden.get(i).values();
      units[i] = values.get((int) (rest % values.size()));
      rest /= values.size();
    }
    Map<ChoiceField, Enum<?>> chosen = new EnumMap<>(ChoiceField.class);
    ChoiceField[] all = ChoiceField.values();
    for (int i = all.length - 1; i >= 0; i--) {
      List<? extends Enum<?>> values = choices.get(all[i]);
      chosen.put(all[i], values.get((int) (rest % values.size())));
      rest /= values.size();
    }
    return typed.with(texts, List.of(units), chosen);
  }

  // What it comes to

  /** The fields that matter to one of the choices taken. */
  Set<NumberField> shown() {
    return shown;
  }

  /** The runs; null while something is wrong. */
  RunPlan plan() {
    return configs.isEmpty() ? null : new RunPlan(List.copyOf(configs));
  }

  /** The first network; null while it cannot be told. */
  NetworkSpec network() {
    return first.network();
  }

  /** What is wrong with a field; null if nothing is. */
  FieldProblem problem(NumberField field) {
    return problems.get(field);
  }

  FieldProblem problem(Count count) {
    return countProblems.get(count);
  }

  /** What is wrong with a hidden layer; null if nothing is. */
  FieldProblem hiddenProblem(int index) {
    return hiddenProblems[index];
  }

  /** The values of a field that has several; empty where it has one, or something is wrong. */
  List<String> values(NumberField field) {
    boolean told = shown.contains(field) && problems.get(field) == null;
    return told ? several(numbers.get(field)) : List.of();
  }

  List<String> hiddenValues(int index) {
    List<String> units = hiddenProblems[index] == null ? several(hidden.get(index)) : List.of();
    return units.stream().map(each -> each.equals(FormValues.LEFT_OUT) ? "0" : each).toList();
  }

  private static List<String> several(SeveralNumbers read) {
    return read.values().size() > 1 ? read.values() : List.of();
  }

  /** What to put right first, from the top of the form on; null if nothing is wrong. */
  FieldProblem first() {
    for (NumberField field :
        List.of(NumberField.VALIDATION, NumberField.TRAIN_LIMIT, NumberField.OWN_DRAWINGS)) {
      if (problems.containsKey(field)) {
        return problems.get(field);
      }
    }
    for (FieldProblem problem : hiddenProblems) {
      if (problem != null) {
        return problem;
      }
    }
    return problems.values().stream()
        .findFirst()
        .or(() -> countProblems.values().stream().findFirst())
        .orElse(whole);
  }
}
