package digitstudio.digits;

import java.nio.file.Path;

/**
 * The four files of an MNIST folder, read and checked against each other.
 *
 * @param train the training images, 60 000 in MNIST
 * @param test the test images, 10 000 in MNIST
 * @param sha256 one SHA-256 over the pixels and labels of both sets, in hexadecimal, for provenance
 */
public record MnistFiles(DigitSet train, DigitSet test, String sha256) {
  /**
   * Reads {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   * t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each with or without {@code .gz}.
   *
   * @throws digitstudio.text.Problem naming the file, if one is missing or not what it should be
   */
  public static MnistFiles read(Path folder) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
