package digitstudio.training.doctor;

import digitstudio.nn.Activation;
import digitstudio.text.Sentence;
import digitstudio.training.LayerActivity;
import digitstudio.training.StepSize;
import digitstudio.training.TrainingConfig;
import java.util.Comparator;
import java.util.Optional;

/**
 * A large part of a ReLU layer answers to no image, so that no gradient reaches it and it never
 * will again.
 *
 * <p>Networks that read every training image well may have more than half of a layer dead, as those
 * of Adagrad at a rate of 0.1, and lack nothing. It is told if at least half of a layer is dead
 * ({@value #DEAD}) while the loss is above {@value #UNLEARNT} of guessing, about 97 % of the images
 * read right, so that the units are wanted.
 */
final class DeadUnits implements Rule {
  private static final double DEAD = 0.5;
  private static final double UNLEARNT = 0.05;

  /** From so many times the usual rate on, it is the steps that kill. */
  private static final double LARGE = 2;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    if (run.epochs().isEmpty() || run.lossShare() < UNLEARNT) {
      return Optional.empty();
    }
    return run.layers().stream()
        .max(Comparator.comparingDouble(DeadUnits::share))
        .filter(layer -> share(layer) >= DEAD)
        .map(layer -> diagnosis(run, layer));
  }

  private static double share(LayerActivity layer) {
    return (double) layer.dead() / layer.units();
  }

  private static Diagnosis diagnosis(Observation run, LayerActivity layer) {
    TrainingConfig config = run.config();
    StepSize step = new StepSize(config, run.batch());
    Remedy remedy =
        step.overUsual() > LARGE
            ? Remedy.learningRate(config, step.smaller())
            : new Remedy(
                Sentence.of("doctor.change.leakyRelu"),
                config.toBuilder()
                    .activation(new Activation.LeakyRelu(Activation.DEFAULT_SLOPE))
                    .build());
    return remedy.of(
        Condition.DEAD_UNITS,
        Sentence.of("doctor.deadUnits", layer.dead(), layer.units(), layer.layer(), share(layer)));
  }
}
