package digitstudio.training;

import digitstudio.digits.MnistFiles;
import java.nio.file.Path;

/** The first images of the real MNIST, read once for all tests. */
public final class SmallMnist {
  private static final MnistFiles FILES = MnistFiles.read(Path.of("data"));

  private SmallMnist() {}

  public static TrainingData of(int trainImages, int testImages) {
    return new TrainingData(
        FILES.train().first(trainImages), FILES.test().first(testImages), FILES.sha256());
  }
}
