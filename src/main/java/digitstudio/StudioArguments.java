package digitstudio;

import digitstudio.experiment.RunFile;
import digitstudio.lesson.LessonFile;
import digitstudio.nn.Spelling;
import digitstudio.ui.main.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the studio is opened with: by hand, from a desktop's menu, or by a double click on files.
 *
 * @param place the view to begin with, if one is asked for
 * @param files runs, lessons and models to open, in the order given
 */
record StudioArguments(Optional<Place> place, List<Path> files) {
  private static final String VIEW = "--view";
  private static final List<String> ENDINGS =
      List.of(RunFile.EXTENSION, LessonFile.EXTENSION, ".npz");

  /** The studio as it opens by itself. */
  static final StudioArguments NONE = new StudioArguments(Optional.empty(), List.of());

  /**
   * Reads {@code [--view PLACE] [FILE...]}.
   *
   * @return nothing if the arguments are not the studio's but a command's
   */
  static Optional<StudioArguments> read(List<String> arguments) {
    Optional<Place> place = Optional.empty();
    List<String> names = arguments;
    if (arguments.size() > 1 && arguments.get(0).equals(VIEW)) {
      place = place(arguments.get(1));
      names = arguments.subList(2, arguments.size());
      if (place.isEmpty()) {
        return Optional.empty();
      }
    }
    if (!names.stream().allMatch(StudioArguments::isFile)) {
      return Optional.empty();
    }
    return Optional.of(new StudioArguments(place, names.stream().map(Path::of).toList()));
  }

  private static Optional<Place> place(String name) {
    return Arrays.stream(Place.values())
        .filter(place -> Spelling.of(place).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** By its name alone: that there is no such file is for the studio to say. */
  private static boolean isFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    try {
      return ENDINGS.stream().anyMatch(small::endsWith) && Path.of(name).getFileName() != null;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
