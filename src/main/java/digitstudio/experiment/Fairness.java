package digitstudio.experiment;

import digitstudio.nn.Spelling;
import digitstudio.text.Sentence;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a difference between runs can be laid to one cause.
 *
 * @param verdict in a word
 * @param reasons in sentences, the verdict's own first
 */
public record Fairness(Verdict verdict, List<Sentence> reasons) {
  /** The verdict in a word. */
  public enum Verdict {
    /** Nothing differs but the seed. */
    REPEATS,
    /** One factor differs. */
    FAIR,
    /** Several factors differ, or runs did not come to their end. */
    MIXED,
    /** Other data or another split: the accuracies do not speak of the same thing. */
    INCOMPARABLE;

    /** The verdict as a person reads it. */
    public Sentence title() {
      return Sentence.of("comparison.verdict." + Spelling.of(this));
    }
  }

  public Fairness {
    reasons = List.copyOf(reasons);
  }

  static Fairness of(List<RunDetails> runs, List<SettingDifference> differences) {
    List<Setting> factors =
        differences.stream()
            .filter(SettingDifference::factor)
            .map(SettingDifference::setting)
            .toList();
    List<Sentence> grave = new ArrayList<>();
    data(runs).ifPresent(grave::add);
    if (factors.contains(Setting.VALIDATION)) {
      grave.add(Sentence.of("comparison.otherSplit"));
    }
    List<Sentence> notes = new ArrayList<>();
    if (factors.contains(Setting.TRAIN_LIMIT)) {
      notes.add(Sentence.of("comparison.otherAmount"));
    }
    if (factors.contains(Setting.EPOCHS)) {
      notes.add(Sentence.of("comparison.otherEpochs"));
    }
    long unfinished = runs.stream().filter(run -> isUnfinished(run.summary())).count();
    if (unfinished > 0) {
      notes.add(Sentence.of("comparison.unfinished", unfinished));
    }
    Verdict verdict = verdict(factors.size(), !grave.isEmpty(), unfinished > 0);
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(first(verdict, factors));
    reasons.addAll(grave);
    reasons.addAll(notes);
    return new Fairness(verdict, reasons);
  }

  private static boolean isUnfinished(RunSummary run) {
    return run.state() != RunState.FINISHED;
  }

  private static Verdict verdict(int factors, boolean grave, boolean unfinished) {
    if (grave) {
      return Verdict.INCOMPARABLE;
    }
    if (factors > 1 || unfinished) {
      return Verdict.MIXED;
    }
    return factors == 0 ? Verdict.REPEATS : Verdict.FAIR;
  }

  private static Sentence first(Verdict verdict, List<Setting> factors) {
    List<Sentence> names = factors.stream().map(Setting::title).toList();
    if (verdict == Verdict.INCOMPARABLE) {
      return Sentence.of("comparison.incomparable");
    }
    return switch (factors.size()) {
      case 0 -> Sentence.of("comparison.repeats");
      case 1 -> Sentence.of("comparison.oneFactor", names.get(0));
      default -> Sentence.of("comparison.severalFactors", factors.size(), Comparison.list(names));
    };
  }

  private static Optional<Sentence> data(List<RunDetails> runs) {
    List<String> sums =
        runs.stream()
            .map(run -> run.provenance().map(Provenance::dataSha256).orElse(""))
            .distinct()
            .toList();
    if (sums.contains("")) {
      return Optional.of(Sentence.of("comparison.unknownData"));
    }
    return sums.size() > 1 ? Optional.of(Sentence.of("comparison.otherData")) : Optional.empty();
  }
}
