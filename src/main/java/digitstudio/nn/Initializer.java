package digitstudio.nn;

import digitstudio.text.Problem;
import java.util.Locale;

/** How weights begin; biases begin at zero. Every draw is from a normal distribution of mean 0. */
public sealed interface Initializer {
  /**
   * N(0, σ²), the report's choice with σ = 0.01.
   *
   * @param deviation σ &gt; 0
   */
  record Normal(double deviation) implements Initializer {
    public Normal {
      Settings.requirePositive("init", deviation);
    }

    @Override
    public double deviation(int inputs, int units) {
      return deviation;
    }

    @Override
    public String spelling() {
      return "normal:" + Settings.number(deviation);
    }
  }

  /** σ = √(2 / inputs), for ReLU (He et al. 2015). */
  record He() implements Initializer {
    @Override
    public double deviation(int inputs, int units) {
      return Math.sqrt(2.0 / inputs);
    }

    @Override
    public String spelling() {
      return "he";
    }
  }

  /** σ = √(2 / (inputs + units)), for sigmoid and tanh (Glorot and Bengio 2010). */
  record Xavier() implements Initializer {
    @Override
    public double deviation(int inputs, int units) {
      return Math.sqrt(2.0 / (inputs + units));
    }

    @Override
    public String spelling() {
      return "xavier";
    }
  }

  /** Standard deviation of the weights of a layer. */
  double deviation(int inputs, int units);

  /** As the command line and model files write it: {@code normal:0.01}. */
  String spelling();

  /**
   * Reads {@link #spelling()} back.
   *
   * @throws Problem if the text names no initialisation
   */
  static Initializer parse(String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "he" -> new He();
      case "xavier" -> new Xavier();
      default -> {
        if (name.startsWith("normal:")) {
          yield new Normal(Settings.parseNumber("init", name.substring("normal:".length())));
        }
        throw Settings.unknown("init", text, "normal:0.01, he, xavier");
      }
    };
  }
}
