package digitstudio.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which epochs of a run are kept, a bounded number spread evenly from the first to the last. Where
 * the run may end before its time, every epoch is kept at first, and every second one given up
 * whenever they become too many.
 */
final class EvenEpochs {
  private final int most;
  private final boolean planned;
  private final Set<Integer> plan = new TreeSet<>();
  private final Set<Integer> kept = new TreeSet<>();
  private int stride = 1;

  /**
   * @param most how many, at least 0
   * @param epochs of the run at the most
   * @param mayEndEarly whether the run has a stop rule of its own
   */
  EvenEpochs(int most, int epochs, boolean mayEndEarly) {
    this.most = most;
    planned = !mayEndEarly || epochs <= most;
    if (planned) {
      plan(Math.min(most, epochs), epochs);
    }
  }

  private void plan(int count, int epochs) {
    for (int i = 1; i <= count; i++) {
      plan.add(count == 1 ? epochs : 1 + (int) Math.round((i - 1.0) * (epochs - 1) / (count - 1)));
    }
  }

  /** Whether the epoch that just ended is to be kept; if so it counts as kept. */
  boolean takes(int epoch) {
    // One place is left for the epoch that turns out to be the last.
    boolean taken = planned ? plan.contains(epoch) : most > 1 && (epoch - 1) % stride == 0;
    if (taken) {
      kept.add(epoch);
    }
    return taken;
  }

  /** The kept epochs that are to be given up now; they no longer count as kept. */
  List<Integer> surplus() {
    List<Integer> surplus = new ArrayList<>();
    while (!planned && kept.size() > Math.max(0, most - 1)) {
      stride *= 2;
      kept.stream().filter(epoch -> (epoch - 1) % stride != 0).forEach(surplus::add);
      kept.removeAll(surplus);
    }
    return surplus;
  }

  /** Whether an epoch that is the last of its run is still to be kept. */
  boolean takesLast(int epoch) {
    return epoch > 0 && kept.size() < most && kept.add(epoch);
  }
}
