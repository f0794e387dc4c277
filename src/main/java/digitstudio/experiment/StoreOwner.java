package digitstudio.experiment;

import digitstudio.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One opening of a store: a number, drawn by chance, whose byte in a file beside the store stays
 * locked as long as the program lives. The system lets go of the lock however the program ends, so
 * that nobody takes a run for alive whose program was killed, or the other way round.
 */
final class StoreOwner implements AutoCloseable {
  /** A program cannot ask the system about locks that it holds itself. */
  private static final Set<Long> HERE = ConcurrentHashMap.newKeySet();

  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileChannel channel;
  private final long number;

  private StoreOwner(FileChannel channel, long number) {
    this.channel = channel;
    this.number = number;
  }

  /**
   * Signs in.
   *
   * @throws Problem if the folder cannot be written
   */
  static StoreOwner of(Path store) {
    Path file = store.resolveSibling(store.getFileName() + "-lock");
    long number = RANDOM.nextLong() >>> 2;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock(number, 1, false) == null) {
        throw new IOException("byte " + number + " is locked");
      }
      HERE.add(number);
      return new StoreOwner(channel, number);
    } catch (IOException e) {
      close(channel, e);
      throw new Problem(e, "store.readOnly", store.toString());
    }
  }

  private static void close(FileChannel channel, IOException cause) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  long number() {
    return number;
  }

  /** Whether the program of that number still has the store open. */
  boolean isAlive(long other) {
    return HERE.contains(other) || isLocked(other, 1);
  }

  /** Whether any other program, or another part of this one, has the store open. */
  boolean isAlone() {
    return !isLocked(0, number) && !isLocked(number + 1, Long.MAX_VALUE - number - 1);
  }

  private boolean isLocked(long from, long bytes) {
    try (FileLock lock = channel.tryLock(from, bytes, false)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      // Better a run too many that seems alive than one marked dead that is not.
      return true;
    }
  }

  @Override
  public void close() {
    HERE.remove(number);
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
