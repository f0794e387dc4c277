package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.Optional;

/**
 * The runs chosen in the table, with what was read of them.
 *
 * @param runs all of them, in the table's order
 * @param details of the first of them, as many as one chart can show
 * @param compared what there is to say of several; empty for one
 */
public record SelectedRuns(
    List<RunSummary> runs, List<RunDetails> details, Optional<RunComparer.Compared> compared) {
  static final SelectedRuns NONE = new SelectedRuns(List.of(), List.of(), Optional.empty());

  public SelectedRuns {
    runs = List.copyOf(runs);
    details = List.copyOf(details);
  }
}
