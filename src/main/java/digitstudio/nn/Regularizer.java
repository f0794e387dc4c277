package digitstudio.nn;

import digitstudio.text.Problem;
import java.util.Locale;

/** What keeps the weights small; biases are left alone. */
public sealed interface Regularizer {
  /** No penalty. */
  record None() implements Regularizer {
    @Override
    public String spelling() {
      return "none";
    }

    @Override
    public double lambda() {
      return 0;
    }
  }

  /**
   * Penalty λ/m · Σ|w|; adds λ·sign(w) to the summed gradient.
   *
   * @param lambda λ ≥ 0
   */
  record L1(double lambda) implements Regularizer {
    public L1 {
      Settings.requireNotNegative("lambda", lambda);
    }

    @Override
    public String spelling() {
      return "l1";
    }
  }

  /**
   * Penalty λ/(2m) · Σw²; adds λ·w to the summed gradient.
   *
   * @param lambda λ ≥ 0
   */
  record L2(double lambda) implements Regularizer {
    public L2 {
      Settings.requireNotNegative("lambda", lambda);
    }

    @Override
    public String spelling() {
      return "l2";
    }
  }

  /** As the command line and model files write it, without λ. */
  String spelling();

  /** λ, 0 for none. */
  double lambda();

  /**
   * The regularizer of a name.
   *
   * @throws Problem if the name is unknown or λ is out of range
   */
  static Regularizer parse(String text, double lambda) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "none" -> new None();
      case "l1" -> new L1(lambda);
      case "l2" -> new L2(lambda);
      default -> throw Settings.unknown("regularization", text, "none, l1, l2");
    };
  }
}
