package digitstudio.training;

import digitstudio.nn.Inference;
import digitstudio.nn.Loss;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;
import java.util.Optional;

/** Evaluates a living network on one set, as often as asked, in arrays made once. */
final class Evaluator implements AutoCloseable {
  private final Samples samples;
  private final int classes;
  private final Inference inference;
  private final int[] given;

  Evaluator(Network network, Samples samples) {
    this.samples = samples;
    classes = network.spec().outputs();
    inference = new Inference(network, samples);
    given = new int[inference.chunk()];
  }

  /** Reads the whole set; nothing if the signal says stop before the end. */
  Optional<Evaluation> evaluate(Loss loss, StopSignal signal) {
    long[][] counts = new long[classes][classes];
    double sum = 0;
    for (int from = 0; from < samples.size(); from += inference.chunk()) {
      if (signal.isStopped()) {
        return Optional.empty();
      }
      int rows = Math.min(inference.chunk(), samples.size() - from);
      sum += inference.evaluate(loss, from, rows, given);
      for (int r = 0; r < rows; r++) {
        counts[samples.labels()[from + r]][given[r]]++;
      }
    }
    return Optional.of(new Evaluation(sum / samples.size(), new ConfusionMatrix(counts)));
  }

  /** Reads the whole set, come what may. */
  Evaluation evaluate(Loss loss) {
    return evaluate(loss, new StopSignal()).orElseThrow();
  }

  @Override
  public void close() {
    inference.close();
  }
}
