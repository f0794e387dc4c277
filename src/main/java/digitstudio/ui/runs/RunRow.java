package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run's line in the table, the same for as long as the run is there. */
public final class RunRow implements RunEntry {
  private final ReadOnlyObjectWrapper<RunSummary> run = new ReadOnlyObjectWrapper<>();
  private String searched;
  private Locale searchedIn;

  RunRow(RunSummary run) {
    this.run.set(run);
  }

  public long id() {
    return run().id();
  }

  public RunSummary run() {
    return run.get();
  }

  void show(RunSummary now) {
    searchedIn = null;
    run.set(now);
  }

  @Override
  public ReadOnlyObjectProperty<RunSummary> content() {
    return run.getReadOnlyProperty();
  }

  /** All its words in lower case, made once for each language. */
  String searched(RunWords words) {
    if (!words.locale().equals(searchedIn)) {
      searched = words.searched(run());
      searchedIn = words.locale();
    }
    return searched;
  }
}
