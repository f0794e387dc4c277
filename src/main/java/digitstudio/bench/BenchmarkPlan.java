package digitstudio.bench;

import digitstudio.nn.Settings;
import java.util.List;

/**
 * What to measure and how often.
 *
 * @param cases their names; empty for all of them
 * @param rounds timed epochs of each case, at least 1
 * @param images most training images of an epoch, whose seconds are then scaled to {@value
 *     Subject#EPOCH}; 0 for all
 */
public record BenchmarkPlan(List<String> cases, int rounds, int images) {
  /** Timed epochs where nothing else is said. */
  public static final int ROUNDS = 5;

  public BenchmarkPlan {
    cases = List.copyOf(cases);
    for (String name : cases) {
      if (!Benchmark.names().contains(name)) {
        throw Settings.unknown("only", name, String.join(", ", Benchmark.names()));
      }
    }
    Settings.requireAtLeast("rounds", rounds, 1);
    Settings.requireAtLeast("images", images, 0);
  }

  boolean includes(String name) {
    return cases.isEmpty() || cases.contains(name);
  }
}
