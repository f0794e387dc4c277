package digitstudio.nn.kernel;

/**
 * One step of an update rule in numbers, set anew for every step without allocating.
 *
 * <p>The gradient that a rule sees is g = scale · (summed gradient + l2 · w + l1 · sign(w)).
 */
public final class UpdateRule {
  /** Which rule. */
  public enum Kind {
    /** w -= rate · g. */
    SGD,
    /** s = first · s - rate · g; w += s. */
    MOMENTUM,
    /** s = first · s + g; w -= rate · (g + first · s). */
    NESTEROV,
    /** s += g²; w -= rate · g / (√s + epsilon). */
    ADAGRAD,
    /** s = first · s + (1 - first) · g²; step as Adagrad's. */
    RMSPROP,
    /**
     * s = first · s + (1 - first) · g; t = second · t + (1 - second) · g²; w -= rate · s ·
     * firstCorrection / (√(t · secondCorrection) + epsilon).
     */
    ADAM
  }

  /** Which rule. */
  public final Kind kind;

  /** μ, ρ or β₁. */
  public final float first;

  /** 1 - first, rounded once: 1 - 0.9999f is wrong in the fourth digit. */
  public final float firstRest;

  /** β₂. */
  public final float second;

  /** 1 - second, rounded once. */
  public final float secondRest;

  /** ε. */
  public final float epsilon;

  /** η. */
  public float rate;

  /** 1 for summed gradients, 1/m for their mean. */
  public float scale;

  /** λ of L1 on weights, 0 on biases. */
  public float l1;

  /** λ of L2 on weights, 0 on biases. */
  public float l2;

  /** 1/(1 - β₁ᵗ), or 1. */
  public float firstCorrection = 1;

  /** 1/(1 - β₂ᵗ), or 1. */
  public float secondCorrection = 1;

  public UpdateRule(Kind kind, double first, double second, double epsilon) {
    this.kind = kind;
    this.first = (float) first;
    this.second = (float) second;
    firstRest = (float) (1 - first);
    secondRest = (float) (1 - second);
    this.epsilon = (float) epsilon;
  }

  /** Whether a parameter without gradient stays as it is, state and all. */
  boolean leavesUnusedAlone() {
    return l1 == 0 && l2 == 0 && (kind == Kind.SGD || kind == Kind.ADAGRAD);
  }

  /** Whether a step is w = keep · w - factor · gradient: {@link #keep} and {@link #factor}. */
  boolean isLinear() {
    return kind == Kind.SGD && l1 == 0;
  }

  /** What a linear step leaves of w. */
  float keep() {
    return 1 - rate * scale * l2;
  }

  /** What a linear step multiplies the summed gradient by. */
  float factor() {
    return rate * scale;
  }
}
