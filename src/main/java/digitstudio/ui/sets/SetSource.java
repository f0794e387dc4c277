package digitstudio.ui.sets;

import digitstudio.digits.sets.SetOptions;
import digitstudio.training.TrainingData;
import java.nio.file.Path;

/**
 * Where a data set of one's own is, and how it was read.
 *
 * @param name that a person knows it by
 * @param sha256 of its images, by which runs know it
 */
public record SetSource(String name, String sha256, Path path, SetOptions options) {
  /** The source of images that were read from there. */
  public static SetSource of(TrainingData data, Path path, SetOptions options) {
    return new SetSource(data.name(), data.sha256(), path.toAbsolutePath().normalize(), options);
  }
}
