package digitstudio.experiment;

import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.text.Program;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what need not be trained again, since a store has it of the very same settings. */
public final class KeptMeasurements {
  private KeptMeasurements() {}

  /**
   * The newest finished run of each configuration, made by this version of the program.
   *
   * @param runs the store's, the newest first
   * @param dataSha256 of the data: a run of other data is not the same run
   */
  public static Map<TrainingConfig, Measured> of(
      RunStore store, List<RunSummary> runs, Collection<TrainingConfig> wanted, String dataSha256) {
    Set<TrainingConfig> sought = Set.copyOf(wanted);
    Map<TrainingConfig, Measured> found = new HashMap<>();
    for (RunSummary run : runs) {
      if (run.state() == RunState.FINISHED
          && sought.contains(run.config())
          && !found.containsKey(run.config())) {
        store
            .details(run.id())
            .filter(details -> isSame(details, dataSha256))
            .ifPresent(details -> found.put(run.config(), Measured.of(details)));
      }
    }
    return found;
  }

  private static boolean isSame(RunDetails details, String dataSha256) {
    return details.test().isPresent()
        && details.train().isPresent()
        && details
            .provenance()
            .filter(from -> from.dataSha256().equals(dataSha256))
            // Drawings come and go: what was learnt from them is learnt again.
            .filter(from -> from.drawings() == 0)
            .map(Provenance::program)
            .filter((Program.NAME + " " + Program.version())::equals)
            .isPresent();
  }
}
