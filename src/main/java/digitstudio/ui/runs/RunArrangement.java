package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import digitstudio.nn.Spelling;
import digitstudio.training.EpochResult;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which runs the table shows, in which order and under which headings.
 *
 * @param query what is searched for
 * @param order by which columns, the weightiest first; empty for the newest first
 * @param grouping what the headings tell apart
 * @param collapsed titles of the groups that are put away
 */
record RunArrangement(
    RunQuery query, List<SortKey> order, Grouping grouping, Set<String> collapsed) {
  /** A column that the runs are put in order by. */
  record SortKey(RunColumn column, boolean descending) {}

  /** What the headings of a table tell apart. */
  enum Grouping {
    NONE(null),
    GROUP(RunColumn.GROUP),
    OPTIMIZER(RunColumn.OPTIMIZER),
    ARCHITECTURE(RunColumn.ARCHITECTURE);

    private final RunColumn column;

    Grouping(RunColumn column) {
      this.column = column;
    }

    String nameKey() {
      return "runs.grouping." + Spelling.of(this);
    }
  }

  /** A run with what it is ordered by, found once instead of at every comparison. */
  private record Keyed(RunRow row, double number, String word) {}

  /** The runs that are found, in order. */
  List<RunRow> found(Collection<RunRow> rows, RunWords words) {
    List<RunRow> found = new ArrayList<>(rows.size());
    for (RunRow row : rows) {
      if (query.matches().test(row)) {
        found.add(row);
      }
    }
    List<RunRow> sorted = found;
    for (int i = order.size() - 1; i >= 0; i--) {
      sorted = sorted(sorted, order.get(i), words);
    }
    return sorted;
  }

  /** In order of one column; runs that are equal there stay as they were, those without go last. */
  private static List<RunRow> sorted(List<RunRow> rows, SortKey key, RunWords words) {
    RunColumn column = key.column();
    boolean byNumber = column.isOrderedByNumber();
    Keyed[] keyed = new Keyed[rows.size()];
    for (int i = 0; i < keyed.length; i++) {
      RunSummary run = rows.get(i).run();
      double number = byNumber ? column.number(run) : 0;
      keyed[i] = new Keyed(rows.get(i), number, byNumber ? "" : words.text(column, run));
    }
    Arrays.sort(keyed, byNumber ? numbers(key.descending()) : words(key.descending()));
    return Arrays.stream(keyed).map(Keyed::row).toList();
  }

  // Thousands of runs are compared at every letter of a search, so nothing is boxed on the way.

  private static Comparator<Keyed> numbers(boolean descending) {
    return (one, other) -> {
      boolean without = Double.isNaN(one.number());
      if (without || Double.isNaN(other.number())) {
        return Boolean.compare(without, Double.isNaN(other.number()));
      }
      int order = Double.compare(one.number(), other.number());
      return descending ? -order : order;
    };
  }

  private static Comparator<Keyed> words(boolean descending) {
    return (one, other) -> {
      if (one.word().isEmpty() || other.word().isEmpty()) {
        return Boolean.compare(one.word().isEmpty(), other.word().isEmpty());
      }
      int order = String.CASE_INSENSITIVE_ORDER.compare(one.word(), other.word());
      return descending ? -order : order;
    };
  }

  /** The same runs under the headings of their groups, the groups in order of their first run. */
  List<RunEntry> grouped(List<RunRow> rows, RunWords words) {
    if (grouping == Grouping.NONE) {
      return List.copyOf(rows);
    }
    Map<String, List<RunRow>> groups = new LinkedHashMap<>();
    for (RunRow row : rows) {
      String title = words.text(grouping.column, row.run());
      groups.computeIfAbsent(title, key -> new ArrayList<>()).add(row);
    }
    List<RunEntry> entries = new ArrayList<>(rows.size() + groups.size());
    groups.forEach(
        (title, members) -> {
          boolean away = collapsed.contains(title);
          entries.add(new GroupHeading(title, members.size(), best(members), away));
          if (!away) {
            entries.addAll(members);
          }
        });
    return entries;
  }

  private static double best(List<RunRow> rows) {
    return rows.stream()
        .flatMap(row -> row.run().best().stream())
        .mapToDouble(EpochResult::validationAccuracy)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** The columns that say the same of every run, of more than one. */
  static Set<RunColumn> equal(List<RunRow> rows) {
    Set<RunColumn> equal = EnumSet.noneOf(RunColumn.class);
    if (rows.size() < 2) {
      return equal;
    }
    List<RunSummary> runs = new ArrayList<>(rows.size());
    // Runs of the store share their settings where these are the same: a few tell of thousands.
    Map<TrainingConfig, RunSummary> settings = new IdentityHashMap<>();
    for (RunRow row : rows) {
      RunSummary run = row.run();
      runs.add(run);
      settings.putIfAbsent(run.config(), run);
    }
    for (RunColumn column : RunColumn.values()) {
      boolean ofConfig =
          column.kind() == RunColumn.Kind.SETTING
              && column != RunColumn.EPOCHS
              && column != RunColumn.DATA;
      if (column.folds() && isEqual(column, ofConfig ? settings.values() : runs)) {
        equal.add(column);
      }
    }
    return equal;
  }

  private static boolean isEqual(RunColumn column, Collection<RunSummary> runs) {
    Object first = column.value(runs.iterator().next());
    for (RunSummary run : runs) {
      if (!Objects.equals(column.value(run), first)) {
        return false;
      }
    }
    return true;
  }
}
