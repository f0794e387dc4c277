package digitstudio.training.doctor;

import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import digitstudio.training.BatchSize;
import digitstudio.training.StepSize;
import digitstudio.training.TrainingConfig;
import java.util.List;

/**
 * A change of settings, and the words for it.
 *
 * @param words such as "learning rate 0.1 instead of 1"
 * @param config the settings with the change
 */
record Remedy(Sentence words, TrainingConfig config) {
  private static final int BATCH = 128;

  /** The diagnosis that asks for this. */
  Diagnosis of(Condition condition, Sentence finding) {
    return new Diagnosis(condition, finding, words, config);
  }

  /** Another rate under the same schedule. */
  static Remedy learningRate(TrainingConfig before, double rate) {
    LearningRate now = LearningRate.parse(before.learningRate().schedule(), rate);
    return new Remedy(
        Sentence.of(
            "doctor.change.learningRate",
            Settings.number(rate),
            Settings.number(before.learningRate().initial())),
        before.toBuilder().learningRate(now).build());
  }

  /**
   * Smaller batches. Each image keeps its part in the step and in the penalty: where gradients are
   * added up, the rate grows as the batch shrinks, and λ shrinks with it.
   *
   * @param batch images of one step before
   */
  static Remedy smallerBatch(TrainingConfig before, int batch) {
    double ratio = (double) batch / BATCH;
    TrainingConfig.Builder after = before.toBuilder().batchSize(new BatchSize.Fixed(BATCH));
    Sentence words = Sentence.of("doctor.change.batchSize", BATCH, batch);
    if (before.reduction() == Reduction.SUM && StepSize.growsWithGradient(before.optimizer())) {
      double rate = StepSize.rounded(before.learningRate().initial() * ratio);
      after.learningRate(LearningRate.parse(before.learningRate().schedule(), rate));
      words =
          Sentence.of(
              "doctor.change.batchSizeAndRate",
              BATCH,
              batch,
              Settings.number(rate),
              Settings.number(before.learningRate().initial()));
    }
    after.regularizer(withLambda(before, before.regularizer().lambda() / ratio));
    return new Remedy(words, after.build());
  }

  private static Regularizer withLambda(TrainingConfig before, double lambda) {
    return Regularizer.parse(before.regularizer().spelling(), StepSize.rounded(lambda));
  }

  /** Another λ. */
  static Remedy lambda(TrainingConfig before, double lambda) {
    Regularizer now = withLambda(before, lambda);
    return new Remedy(
        Sentence.of(
            "doctor.change.lambda",
            Settings.number(now.lambda()),
            Settings.number(before.regularizer().lambda())),
        before.toBuilder().regularizer(now).build());
  }

  /** Other initial weights. */
  static Remedy initializer(TrainingConfig before, Initializer now) {
    return new Remedy(
        Sentence.of("doctor.change.init." + now.spelling()),
        before.toBuilder().initializer(now).build());
  }

  /** Other hidden layers. */
  static Remedy hidden(TrainingConfig before, List<Integer> units) {
    return new Remedy(
        Sentence.of(
            before.hidden().isEmpty() ? "doctor.change.hidden" : "doctor.change.wider",
            units.get(0)),
        before.toBuilder().hidden(units).build());
  }

  /**
   * Cross-entropy.
   *
   * @param rate the most that it bears: its gradients are larger
   */
  static Remedy crossEntropy(TrainingConfig before, double rate) {
    TrainingConfig.Builder after = before.toBuilder().loss(Loss.CROSS_ENTROPY);
    if (rate >= before.learningRate().initial()) {
      return new Remedy(Sentence.of("doctor.change.crossEntropy"), after.build());
    }
    after.learningRate(LearningRate.parse(before.learningRate().schedule(), rate));
    return new Remedy(
        Sentence.of(
            "doctor.change.crossEntropyAndRate",
            Settings.number(rate),
            Settings.number(before.learningRate().initial())),
        after.build());
  }

  /** More epochs. */
  static Remedy epochs(TrainingConfig before, int epochs) {
    return new Remedy(
        Sentence.of("doctor.change.epochs", epochs, before.epochs()),
        before.toBuilder().epochs(epochs).build());
  }

  /** Early stopping. */
  static Remedy patience(TrainingConfig before, int epochs) {
    return new Remedy(
        Sentence.of("doctor.change.patience", epochs), before.toBuilder().patience(epochs).build());
  }
}
