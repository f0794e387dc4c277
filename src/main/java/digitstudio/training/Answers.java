package digitstudio.training;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Inference;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;
import java.util.Optional;

/** What a network answers on every image of a set: all probabilities, outside of native memory. */
public final class Answers {
  private final byte[] labels;
  private final int classes;
  private final float[] probabilities;
  private final byte[] given;

  /**
   * @param labels [size], not to be written to
   * @param classes that can be given
   * @param probabilities [size · classes], not to be written to
   */
  public Answers(byte[] labels, int classes, float[] probabilities) {
    if (probabilities.length != (long) labels.length * classes) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities for " + labels.length + " images");
    }
    this.labels = labels;
    this.classes = classes;
    this.probabilities = probabilities;
    given = new byte[labels.length];
    for (int image = 0; image < labels.length; image++) {
      given[image] = (byte) largest(image);
    }
  }

  private int largest(int image) {
    int best = 0;
    for (int digit = 1; digit < classes; digit++) {
      if (probability(image, digit) > probability(image, best)) {
        best = digit;
      }
    }
    return best;
  }

  /**
   * Reads a whole set; never on the JavaFX thread.
   *
   * @return nothing if the signal said stop before the end
   */
  public static Optional<Answers> of(Model model, DigitSet images, StopSignal signal) {
    int classes = model.spec().outputs();
    float[] probabilities = new float[images.size() * classes];
    if (images.size() == 0) {
      return Optional.of(new Answers(images.labels(), classes, probabilities));
    }
    Samples samples = RunData.samples(images, model.scaling());
    try (Network network = Network.of(model.spec(), model.parameters());
        Inference inference = new Inference(network, samples)) {
      for (int from = 0; from < images.size(); from += inference.chunk()) {
        if (signal.isStopped()) {
          return Optional.empty();
        }
        int rows = Math.min(inference.chunk(), images.size() - from);
        float[] some = inference.probabilities(from, rows);
        System.arraycopy(some, 0, probabilities, from * classes, some.length);
      }
    }
    return Optional.of(new Answers(images.labels(), classes, probabilities));
  }

  /** How many images. */
  public int size() {
    return labels.length;
  }

  /** How many classes can be given. */
  public int classes() {
    return classes;
  }

  /** The digit an image is. */
  public int label(int image) {
    return labels[image];
  }

  /** The digit an image is read as: the likeliest, the first of equals. */
  public int given(int image) {
    return given[image];
  }

  public boolean isRight(int image) {
    return given[image] == labels[image];
  }

  /** The probability of a digit, 0 to 1. */
  public float probability(int image, int digit) {
    return probabilities[image * classes + digit];
  }

  /** The probability of the digit that is given. */
  public float confidence(int image) {
    return probability(image, given[image]);
  }

  /** By how much the likeliest digit is more probable than the second; small where it is unsure. */
  public float margin(int image) {
    return confidence(image) - probability(image, second(image));
  }

  /** The second likeliest digit; the given one itself where there is but one class. */
  public int second(int image) {
    int second = -1;
    for (int digit = 0; digit < classes; digit++) {
      if (digit != given[image]
          && (second < 0 || probability(image, digit) > probability(image, second))) {
        second = digit;
      }
    }
    return second < 0 ? given[image] : second;
  }

  /** Every answer counted. */
  public ConfusionMatrix confusion() {
    long[][] counts = new long[classes][classes];
    for (int image = 0; image < labels.length; image++) {
      counts[labels[image]][given[image]]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** Images whose digit is the likeliest or the second likeliest. */
  public long rightInTwo() {
    long right = 0;
    for (int image = 0; image < labels.length; image++) {
      right += isRight(image) || second(image) == labels[image] ? 1 : 0;
    }
    return right;
  }
}
