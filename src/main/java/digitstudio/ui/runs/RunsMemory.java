package digitstudio.ui.runs;

import digitstudio.nn.Spelling;
import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;

/**
 * What the table of runs remembers from one start to the next. What another version wrote and this
 * one does not know is passed over.
 */
public final class RunsMemory {
  private static final double NARROWEST = 10;
  private static final double WIDEST = 4000;

  private final Preferences preferences;

  /**
   * @param preferences where it is kept
   */
  public RunsMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The layout of the last time; the usual one before any. */
  public RunsLayout layout() {
    return new RunsLayout(
        parts("runsOrder").stream().flatMap(name -> column(name).stream()).toList(),
        widths(),
        preferences.get("runsHidden", null) == null ? RunsLayout.USUAL.hidden() : hidden(),
        sorted(),
        grouping(),
        preferences.getBoolean("runsFolding", RunsLayout.USUAL.folding()));
  }

  /** Remembers a layout. */
  public void remember(RunsLayout layout) {
    preferences.put("runsOrder", names(layout.order()));
    preferences.put(
        "runsWidths",
        layout.widths().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> Spelling.of(one.getKey()) + "=" + Math.round(one.getValue()))
            .collect(Collectors.joining(",")));
    preferences.put("runsHidden", names(layout.hidden().stream().sorted().toList()));
    preferences.put(
        "runsSorted",
        layout.sorted().stream()
            .map(key -> (key.descending() ? "-" : "") + Spelling.of(key.column()))
            .collect(Collectors.joining(",")));
    preferences.put("runsGrouping", Spelling.of(layout.grouping()));
    preferences.putBoolean("runsFolding", layout.folding());
  }

  private Map<RunColumn, Double> widths() {
    Map<RunColumn, Double> widths = new EnumMap<>(RunColumn.class);
    for (String part : parts("runsWidths")) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2 && pair[1].matches("\\d{1,4}")) {
        double width = Double.parseDouble(pair[1]);
        if (width >= NARROWEST && width <= WIDEST) {
          column(pair[0]).ifPresent(column -> widths.put(column, width));
        }
      }
    }
    return widths;
  }

  /** Never the name, without which no run could be told from another. */
  private Set<RunColumn> hidden() {
    Set<RunColumn> hidden = EnumSet.noneOf(RunColumn.class);
    parts("runsHidden").forEach(name -> column(name).ifPresent(hidden::add));
    hidden.remove(RunColumn.NAME);
    return hidden;
  }

  private List<SortKey> sorted() {
    List<SortKey> keys = new ArrayList<>();
    for (String part : parts("runsSorted")) {
      boolean descending = part.startsWith("-");
      column(descending ? part.substring(1) : part)
          .filter(column -> keys.stream().noneMatch(key -> key.column() == column))
          .ifPresent(column -> keys.add(new SortKey(column, descending)));
    }
    return keys;
  }

  private Grouping grouping() {
    String kept = preferences.get("runsGrouping", "");
    return Arrays.stream(Grouping.values())
        .filter(one -> Spelling.of(one).equals(kept))
        .findFirst()
        .orElse(RunsLayout.USUAL.grouping());
  }

  private List<String> parts(String key) {
    return List.of(preferences.get(key, "").split(","));
  }

  private static Optional<RunColumn> column(String name) {
    return Arrays.stream(RunColumn.values())
        .filter(column -> Spelling.of(column).equals(name))
        .findFirst();
  }

  private static String names(Collection<RunColumn> columns) {
    return columns.stream().map(Spelling::of).collect(Collectors.joining(","));
  }
}
