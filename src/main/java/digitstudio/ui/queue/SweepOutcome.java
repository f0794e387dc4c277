package digitstudio.ui.queue;

import digitstudio.experiment.Repeats;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Selection;
import digitstudio.text.Sentence;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What came of a sweep.
 *
 * @param group the sweep
 * @param sentences what is told of it, the choice first
 * @param runs ids of its runs, the best first
 */
public record SweepOutcome(String group, List<Sentence> sentences, List<Long> runs) {
  public SweepOutcome {
    sentences = List.copyOf(sentences);
    runs = List.copyOf(runs);
  }

  /**
   * Chooses on the validation images, and looks at the test images for the chosen runs alone.
   *
   * @param runs all that is known of the sweep; of runs with the same settings the finished one
   *     counts
   * @param look the chosen runs with their test accuracy
   */
  static SweepOutcome of(
      String group, Collection<RunSummary> runs, UnaryOperator<List<RunSummary>> look) {
    List<RunSummary> counted = counted(runs);
    Selection selection = Selection.of(counted).lookedAt(look);
    List<Sentence> sentences = new ArrayList<>();
    selection.obstacle().ifPresent(sentences::add);
    selection.chosen().ifPresent(best -> sentences.add(chosen(selection, best)));
    boolean repeated = selection.chosen().map(best -> best.runs().size() > 1).orElse(false);
    if (repeated && selection.ranked().size() > 1) {
      selection.lead().ifPresent(lead -> sentences.add(lead.sentence()));
    }
    long lost = counted.stream().filter(run -> run.state() != RunState.FINISHED).count();
    if (lost > 0) {
      sentences.add(Sentence.of("queue.lost", lost, counted.size()));
    }
    return new SweepOutcome(
        group,
        sentences,
        selection.ranked().stream()
            .flatMap(each -> each.runs().stream())
            .map(RunSummary::id)
            .toList());
  }

  private static Sentence chosen(Selection selection, Repeats best) {
    Sentence validation = best.spread().percent();
    Sentence test = selection.test().orElseThrow().percent();
    return selection.ranked().size() > 1
        ? Sentence.of("queue.chosen", best.label(), validation, test)
        : Sentence.of("queue.repeated", best.runs().size(), validation, test);
  }

  /** A run that was interrupted and done again counts once. */
  private static List<RunSummary> counted(Collection<RunSummary> runs) {
    Map<TrainingConfig, RunSummary> counted = new LinkedHashMap<>();
    for (RunSummary run : runs) {
      counted.merge(
          run.config(), run, (one, other) -> other.state() == RunState.FINISHED ? other : one);
    }
    return List.copyOf(counted.values());
  }
}
