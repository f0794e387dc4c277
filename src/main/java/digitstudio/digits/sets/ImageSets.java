package digitstudio.digits.sets;

import digitstudio.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a data set of whichever kind a path leads to. */
public final class ImageSets {
  private ImageSets() {}

  /**
   * Reads a folder of idx files, a folder of pictures by class, or a CSV.
   *
   * @throws Problem naming what is wrong and where
   */
  public static ImageSet read(Path path, SetOptions options) {
    if (!Files.exists(path)) {
      throw new Problem("sets.missing", path.toString());
    }
    requireUtf8(path);
    try {
      if (Files.isDirectory(path)) {
        return IdxFolder.isOne(path)
            ? new IdxFolder(path, options).read()
            : new ClassFolders(path, options).read();
      }
      return new CsvImages(path, options).read();
    } catch (OutOfMemoryError e) {
      throw new Problem(e, "sets.noMemoryAtAll", name(path));
    }
  }

  /** Whether there are images of one's own at a path: a file, idx files, or folders of pictures. */
  public static boolean isOne(Path path) {
    return Files.isRegularFile(path)
        || (Files.isDirectory(path) && (IdxFolder.isOne(path) || ClassFolders.isOne(path)));
  }

  /** Whether a file's name is that of a CSV. */
  public static boolean isCsv(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(csv|tsv)(\\.gz)?");
  }

  /** The last part of a path; all of one that has none. */
  static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** A name that is not UTF-8 is read as one with a sign for what cannot be read. */
  static void requireUtf8(Path path) {
    if (name(path).indexOf('\uFFFD') >= 0) {
      throw new Problem("sets.nameNotUtf8", name(path), String.valueOf(path.getParent()));
    }
  }
}
