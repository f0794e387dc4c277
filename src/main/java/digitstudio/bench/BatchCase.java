package digitstudio.bench;

import digitstudio.training.BatchSize;
import java.util.function.Consumer;

/** Seconds of an epoch of plain steps at one batch size. */
record BatchCase(String name, BatchSize batchSize) implements BenchmarkCase {
  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    boolean single = batchSize.equals(new BatchSize.Fixed(1));
    figures.accept(
        subject.epoch(
            name, Subject.plain().batchSize(batchSize).learningRate(single ? 0.01 : 0.1).build()));
  }
}
