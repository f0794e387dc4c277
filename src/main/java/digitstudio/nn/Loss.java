package digitstudio.nn;

import java.util.Locale;

/** What training makes small, taken over the softmax of the output layer. */
public enum Loss {
  /** -Σ y ln p / m. */
  CROSS_ENTROPY,
  /** Σ (p - y)² / (2m), its gradient taken through the softmax. */
  MEAN_SQUARED_ERROR;

  /** As the command line and model files write it: {@code cross-entropy}. */
  public String spelling() {
    return Spelling.of(this);
  }

  /** Reads {@link #spelling()} back. */
  public static Loss parse(String text) {
    return Spelling.parse(Loss.class, "loss", text.toLowerCase(Locale.ROOT));
  }
}
