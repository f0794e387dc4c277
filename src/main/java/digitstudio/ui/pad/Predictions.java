package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import java.util.function.Consumer;

/** Whoever reads what was drawn. */
@FunctionalInterface
public interface Predictions {
  /**
   * Asks what the newest network makes of an image; returns at once.
   *
   * @param image what to read; null for nothing, which ends the answers
   * @param observer given ten probabilities, now and whenever the network has changed; an empty
   *     array when there is no network yet. Called on the JavaFX thread.
   */
  void predict(DigitImage image, Consumer<float[]> observer);
}
