package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import java.util.List;
import java.util.function.Consumer;

/** Whoever reads what was drawn. */
@FunctionalInterface
public interface Predictions {
  /**
   * Asks what the newest network makes of some images; returns at once.
   *
   * @param images what to read; none ends the answers
   * @param observer given ten probabilities of each image, now and whenever the network has
   *     changed; none at all when there is no network yet. Called on the JavaFX thread.
   */
  void predict(List<DigitImage> images, Consumer<List<float[]>> observer);
}
