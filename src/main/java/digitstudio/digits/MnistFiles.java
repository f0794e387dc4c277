package digitstudio.digits;

import digitstudio.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
   * @throws Problem naming the file, if one is missing or not what it should be
   */
  public static MnistFiles read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Problem("digits.noFolder", folder.toString());
    }
    // All four are looked for first, so that a missing one is told before any is unpacked.
    Path trainImages = find(folder, "train-images-idx3-ubyte");
    Path trainLabels = find(folder, "train-labels-idx1-ubyte");
    Path testImages = find(folder, "t10k-images-idx3-ubyte");
    Path testLabels = find(folder, "t10k-labels-idx1-ubyte");
    DigitSet train = new IdxPair(trainImages, trainLabels).read();
    DigitSet test = new IdxPair(testImages, testLabels).read();
    return new MnistFiles(train, test, sha256(train, test));
  }

  private static Path find(Path folder, String name) {
    for (String ending : new String[] {"", ".gz"}) {
      Path file = folder.resolve(name + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new Problem("digits.noFile", name, folder.toString());
  }

  /** One SHA-256 over the pixels and labels of two sets, in hexadecimal. */
  public static String sha256(DigitSet train, DigitSet test) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(train.pixels());
      digest.update(train.labels());
      digest.update(test.pixels());
      digest.update(test.labels());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
