package digitstudio.training;

import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How large a learning rate is for its update rule, so that one can be advised.
 *
 * <p>The usual rate of a rule is the one that its paper or common practice begins with, and with
 * which the presets learn MNIST: 0.1 for plain steps; the same, shared out over the 1/(1-μ) steps
 * that momentum adds up; 0.01 for Adagrad; 0.001 for RMSProp and Adam. Where gradients are added up
 * rather than averaged, plain steps are as many times larger as a batch has images.
 */
public final class StepSize {
  private static final double PLAIN = 0.1;
  private static final double ADAGRAD = 0.01;
  private static final double ADAPTIVE = 0.001;
  private static final double FACTOR = 10;

  private final TrainingConfig config;
  private final double usual;

  /**
   * @param images of one step
   */
  public StepSize(TrainingConfig config, int images) {
    this.config = config;
    double mean = usual(config.optimizer());
    usual =
        config.reduction() == Reduction.SUM && growsWithGradient(config.optimizer())
            ? mean / Math.max(1, images)
            : mean;
  }

  private static double usual(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum rule) {
      return PLAIN * (1 - rule.momentum());
    }
    if (optimizer instanceof Optimizer.Nesterov rule) {
      return PLAIN * (1 - rule.momentum());
    }
    if (optimizer instanceof Optimizer.Sgd) {
      return PLAIN;
    }
    return optimizer instanceof Optimizer.Adagrad ? ADAGRAD : ADAPTIVE;
  }

  /** Whether a gradient of twice the size makes a step of twice the size. */
  public static boolean growsWithGradient(Optimizer optimizer) {
    return optimizer instanceof Optimizer.Sgd
        || optimizer instanceof Optimizer.Momentum
        || optimizer instanceof Optimizer.Nesterov;
  }

  /** The run's initial rate over the usual one. */
  public double overUsual() {
    return config.learningRate().initial() / usual;
  }

  /** The usual rate, as these settings write it. */
  public double usual() {
    return rounded(usual);
  }

  /** A tenth of the rate, and no more than the usual one: one from which to try again. */
  public double smaller() {
    return rounded(Math.min(config.learningRate().initial() / FACTOR, usual));
  }

  /** Ten times the rate, and no more than the usual one. */
  public double larger() {
    return rounded(Math.min(config.learningRate().initial() * FACTOR, usual));
  }

  /** To what a person would write. */
  public static double rounded(double rate) {
    return new BigDecimal(rate).round(new MathContext(3)).doubleValue();
  }
}
