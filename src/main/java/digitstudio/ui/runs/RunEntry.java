package digitstudio.ui.runs;

import javafx.beans.value.ObservableValue;

/** A line of the table of runs. */
public sealed interface RunEntry permits RunRow, GroupHeading {
  /** What the line is about: a run's summary, which changes while the run goes on, or a heading. */
  ObservableValue<?> content();
}
