package digitstudio.bench;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Inference;
import digitstudio.nn.Loss;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;
import digitstudio.training.EpochResult;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Notes the test accuracy after every epoch, and the seconds of training until then. */
final class AccuracyClock implements TrainingListener, AutoCloseable {
  private final DigitSet test;
  private final double enough;
  private final StopSignal signal;
  private final List<Double> accuracies = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private Inference inference;
  private int[] given;
  private double trained;

  /**
   * @param enough accuracy at which the run is stopped
   */
  AccuracyClock(DigitSet test, double enough, StopSignal signal) {
    this.test = test;
    this.enough = enough;
    this.signal = signal;
  }

  @Override
  public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
    inference =
        new Inference(
            network,
            new Samples(
                scaling.stretched(test.pixels()),
                test.labels(),
                DigitImage.PIXELS,
                scaling.values()));
    given = new int[inference.chunk()];
  }

  @Override
  public void epochEnded(EpochResult result) {
    trained += result.seconds();
    note(trained, accuracy());
  }

  void note(double secondsUntilNow, double accuracy) {
    seconds.add(secondsUntilNow);
    accuracies.add(accuracy);
    if (accuracy >= enough) {
      signal.stop();
    }
  }

  private double accuracy() {
    int correct = 0;
    for (int from = 0; from < test.size(); from += given.length) {
      int rows = Math.min(given.length, test.size() - from);
      inference.evaluate(Loss.CROSS_ENTROPY, from, rows, given);
      for (int r = 0; r < rows; r++) {
        correct += given[r] == test.label(from + r) ? 1 : 0;
      }
    }
    return (double) correct / test.size();
  }

  /** Seconds of training until an accuracy was first there; NaN if it never was. */
  double secondsTo(double accuracy) {
    for (int epoch = 0; epoch < accuracies.size(); epoch++) {
      if (accuracies.get(epoch) >= accuracy) {
        return seconds.get(epoch);
      }
    }
    return Double.NaN;
  }

  @Override
  public void close() {
    if (inference != null) {
      inference.close();
    }
  }
}
