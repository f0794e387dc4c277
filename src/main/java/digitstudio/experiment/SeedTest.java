package digitstudio.experiment;

import digitstudio.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Whether two groups of repeats differ by more than their seeds (Welch 1947).
 *
 * @param better the group of the higher mean
 * @param other the other group
 * @param outcome what can be said
 * @param p chance of a difference as large or larger if the seed alone made it, two-sided, made
 *     larger by Holm's method (1979) where several pairs are tested; NaN if it cannot be told
 * @param effect difference of the means over the pooled deviation (Cohen's d); NaN likewise
 * @param tests how many pairs were tested together
 */
public record SeedTest(
    Repeats better, Repeats other, Outcome outcome, double p, double effect, int tests) {
  /** What can be said of a difference. */
  public enum Outcome {
    /** One of them has fewer than two repeats. */
    TOO_FEW,
    /** The repeats of each came out alike to the last image, so there is no noise to measure. */
    NO_NOISE,
    /** Rarer than one in twenty by the seeds alone. */
    LARGER,
    /** The seeds alone would do it often enough. */
    NOT_SHOWN
  }

  private static final double LEVEL = 0.05;
  private static final int LEAST = 2;

  /** The group of the highest mean against each of the others. */
  static List<SeedTest> best(List<Repeats> groups) {
    List<Repeats> ranked =
        groups.stream()
            .filter(group -> !group.values().isEmpty())
            .sorted(Comparator.comparingDouble((Repeats group) -> group.spread().mean()).reversed())
            .toList();
    List<SeedTest> tests = new ArrayList<>();
    for (Repeats other : ranked.subList(Math.min(1, ranked.size()), ranked.size())) {
      tests.add(of(ranked.get(0), other));
    }
    return adjusted(tests);
  }

  private static SeedTest of(Repeats better, Repeats other) {
    Spread first = better.spread();
    Spread second = other.spread();
    if (first.n() < LEAST || second.n() < LEAST) {
      return new SeedTest(better, other, Outcome.TOO_FEW, Double.NaN, Double.NaN, 1);
    }
    if (first.deviation() == 0 && second.deviation() == 0) {
      return new SeedTest(better, other, Outcome.NO_NOISE, Double.NaN, Double.NaN, 1);
    }
    double p =
        TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(array(better), array(other))
            .getPValue();
    return new SeedTest(better, other, outcome(p), p, effect(first, second), 1);
  }

  private static double[] array(Repeats group) {
    return group.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Outcome outcome(double p) {
    return p < LEVEL ? Outcome.LARGER : Outcome.NOT_SHOWN;
  }

  private static double effect(Spread first, Spread second) {
    double squares =
        (first.n() - 1) * first.deviation() * first.deviation()
            + (second.n() - 1) * second.deviation() * second.deviation();
    return (first.mean() - second.mean()) / Math.sqrt(squares / (first.n() + second.n() - 2));
  }

  /**
   * Holm's method: the smallest p times the number of tests, the next times one less, and so on.
   */
  private static List<SeedTest> adjusted(List<SeedTest> tests) {
    int[] tested =
        IntStream.range(0, tests.size())
            .filter(i -> !Double.isNaN(tests.get(i).p()))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> tests.get(i).p()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<SeedTest> adjusted = new ArrayList<>(tests);
    double least = 0;
    for (int rank = 0; rank < tested.length; rank++) {
      SeedTest test = tests.get(tested[rank]);
      least = Math.max(least, Math.min(1, test.p() * (tested.length - rank)));
      adjusted.set(
          tested[rank],
          new SeedTest(test.better, test.other, outcome(least), least, test.effect, tested.length));
    }
    return adjusted;
  }

  /** The difference of the means in percentage points. */
  public double points() {
    return 100 * (better.spread().mean() - other.spread().mean());
  }

  /** What can be said, in one careful sentence. */
  public Sentence sentence() {
    String key =
        switch (outcome) {
          case TOO_FEW -> "comparison.tooFew";
          case NO_NOISE -> points() == 0 ? "comparison.alike" : "comparison.noNoise";
          case LARGER -> tests > 1 ? "comparison.largerOfSeveral" : "comparison.larger";
          case NOT_SHOWN -> tests > 1 ? "comparison.notShownOfSeveral" : "comparison.notShown";
        };
    return Sentence.of(
        key,
        better.label(),
        better.spread().percent(),
        better.spread().n(),
        other.label(),
        other.spread().percent(),
        other.spread().n(),
        points(),
        probability(),
        effect,
        tests);
  }

  private Sentence probability() {
    return p < 0.001
        ? Sentence.of("comparison.tinyProbability")
        : Sentence.of("comparison.probability", p);
  }
}
