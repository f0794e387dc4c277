package digitstudio.ui.form;

import digitstudio.nn.Spelling;

/**
 * What a setting of the form may be, where the engine's records carry numbers that the form keeps
 * in fields of their own.
 */
public final class Choice {
  /** Function of the hidden layers. */
  public enum ActivationKind {
    RELU,
    LEAKY_RELU,
    SIGMOID,
    TANH
  }

  /** Update rule. */
  public enum OptimizerKind {
    SGD,
    MOMENTUM,
    NESTEROV,
    ADAGRAD,
    RMSPROP,
    ADAM
  }

  /** How the learning rate goes on after the first epoch. */
  public enum ScheduleKind {
    CONSTANT,
    STEP,
    COSINE
  }

  /** Images a step. */
  public enum BatchKind {
    MINI,
    ALL,
    ONE
  }

  /** Penalty on the weights. */
  public enum RegularizerKind {
    NONE,
    L1,
    L2
  }

  /** How the weights begin. */
  public enum InitializerKind {
    HE,
    XAVIER,
    NORMAL
  }

  private Choice() {}

  /** The kind of a setting's spelling, such as {@code leaky-relu} of {@code leaky-relu:0.2}. */
  static <E extends Enum<E>> E of(Class<E> type, String spelling) {
    int colon = spelling.indexOf(':');
    String name = colon < 0 ? spelling : spelling.substring(0, colon);
    return Spelling.parse(type, type.getSimpleName(), name);
  }
}
