package digitstudio.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The lessons that come with the program, in the order in which they build on one another. */
public final class SampleLessons {
  private static final List<String> NAMES =
      List.of(
          "learning-rate",
          "activation",
          "depth",
          "loss",
          "batch-size",
          "optimizer",
          "overfitting",
          "own-seven",
          "three-epochs");

  private SampleLessons() {}

  /** Their names, under which they can be read. */
  public static List<String> names() {
    return NAMES;
  }

  /** The lesson of a name. */
  public static Lesson named(String name) {
    String resource = "/digitstudio/lessons/" + name + LessonFile.EXTENSION;
    try (InputStream in = SampleLessons.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return LessonFile.read(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
