package digitstudio.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are whole or not there at all: aside first, then moved into place. */
public final class WholeFile {
  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file, replacing one of that name. A device or pipe is written to as it is.
   *
   * @throws IOException if the file cannot be written; a file that was there is left as it was
   */
  public static void write(Path file, Content content) throws IOException {
    if (isDevice(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return;
    }
    // Through a link, so that the link stays one.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path aside = aside(target);
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(out);
      }
      move(aside, target);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A disk that fills up in the middle does not say which file it was.
      FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
      named.initCause(e);
      throw named;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Finds out whether {@link #write} could write a file, leaving nothing behind.
   *
   * @throws IOException if it could not
   */
  public static void probe(Path file) throws IOException {
    if (isDevice(file)) {
      return;
    }
    Path aside = aside(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
    Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW).close();
    Files.delete(aside);
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Path aside(Path target) {
    return target.resolveSibling("." + UUID.randomUUID() + ".tmp");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
