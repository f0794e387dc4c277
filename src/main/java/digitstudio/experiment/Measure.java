package digitstudio.experiment;

import digitstudio.nn.Spelling;
import digitstudio.text.Sentence;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The accuracy by which runs are compared, each of the full evaluation at the end. */
public enum Measure {
  VALIDATION(RunSummary::validationAccuracy),
  TEST(RunSummary::testAccuracy),
  TRAIN(RunSummary::trainAccuracy);

  private final Function<RunSummary, OptionalDouble> value;

  Measure(Function<RunSummary, OptionalDouble> value) {
    this.value = value;
  }

  /** The accuracy of a run; empty if it has none. */
  public OptionalDouble of(RunSummary run) {
    return value.apply(run);
  }

  /** Its name within a sentence. */
  public Sentence title() {
    return Sentence.of("comparison.measure." + spelling());
  }

  public String spelling() {
    return Spelling.of(this);
  }

  public static Measure parse(String text) {
    return Spelling.parse(Measure.class, "measure", text);
  }

  /** What all of the runs have: the validation accuracy rather than the test accuracy. */
  static Measure commonTo(Collection<RunSummary> runs) {
    return Stream.of(VALIDATION, TEST)
        .filter(measure -> runs.stream().allMatch(run -> measure.of(run).isPresent()))
        .findFirst()
        .orElse(TEST);
  }
}
