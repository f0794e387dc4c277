package digitstudio.nn;

import digitstudio.text.Problem;
import java.util.Locale;

/** The function a hidden layer applies to its weighted sums. */
public sealed interface Activation {
  /** Slope of Leaky ReLU where none is given (Maas et al. 2013). */
  double DEFAULT_SLOPE = 0.01;

  /** max(0, z). */
  record Relu() implements Activation {
    @Override
    public String spelling() {
      return "relu";
    }
  }

  /**
   * z for z &gt; 0, else slope·z.
   *
   * @param slope 0 &lt; slope &lt; 1
   */
  record LeakyRelu(double slope) implements Activation {
    public LeakyRelu {
      Settings.requireBetween("slope", slope, 0, 1);
    }

    @Override
    public String spelling() {
      return slope == DEFAULT_SLOPE ? "leaky-relu" : "leaky-relu:" + Settings.number(slope);
    }
  }

  /** 1 / (1 + e^-z). */
  record Sigmoid() implements Activation {
    @Override
    public String spelling() {
      return "sigmoid";
    }
  }

  /** Hyperbolic tangent. */
  record Tanh() implements Activation {
    @Override
    public String spelling() {
      return "tanh";
    }
  }

  /** As the command line, model files and presets write it: {@code leaky-relu:0.2}. */
  String spelling();

  /**
   * Reads {@link #spelling()} back.
   *
   * @throws Problem if the text names no activation
   */
  static Activation parse(String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "relu" -> new Relu();
      case "leaky-relu" -> new LeakyRelu(DEFAULT_SLOPE);
      case "sigmoid" -> new Sigmoid();
      case "tanh" -> new Tanh();
      default -> {
        if (name.startsWith("leaky-relu:")) {
          yield new LeakyRelu(
              Settings.parseNumber("slope", name.substring("leaky-relu:".length())));
        }
        throw Settings.unknown(
            "activation", text, "relu, leaky-relu, leaky-relu:0.2, tanh, sigmoid");
      }
    };
  }
}
