package digitstudio.nn;

/** The rule that turns a gradient g into a step of the parameters w with learning rate η. */
public sealed interface Optimizer {
  double DEFAULT_MOMENTUM = 0.9;
  double DEFAULT_DECAY = 0.9;
  double DEFAULT_BETA1 = 0.9;
  double DEFAULT_BETA2 = 0.999;
  double DEFAULT_EPSILON = 1e-8;

  /** w -= ηg. */
  record Sgd() implements Optimizer {
    @Override
    public String spelling() {
      return "sgd";
    }

    @Override
    public int stateArrays() {
      return 0;
    }
  }

  /**
   * v = μv - ηg; w += v (Polyak 1964).
   *
   * @param momentum 0 ≤ μ &lt; 1
   */
  record Momentum(double momentum) implements Optimizer {
    public Momentum {
      Settings.requireFrom("momentum", momentum, 0, 1);
    }

    @Override
    public String spelling() {
      return "momentum";
    }

    @Override
    public int stateArrays() {
      return 1;
    }
  }

  /**
   * v = μv + g; w -= η(g + μv) (Nesterov 1983, in the form of Sutskever et al. 2013).
   *
   * @param momentum 0 ≤ μ &lt; 1
   */
  record Nesterov(double momentum) implements Optimizer {
    public Nesterov {
      Settings.requireFrom("momentum", momentum, 0, 1);
    }

    @Override
    public String spelling() {
      return "nesterov";
    }

    @Override
    public int stateArrays() {
      return 1;
    }
  }

  /**
   * G += g²; w -= ηg / (√G + ε) (Duchi et al. 2011).
   *
   * @param epsilon ε &gt; 0
   */
  record Adagrad(double epsilon) implements Optimizer {
    public Adagrad {
      Settings.requirePositive("epsilon", epsilon);
    }

    @Override
    public String spelling() {
      return "adagrad";
    }

    @Override
    public int stateArrays() {
      return 1;
    }
  }

  /**
   * G = ρG + (1-ρ)g²; w -= ηg / (√G + ε) (Tieleman and Hinton 2012).
   *
   * @param decay 0 ≤ ρ &lt; 1
   * @param epsilon ε &gt; 0
   */
  record RmsProp(double decay, double epsilon) implements Optimizer {
    public RmsProp {
      Settings.requireFrom("decay", decay, 0, 1);
      Settings.requirePositive("epsilon", epsilon);
    }

    @Override
    public String spelling() {
      return "rmsprop";
    }

    @Override
    public int stateArrays() {
      return 1;
    }
  }

  /**
   * m = β₁m + (1-β₁)g; v = β₂v + (1-β₂)g²; w -= ηm̂ / (√v̂ + ε), where m̂ and v̂ are m and v,
   * divided by 1-β₁ᵗ and 1-β₂ᵗ if the bias is corrected (Kingma and Ba 2015).
   *
   * @param beta1 0 ≤ β₁ &lt; 1
   * @param beta2 0 ≤ β₂ &lt; 1
   * @param epsilon ε &gt; 0
   * @param biasCorrection whether m and v are corrected for beginning at zero
   */
  record Adam(double beta1, double beta2, double epsilon, boolean biasCorrection)
      implements Optimizer {
    public Adam {
      Settings.requireFrom("beta1", beta1, 0, 1);
      Settings.requireFrom("beta2", beta2, 0, 1);
      Settings.requirePositive("epsilon", epsilon);
    }

    @Override
    public String spelling() {
      return "adam";
    }

    @Override
    public int stateArrays() {
      return 2;
    }
  }

  /** As the command line and model files write it, without its numbers. */
  String spelling();

  /** How many arrays of the parameters' size the rule keeps between steps. */
  int stateArrays();
}
