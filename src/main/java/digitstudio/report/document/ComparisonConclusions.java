package digitstudio.report.document;

import digitstudio.experiment.Comparison;
import digitstudio.experiment.Repeats;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.SeedTest;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import digitstudio.training.Interval;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sentences about several runs, each of them chosen by their numbers. */
final class ComparisonConclusions {
  private final ReportTexts texts;

  ComparisonConclusions(ReportTexts texts) {
    this.texts = texts;
  }

  /**
   * What can be said of runs.
   *
   * @param differing names of the settings that are not the same in all of them
   */
  List<String> of(List<RunDetails> runs, List<String> differing) {
    List<String> sentences = new ArrayList<>();
    sentences.add(factors(differing));
    runs.stream()
        .filter(run -> run.summary().state() == RunState.DIVERGED)
        .forEach(
            run -> sentences.add(texts.get("report.runDiverged", name(run), run.epochs().size())));
    List<RunDetails> whole = runs.stream().filter(ComparisonConclusions::isWhole).toList();
    if (isRepeated(whole)) {
      // A single best run of repeats would be the luckiest seed rather than the best settings.
      addVerdicts(sentences, whole);
    } else {
      best(runs).ifPresent(best -> addBest(sentences, best, runs));
    }
    spread(runs).ifPresent(sentences::add);
    if (allSettingsOnce(runs)) {
      sentences.add(texts.get("report.oneSeed"));
    }
    return sentences;
  }

  private static boolean isRepeated(List<RunDetails> whole) {
    return whole.size() > 1 && !allSettingsOnce(whole);
  }

  /** Means over the seeds, and whether they differ by more than the seeds do. */
  private void addVerdicts(List<String> sentences, List<RunDetails> whole) {
    Comparison comparison = Comparison.of(whole);
    Locale locale = texts.locale();
    for (Repeats repeats : comparison.repeats()) {
      if (repeats.values().size() > 1) {
        sentences.add(
            texts.get(
                "report.repeats",
                // With one group nothing sets it apart, and its label is a name that a person
                // typed.
                comparison.repeats().size() == 1 ? name(whole.get(0)) : repeats.label().in(locale),
                comparison.measure().title().in(locale),
                repeats.spread().percent().in(locale),
                repeats.spread().n()));
      }
    }
    for (SeedTest test : comparison.tests()) {
      sentences.add(texts.get("report.comparison.sentence", test.sentence().in(locale)));
    }
  }

  private static String name(RunDetails run) {
    return RunReport.name(run);
  }

  private String factors(List<String> differing) {
    return switch (differing.size()) {
      case 0 -> texts.get("report.factors.none");
      case 1 -> texts.get("report.factors.one", differing.get(0));
      default -> texts.get("report.factors.many", texts.list(differing));
    };
  }

  /** The run with the highest validation accuracy, or test accuracy if one lacks the other. */
  static Optional<RunDetails> best(List<RunDetails> runs) {
    List<RunDetails> whole = runs.stream().filter(ComparisonConclusions::isWhole).toList();
    boolean held = isHeldOut(whole);
    return whole.stream().max(Comparator.comparingDouble(run -> accuracy(run, held)));
  }

  private static boolean isWhole(RunDetails run) {
    return run.summary().state() != RunState.DIVERGED && run.test().isPresent();
  }

  private static boolean isHeldOut(List<RunDetails> runs) {
    return runs.stream().allMatch(run -> run.validation().isPresent());
  }

  private static double accuracy(RunDetails run, boolean held) {
    return (held ? run.validation() : run.test()).map(Evaluation::accuracy).orElse(0.0);
  }

  private void addBest(List<String> sentences, RunDetails best, List<RunDetails> runs) {
    List<RunDetails> whole = runs.stream().filter(ComparisonConclusions::isWhole).toList();
    if (whole.size() < 2) {
      return;
    }
    boolean held = isHeldOut(whole);
    Evaluation test = best.test().orElseThrow();
    sentences.add(
        held
            ? texts.get(
                "report.winner",
                name(best),
                texts.share(accuracy(best, true)),
                texts.share(test.accuracy()))
            : texts.get("report.winner.test", name(best), texts.share(test.accuracy())));
    whole.stream()
        .filter(run -> run != best)
        .max(Comparator.comparingDouble(run -> accuracy(run, held)))
        .ifPresent(second -> sentences.add(difference(best, second)));
  }

  private String difference(RunDetails best, RunDetails second) {
    ConfusionMatrix one = best.test().orElseThrow().confusion();
    ConfusionMatrix other = second.test().orElseThrow().confusion();
    boolean overlap =
        Interval.wilson(EvaluationTables.right(one), one.total())
            .overlaps(Interval.wilson(EvaluationTables.right(other), other.total()));
    return texts.get(
        overlap ? "report.intervals.overlap" : "report.intervals.apart",
        name(second),
        texts.share(other.accuracy()),
        texts.points(one.accuracy() - other.accuracy()));
  }

  /** Lowest and highest test accuracy. */
  private Optional<String> spread(List<RunDetails> runs) {
    List<Double> accuracies =
        runs.stream()
            .filter(ComparisonConclusions::isWhole)
            .map(run -> run.test().orElseThrow().accuracy())
            .sorted()
            .toList();
    return accuracies.size() < 2
        ? Optional.empty()
        : Optional.of(
            texts.get(
                "report.range",
                texts.share(accuracies.get(0)),
                texts.share(accuracies.get(accuracies.size() - 1)),
                accuracies.size()));
  }

  private static boolean allSettingsOnce(List<RunDetails> runs) {
    List<TrainingConfig> configs =
        runs.stream().map(run -> run.summary().config().toBuilder().seed(0).build()).toList();
    return configs.stream().distinct().count() == configs.size();
  }
}
