package digitstudio.experiment;

import digitstudio.nn.Settings;
import digitstudio.training.BatchSize;
import digitstudio.training.TrainingConfig;

/**
 * How much of the report's experiments is trained: all of it, or a short form that shows that they
 * run, and whose figures cannot be held against the report's.
 *
 * @param epochs most epochs of each row; 0 for the report's own
 * @param trainLimit training images; 0 for all
 */
public record ReproductionScope(int epochs, int trainLimit) {
  /** As the report has it. */
  public static final ReproductionScope WHOLE = new ReproductionScope(0, 0);

  private static final int REPORT_IMAGES = 60_000;

  public ReproductionScope {
    Settings.requireAtLeast("epochs", epochs, 0);
    Settings.requireAtLeast("train-limit", trainLimit, 0);
  }

  /** Whether it is the short form. */
  public boolean isShort() {
    return epochs > 0 || trainLimit > 0;
  }

  /** The settings of a row in this scope; a batch keeps its share of the images. */
  public TrainingConfig of(TrainingConfig row) {
    TrainingConfig.Builder config = row.toBuilder();
    if (epochs > 0) {
      config.epochs(Math.min(epochs, row.epochs()));
    }
    if (trainLimit > 0) {
      config.trainLimit(trainLimit);
      if (row.batchSize() instanceof BatchSize.Fixed batch) {
        config.batchSize(
            (int) Math.max(1, Math.round((double) batch.images() * trainLimit / REPORT_IMAGES)));
      }
    }
    return config.build();
  }
}
