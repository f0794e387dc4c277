package digitstudio.experiment;

import digitstudio.text.Sentence;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The best settings of a sweep, chosen on the validation images; of the test images only what the
 * chosen ones make of them is told.
 *
 * @param ranked the combinations of settings, the highest mean validation accuracy first, those
 *     without one last; where nothing can be chosen, in the order they were trained
 * @param chosen the best of them; empty if nothing can be chosen
 * @param obstacle why nothing can be chosen and what to do; empty if something was
 */
public record Selection(
    List<Repeats> ranked, Optional<Repeats> chosen, Optional<Sentence> obstacle) {
  public Selection {
    ranked = List.copyOf(ranked);
  }

  /** Chooses among runs; only those that are finished can be the best. */
  public static Selection of(Collection<RunSummary> runs) {
    List<RunSummary> all = List.copyOf(runs);
    List<Repeats> groups = Repeats.of(all, Measure.VALIDATION);
    Optional<Sentence> obstacle = obstacle(all);
    if (obstacle.isPresent()) {
      return new Selection(groups, Optional.empty(), obstacle);
    }
    List<Repeats> ranked = new ArrayList<>(groups);
    ranked.sort(
        Comparator.comparing((Repeats group) -> !isWhole(group))
            .thenComparing(
                Comparator.comparingDouble((Repeats group) -> group.spread().mean()).reversed()));
    return new Selection(ranked, Optional.of(ranked.get(0)), Optional.empty());
  }

  /** Why no choice can be made between such runs. */
  private static Optional<Sentence> obstacle(List<RunSummary> runs) {
    if (runs.stream().anyMatch(run -> run.config().validation() == 0)) {
      return Optional.of(Sentence.of("sweep.nothingHeldOut"));
    }
    if (runs.stream().map(run -> run.config().validation()).distinct().count() > 1) {
      return Optional.of(Sentence.of("sweep.severalSplits"));
    }
    return Repeats.of(runs, Measure.VALIDATION).stream().anyMatch(Selection::isWhole)
        ? Optional.empty()
        : Optional.of(Sentence.of("sweep.noneFinished"));
  }

  /** Whether every repeat came to its end: the mean of the lucky ones would flatter. */
  private static boolean isWhole(Repeats group) {
    return group.runs().stream()
        .allMatch(run -> run.state() == RunState.FINISHED && run.validationAccuracy().isPresent());
  }

  /**
   * The same choice after its one look at the test images.
   *
   * @param look the chosen runs with their test accuracy
   */
  public Selection lookedAt(UnaryOperator<List<RunSummary>> look) {
    return new Selection(
        ranked,
        chosen.map(best -> new Repeats(best.label(), look.apply(best.runs()), best.values())),
        obstacle);
  }

  /** What the chosen settings make of the test images, over their seeds. */
  public Optional<Spread> test() {
    return chosen.map(
        best ->
            Spread.of(
                best.runs().stream()
                    .map(RunSummary::testAccuracy)
                    .mapToDouble(accuracy -> accuracy.orElse(Double.NaN))
                    .toArray()));
  }

  /** Whether the best is better than the next by more than the noise of the seed. */
  public Optional<SeedTest> lead() {
    return chosen.flatMap(
        best ->
            SeedTest.best(ranked.stream().filter(Selection::isWhole).toList()).stream()
                .findFirst());
  }
}
