package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers when told to, with what it is told, and keeps what it was asked. */
final class FakePredictions implements Predictions {
  final List<DigitImage> images = new ArrayList<>();
  final List<Consumer<float[]>> observers = new ArrayList<>();

  /** What is answered at once; null for no answer. */
  float[] answer;

  @Override
  public void predict(DigitImage image, Consumer<float[]> observer) {
    images.add(image);
    observers.add(observer);
    if (answer != null && image != null) {
      observer.accept(answer);
    }
  }

  DigitImage lastImage() {
    return images.get(images.size() - 1);
  }

  Consumer<float[]> lastObserver() {
    return observers.get(observers.size() - 1);
  }

  /** This share for this digit, and the rest for the others alike. */
  static float[] sure(int digit, double share) {
    float[] probabilities = new float[10];
    for (int i = 0; i < 10; i++) {
      probabilities[i] = (float) (i == digit ? share : (1 - share) / 9);
    }
    return probabilities;
  }
}
