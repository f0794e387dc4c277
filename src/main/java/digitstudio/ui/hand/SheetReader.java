package digitstudio.ui.hand;

import digitstudio.digits.DigitImage;
import java.util.List;
import java.util.function.Consumer;

/** Whoever reads the digits of a picture. */
@FunctionalInterface
public interface SheetReader {
  /**
   * Asks what the newest network makes of images; returns at once.
   *
   * @param observer given ten probabilities for each image in turn; empty arrays when there is no
   *     network yet. Called on the JavaFX thread.
   */
  void read(List<DigitImage> images, Consumer<List<float[]>> observer);
}
