package digitstudio.cli;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run as far as a model file tells of it: its settings and its provenance, but no curve. */
final class ModelRun {
  private ModelRun() {}

  /**
   * The run.
   *
   * @param test what the model answers on the test images
   */
  static RunDetails details(Model model, Path file, Evaluation test) {
    RunSummary summary =
        new RunSummary(
            0,
            String.valueOf(file.getFileName()),
            "",
            false,
            "",
            started(model.provenance().started()),
            model.config(),
            RunState.FINISHED,
            0,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(test.accuracy()),
            0,
            model.provenance().data());
    return new RunDetails(
        summary,
        Optional.of(model.provenance()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(test));
  }

  private static Instant started(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      // A file from elsewhere may say anything.
      return Instant.EPOCH;
    }
  }
}
