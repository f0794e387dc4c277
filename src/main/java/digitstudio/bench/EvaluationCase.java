package digitstudio.bench;

import digitstudio.nn.Loss;
import digitstudio.training.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Milliseconds that a model takes to read all test images. */
final class EvaluationCase implements BenchmarkCase {
  private static final int CALLS = 30;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    try (Predictor predictor = Models.trained(subject).predictor()) {
      List<Double> milliseconds = new ArrayList<>();
      for (int call = -CALLS; call < CALLS; call++) {
        long start = System.nanoTime();
        predictor.evaluate(subject.data().test(), Loss.CROSS_ENTROPY);
        if (call >= 0) {
          milliseconds.add((System.nanoTime() - start) / 1e6);
        }
      }
      figures.accept(Figure.median("evaluation", "ms", milliseconds, 0));
    }
  }
}
