package digitstudio.ui.runs;

import digitstudio.experiment.Comparison;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.SeedTest;
import digitstudio.experiment.SettingDifference;
import digitstudio.text.Sentence;
import java.util.List;

/** The comparison of kept runs as the Runs view tells it. */
public final class StoredComparison implements RunComparer {
  @Override
  public Compared compare(List<RunDetails> runs) {
    Comparison comparison = Comparison.of(runs);
    return new Compared(
        switch (comparison.fairness().verdict()) {
          case REPEATS, FAIR -> Worth.FAIR;
          case MIXED -> Worth.DOUBTFUL;
          case INCOMPARABLE -> Worth.NONE;
        },
        telling(comparison.fairness().verdict().title()),
        comparison.fairness().reasons().stream().map(StoredComparison::telling).toList(),
        comparison.differences().stream()
            .map(SettingDifference::sentence)
            .map(StoredComparison::telling)
            .toList(),
        tests(comparison),
        comparison.repeats().stream()
            .map(
                group ->
                    new Repeats(
                        telling(group.label()), group.runs().stream().map(RunSummary::id).toList()))
            .toList());
  }

  /** Single runs say nothing of noise, so there is nothing to test between them. */
  private static List<Telling> tests(Comparison comparison) {
    boolean repeated = comparison.repeats().stream().anyMatch(group -> group.runs().size() > 1);
    return repeated
        ? comparison.tests().stream()
            .map(SeedTest::sentence)
            .map(StoredComparison::telling)
            .toList()
        : List.of();
  }

  private static Telling telling(Sentence sentence) {
    return sentence::in;
  }
}
