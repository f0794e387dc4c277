package digitstudio.ui.form;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the values of the form become runs: which combinations of them, and how often each. */
public final class SeveralRuns {
  /** Which combinations are trained. */
  public enum Combinations {
    GRID,
    RANDOM
  }

  /** The numbers of it. */
  public enum Count {
    REPEATS("1", 1),
    DRAWS("20", 1),
    DRAW_SEED("1", 0);

    private final String usual;
    private final int least;

    Count(String usual, int least) {
      this.usual = usual;
      this.least = least;
    }

    public String id() {
      return "form-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String nameKey() {
      return "form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Count, StringProperty> texts = new EnumMap<>(Count.class);
  private final Map<Count, ReadOnlyObjectWrapper<FieldProblem>> problems =
      new EnumMap<>(Count.class);
  private final ObjectProperty<Combinations> combinations =
      new SimpleObjectProperty<>(Combinations.GRID);

  /**
   * @param changed called whenever something is changed
   */
  SeveralRuns(Runnable changed) {
    for (Count count : Count.values()) {
      StringProperty text = new SimpleStringProperty(count.usual);
      text.addListener(change -> changed.run());
      texts.put(count, text);
      problems.put(count, new ReadOnlyObjectWrapper<>());
    }
    combinations.addListener(change -> changed.run());
  }

  /** Goes back to one run. */
  void reset() {
    texts.forEach((count, text) -> text.set(count.usual));
    combinations.set(Combinations.GRID);
  }

  public StringProperty text(Count count) {
    return texts.get(count);
  }

  /** What is wrong with a number; null if nothing is. */
  public ReadOnlyObjectProperty<FieldProblem> problem(Count count) {
    return problems.get(count).getReadOnlyProperty();
  }

  public ObjectProperty<Combinations> combinationsProperty() {
    return combinations;
  }

  void refuse(Count count, FieldProblem problem) {
    problems.get(count).set(problem);
  }

  /** The value of what was typed; throws a {@link Problem} if it is none. */
  int read(Count count) {
    String name = count.id();
    String typed = texts.get(count).get().strip();
    if (typed.isEmpty()) {
      throw new Problem("form.empty", name);
    }
    int value = Settings.parseCount(name, typed);
    Settings.requireAtLeast(name, value, count.least);
    return value;
  }
}
