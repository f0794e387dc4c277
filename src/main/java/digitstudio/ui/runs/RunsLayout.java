package digitstudio.ui.runs;

import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a person has laid out the table of runs.
 *
 * @param order all columns from left to right
 * @param widths in pixels, of the columns that have another than their own
 * @param hidden the columns that are put away
 * @param sorted by which columns, the weightiest first; empty for the newest run first
 * @param grouping what the headings tell apart
 * @param folding whether columns that say the same of every run are put away
 */
public record RunsLayout(
    List<RunColumn> order,
    Map<RunColumn, Double> widths,
    Set<RunColumn> hidden,
    List<SortKey> sorted,
    Grouping grouping,
    boolean folding) {
  /** Before a person has changed anything. */
  public static final RunsLayout USUAL =
      new RunsLayout(List.of(), Map.of(), forExperts(), List.of(), Grouping.NONE, true);

  /** Columns that are missing in the order, as a newer program may have, take their usual place. */
  public RunsLayout {
    order = complete(order);
    widths = Map.copyOf(widths);
    hidden = Set.copyOf(hidden);
    sorted = List.copyOf(sorted);
  }

  private static Set<RunColumn> forExperts() {
    EnumSet<RunColumn> hidden = EnumSet.noneOf(RunColumn.class);
    Arrays.stream(RunColumn.values()).filter(RunColumn::isForExperts).forEach(hidden::add);
    return hidden;
  }

  private static List<RunColumn> complete(Collection<RunColumn> known) {
    List<RunColumn> order = new ArrayList<>(new LinkedHashSet<>(known));
    RunColumn before = null;
    for (RunColumn column : RunColumn.values()) {
      if (!order.contains(column)) {
        order.add(before == null ? 0 : order.indexOf(before) + 1, column);
      }
      before = column;
    }
    return List.copyOf(order);
  }

  RunsLayout withColumns(List<RunColumn> columns, Map<RunColumn, Double> wide, List<SortKey> keys) {
    return new RunsLayout(columns, wide, hidden, keys, grouping, folding);
  }

  RunsLayout withHidden(Set<RunColumn> away) {
    return new RunsLayout(order, widths, away, sorted, grouping, folding);
  }

  RunsLayout with(Grouping headings, boolean folded) {
    return new RunsLayout(order, widths, hidden, sorted, headings, folded);
  }

  /** How wide a column is. */
  double width(RunColumn column, double usual) {
    return widths.getOrDefault(column, usual);
  }
}
