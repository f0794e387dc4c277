package digitstudio.bench;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.training.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Milliseconds that a model takes to read one image. */
final class PredictionCase implements BenchmarkCase {
  private static final int CALLS = 1000;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    DigitSet test = subject.data().test();
    try (Predictor predictor = Models.trained(subject).predictor()) {
      List<Double> milliseconds = new ArrayList<>();
      for (int call = -CALLS; call < CALLS; call++) {
        DigitImage image = test.image(Math.floorMod(call, test.size()));
        long start = System.nanoTime();
        predictor.predict(image);
        if (call >= 0) {
          milliseconds.add((System.nanoTime() - start) / 1e6);
        }
      }
      figures.accept(Figure.median("prediction", "ms", milliseconds, 0));
    }
  }
}
