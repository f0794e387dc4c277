package digitstudio.training.doctor;

import digitstudio.nn.Optimizer;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.List;
import java.util.Optional;

/** A run on some images of the real MNIST, and what the doctor says of it. */
record RealRun(RunResult result, List<Diagnosis> found) {
  private static final TrainingData IMAGES = SmallMnist.of(2000, 100);

  /** Settings that do well on so few images. */
  static TrainingConfig.Builder good() {
    return TrainingConfig.builder()
        .hidden(64)
        .batchSize(32)
        .optimizer(new Optimizer.Sgd())
        .learningRate(0.1);
  }

  static RealRun of(TrainingConfig.Builder config) {
    return of(config.build(), IMAGES);
  }

  static RealRun of(TrainingConfig config, TrainingData images) {
    RunResult result = new Trainer(config, images).run(TrainingListener.SILENT, new StopSignal());
    return new RealRun(result, Checkup.of(result, images.train()));
  }

  /** The first finding; empty if the doctor is silent. */
  Optional<Condition> first() {
    return found.stream().map(Diagnosis::condition).findFirst();
  }

  boolean shows(Condition condition) {
    return found.stream().anyMatch(diagnosis -> diagnosis.condition() == condition);
  }

  /** The run with what the first finding asks for. */
  RealRun changed() {
    return of(found.get(0).change(), IMAGES);
  }

  double trainLoss() {
    return result.epochs().get(result.epochs().size() - 1).trainLoss();
  }

  double validationLoss() {
    return result.validation().orElseThrow().loss();
  }
}
