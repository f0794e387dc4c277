package digitstudio.bench;

import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingListener;
import java.util.List;
import java.util.function.Consumer;

/**
 * Resident memory after some trainings of one process, and after many.
 *
 * <p>Over the first two dozen it rises by some tens of MiB, while Java sizes its heap and compiles;
 * what counts is that it stays where it is then.
 */
final class MemoryCase implements BenchmarkCase {
  private static final int FEW = 30;
  private static final int MANY = 60;
  private static final int IMAGES = 3000;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    TrainingConfig config =
        Subject.plain()
            .hidden(2000, 1000)
            .batchSize(128)
            .learningRate(0.01)
            .trainLimit(IMAGES)
            .epochs(1)
            .build();
    for (int run = 1; run <= MANY; run++) {
      new Trainer(config, subject.data()).run(TrainingListener.SILENT, new StopSignal());
      if (run == FEW || run == MANY) {
        // Without it the figure would tell how lazy Java's collector was.
        System.gc();
        double memory = Machine.memory();
        figures.accept(Figure.median("memory.after-" + run, "MiB", List.of(memory), 0));
      }
    }
  }
}
