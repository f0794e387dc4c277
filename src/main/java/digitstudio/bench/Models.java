package digitstudio.bench;

import digitstudio.training.Model;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingListener;

/** Models to ask. */
final class Models {
  private Models() {}

  /** A model of the usual network after an epoch of a few thousand images. */
  static Model trained(Subject subject) {
    return new Trainer(
            Subject.plain().batchSize(100).trainLimit(6000).epochs(1).build(), subject.data())
        .run(TrainingListener.SILENT, new StopSignal())
        .model();
  }
}
