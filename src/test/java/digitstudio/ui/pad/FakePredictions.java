package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers when told to, with what it is told, and keeps what it was asked. */
final class FakePredictions implements Predictions {
  final List<DigitImage> images = new ArrayList<>();
  final List<Consumer<float[]>> observers = new ArrayList<>();

  /** What is answered at once; null for no answer. */
  float[] answer;

  /** What is answered to each image; where it is set it comes before {@link #answer}. */
  Function<DigitImage, float[]> reading;

  /** All that was asked about last. */
  List<DigitImage> asked = List.of();

  @Override
  public void predict(List<DigitImage> all, Consumer<List<float[]>> observer) {
    asked = all;
    images.add(all.isEmpty() ? null : all.get(0));
    observers.add(
        one -> observer.accept(one.length == 0 ? List.of() : Collections.nCopies(all.size(), one)));
    if (reading != null && !all.isEmpty()) {
      observer.accept(all.stream().map(reading).toList());
    } else if (answer != null && !all.isEmpty()) {
      lastObserver().accept(answer);
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
