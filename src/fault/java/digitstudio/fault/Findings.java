package digitstudio.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was tried and what was found, from several lanes at once. */
final class Findings {
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Adds to one of the figures that stand in the summary. */
  synchronized void count(String what, long times) {
    counts.merge(what, times, Long::sum);
  }

  synchronized long counted(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** Something was lost, damaged or said badly. */
  synchronized void fault(String what) {
    faults.add(what);
    System.out.println("FAULT: " + what);
  }

  /** Notes a fault unless something is as it should be. */
  boolean require(boolean well, String otherwise) {
    if (!well) {
      fault(otherwise);
    }
    return well;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** The figures that begin with a word, each on a line. */
  synchronized void print(String beginning) {
    counts.forEach(
        (what, times) -> {
          if (what.startsWith(beginning)) {
            System.out.printf("  %-52s %8d%n", what.substring(beginning.length()).trim(), times);
          }
        });
  }
}
