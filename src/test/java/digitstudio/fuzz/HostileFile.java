package digitstudio.fuzz;

import com.sun.management.ThreadMXBean;
import digitstudio.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A file of any bytes, which a reader must either read or refuse with one sentence, and for which
 * it must not take memory that the file does not warrant.
 */
final class HostileFile {
  /** What every reader may take whatever the file: buffers and tables. */
  private static final long CAP = 192L << 20;

  /** Bytes taken for each of the file: no deflated byte stands for more than 1032. */
  private static final long CAP_OF_A_BYTE = 8 * 1032;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path file;

  HostileFile(String name) {
    try {
      Path folder = Files.createTempDirectory("hostile");
      file = folder.resolve(name);
      file.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's place. */
  Path path() {
    return file;
  }

  /** Writes the bytes, and has them read. */
  void read(byte[] bytes, Consumer<Path> reader) {
    long cap = CAP + CAP_OF_A_BYTE * bytes.length;
    long taken = taken(bytes, reader);
    if (taken > cap) {
      // The first reading may have loaded classes, which a fuzzer rewrites as they are loaded.
      taken = taken(bytes, reader);
    }
    if (taken > cap) {
      throw new AssertionError(taken + " bytes taken for a file of " + bytes.length);
    }
  }

  /** The bytes that a reading takes from the heap, though it may give them back. */
  private long taken(byte[] bytes, Consumer<Path> reader) {
    write(bytes);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      reader.accept(file);
    } catch (Problem refused) {
      requireSentence(refused.sentence(Locale.ENGLISH));
      requireSentence(refused.sentence(Locale.SIMPLIFIED_CHINESE));
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Writes the bytes. */
  void write(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSentence(String sentence) {
    if (sentence.isBlank() || sentence.length() > 2000) {
      throw new AssertionError("no sentence for a person: " + sentence);
    }
  }
}
