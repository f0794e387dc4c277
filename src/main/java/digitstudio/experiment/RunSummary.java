package digitstudio.experiment;

import digitstudio.training.DataDescription;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A kept run in one line: what a table of thousands of runs shows of each.
 *
 * @param id of the run in its store
 * @param name readable and the person's to change
 * @param notes the person's own words; empty without
 * @param starred whether the person marked it
 * @param group what it belongs to, a sweep or a table of the report; empty without
 * @param started when
 * @param config its settings
 * @param state where it stands; INTERRUPTED if the program ended under it
 * @param epochs that are done
 * @param last epoch; empty before the first is done
 * @param best epoch, of the lowest validation loss, or of the lowest train loss where nothing is
 *     held out; empty before the first is done
 * @param trainAccuracy of the full evaluation at the end; empty before it
 * @param validationAccuracy likewise; empty too where nothing is held out
 * @param testAccuracy likewise
 * @param trainingSeconds of training alone, so far
 * @param data what its images are called and what their classes are
 */
public record RunSummary(
    long id,
    String name,
    String notes,
    boolean starred,
    String group,
    Instant started,
    TrainingConfig config,
    RunState state,
    int epochs,
    Optional<EpochResult> last,
    Optional<EpochResult> best,
    OptionalDouble trainAccuracy,
    OptionalDouble validationAccuracy,
    OptionalDouble testAccuracy,
    double trainingSeconds,
    DataDescription data) {
  /** A run on MNIST. */
  public RunSummary(
      long id,
      String name,
      String notes,
      boolean starred,
      String group,
      Instant started,
      TrainingConfig config,
      RunState state,
      int epochs,
      Optional<EpochResult> last,
      Optional<EpochResult> best,
      OptionalDouble trainAccuracy,
      OptionalDouble validationAccuracy,
      OptionalDouble testAccuracy,
      double trainingSeconds) {
    this(
        id,
        name,
        notes,
        starred,
        group,
        started,
        config,
        state,
        epochs,
        last,
        best,
        trainAccuracy,
        validationAccuracy,
        testAccuracy,
        trainingSeconds,
        DataDescription.MNIST);
  }
}
