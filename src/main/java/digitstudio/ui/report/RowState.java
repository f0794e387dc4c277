package digitstudio.ui.report;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;

/**
 * A row of the report as the page shows it at one moment.
 *
 * @param row what the report says
 * @param config what is trained for it
 * @param reproduced what was measured; empty before
 * @param phase where it stands
 * @param epoch of the training that goes on for it; 0 while it is prepared
 * @param training number of the training that measures it, the same in rows that share one
 * @param trainingEpochs of that training; more than the row's own where it is passed on the way
 * @param sharing the other rows of that training
 */
record RowState(
    ReportTables.Row row,
    TrainingConfig config,
    Optional<ReproducedRow> reproduced,
    Phase phase,
    int epoch,
    int training,
    int trainingEpochs,
    List<ReportTables.Row> sharing) {
  /** Where a row stands. */
  enum Phase {
    /** Not trained yet. */
    REPORTED,
    /** Its training comes after others. */
    WAITING,
    /** Its training goes on. */
    TRAINING,
    /** It was measured. */
    MEASURED
  }

  RowState {
    sharing = List.copyOf(sharing);
  }

  /** Whether it is measured as a longer run passes. */
  boolean isPassed() {
    return trainingEpochs > config.epochs();
  }
}
