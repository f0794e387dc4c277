package digitstudio.training;

import digitstudio.nn.Optimizer;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.util.Locale;
import java.util.Optional;

/** The hyperparameters that an optimizer has, or that were given for one; the others are empty. */
public record OptimizerNumbers(
    Optional<Double> momentum,
    Optional<Double> decay,
    Optional<Double> beta1,
    Optional<Double> beta2,
    Optional<Double> epsilon,
    Optional<Boolean> biasCorrection) {
  private static final OptimizerNumbers NONE =
      new OptimizerNumbers(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Those of an optimizer. */
  public static OptimizerNumbers of(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum rule) {
      return NONE.withMomentum(rule.momentum());
    }
    if (optimizer instanceof Optimizer.Nesterov rule) {
      return NONE.withMomentum(rule.momentum());
    }
    if (optimizer instanceof Optimizer.Adagrad rule) {
      return NONE.with(Optional.empty(), rule.epsilon());
    }
    if (optimizer instanceof Optimizer.RmsProp rule) {
      return NONE.with(Optional.of(rule.decay()), rule.epsilon());
    }
    if (optimizer instanceof Optimizer.Adam rule) {
      return new OptimizerNumbers(
          Optional.empty(),
          Optional.empty(),
          Optional.of(rule.beta1()),
          Optional.of(rule.beta2()),
          Optional.of(rule.epsilon()),
          Optional.of(rule.biasCorrection()));
    }
    return NONE;
  }

  private OptimizerNumbers withMomentum(double value) {
    return new OptimizerNumbers(Optional.of(value), decay, beta1, beta2, epsilon, biasCorrection);
  }

  private OptimizerNumbers with(Optional<Double> decay, double epsilon) {
    return new OptimizerNumbers(
        momentum, decay, beta1, beta2, Optional.of(epsilon), biasCorrection);
  }

  /** These, and where one is empty, the other's. */
  public OptimizerNumbers orElse(OptimizerNumbers other) {
    return new OptimizerNumbers(
        momentum.or(other::momentum),
        decay.or(other::decay),
        beta1.or(other::beta1),
        beta2.or(other::beta2),
        epsilon.or(other::epsilon),
        biasCorrection.or(other::biasCorrection));
  }

  /**
   * The optimizer of a name with these numbers, or its usual ones where they are empty.
   *
   * @throws Problem if the name is unknown or a number out of range
   */
  public Optimizer optimizer(String name) {
    double step = epsilon.orElse(Optimizer.DEFAULT_EPSILON);
    return switch (name.trim().toLowerCase(Locale.ROOT)) {
      case "sgd" -> new Optimizer.Sgd();
      case "momentum" -> new Optimizer.Momentum(momentum.orElse(Optimizer.DEFAULT_MOMENTUM));
      case "nesterov" -> new Optimizer.Nesterov(momentum.orElse(Optimizer.DEFAULT_MOMENTUM));
      case "adagrad" -> new Optimizer.Adagrad(step);
      case "rmsprop" -> new Optimizer.RmsProp(decay.orElse(Optimizer.DEFAULT_DECAY), step);
      case "adam" ->
          new Optimizer.Adam(
              beta1.orElse(Optimizer.DEFAULT_BETA1),
              beta2.orElse(Optimizer.DEFAULT_BETA2),
              step,
              biasCorrection.orElse(true));
      default ->
          throw Settings.unknown(
              "optimizer", name, "sgd, momentum, nesterov, adagrad, rmsprop, adam");
    };
  }

  /** The name of a number that the optimizer does not have, if there is one. */
  public Optional<String> unfit(Optimizer optimizer) {
    OptimizerNumbers its = of(optimizer);
    if (momentum.isPresent() && its.momentum.isEmpty()) {
      return Optional.of("momentum");
    }
    if (decay.isPresent() && its.decay.isEmpty()) {
      return Optional.of("decay");
    }
    if (beta1.isPresent() && its.beta1.isEmpty()) {
      return Optional.of("beta1");
    }
    if (beta2.isPresent() && its.beta2.isEmpty()) {
      return Optional.of("beta2");
    }
    if (epsilon.isPresent() && its.epsilon.isEmpty()) {
      return Optional.of("epsilon");
    }
    if (biasCorrection.isPresent() && its.biasCorrection.isEmpty()) {
      return Optional.of("no-bias-correction");
    }
    return Optional.empty();
  }
}
