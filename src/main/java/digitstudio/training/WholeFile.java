package digitstudio.training;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** Writes files that are whole or not there at all: aside first, then moved into place. */
public final class WholeFile {
  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A stream that whoever writes may close without an end to what is under it. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private WholeFile() {}

  /**
   * Writes a file, replacing one of that name. A device or pipe is written to as it is.
   *
   * @throws IOException if the file cannot be written; a file that was there is left as it was
   */
  public static void write(Path file, Content content) throws IOException {
    write(file, content, false);
  }

  /**
   * The same, and the file is on the disk itself when this returns, so that it outlasts a failure
   * of the power. What stood there before stays beside it.
   *
   * @param before where the file that was there is kept
   */
  public static void replaceLastingly(Path file, Path before, Content content) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    write(whole, content, true);
    if (Files.exists(file)) {
      move(file, before);
    }
    move(whole, file);
    settle(file.toAbsolutePath().getParent());
  }

  /** Makes the names in a folder lasting, where the system has that. */
  private static void settle(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LoggerFactory.getLogger(WholeFile.class).debug("{} cannot be synchronised", folder, e);
    }
  }

  private static void write(Path file, Content content, boolean lasting) throws IOException {
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
      try (FileChannel channel =
              FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        // It may close the stream, and the channel must stay open until all of it is on the disk.
        content.writeTo(new Unclosed(out));
        out.flush();
        if (lasting) {
          channel.force(true);
        }
      }
      move(aside, target);
    } catch (FileSystemException e) {
      throw aside.toString().equals(e.getFile()) ? named(file, e.getReason(), e) : e;
    } catch (IOException e) {
      // A disk that fills up in the middle does not say which file it was.
      throw named(file, e.getMessage(), e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The file that was asked for, rather than the one that nobody knows of. */
  private static FileSystemException named(Path file, String reason, IOException cause) {
    FileSystemException named = new FileSystemException(file.toString(), null, reason);
    named.initCause(cause);
    return named;
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
