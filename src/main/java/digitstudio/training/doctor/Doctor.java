package digitstudio.training.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of a run what ails it and what would help; nothing where all is well. */
public final class Doctor {
  /** In the order of {@link Condition}: causes before what they bring about. */
  private static final List<Rule> RULES =
      List.of(
          new Divergence(),
          new LambdaTooStrong(),
          new SaturatedUnits(),
          new DeadUnits(),
          new StepTooSmall(),
          new BatchTooLarge(),
          new ClassNeglected(),
          new Plateau(),
          new Overfitting());

  private Doctor() {}

  /**
   * What a run shows, the most important first; what follows from another finding is left out. It
   * takes microseconds.
   */
  public static List<Diagnosis> examine(Observation run) {
    List<Diagnosis> found = new ArrayList<>();
    Set<Condition> explained = EnumSet.noneOf(Condition.class);
    for (Rule rule : RULES) {
      Optional<Diagnosis> diagnosis = rule.examine(run);
      if (diagnosis.isPresent() && !explained.contains(diagnosis.get().condition())) {
        found.add(diagnosis.get());
        explained.addAll(diagnosis.get().condition().consequences());
      }
    }
    return found;
  }
}
