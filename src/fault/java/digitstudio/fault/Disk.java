package digitstudio.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory that can be filled, locked against writing, and taken away. */
final class Disk implements AutoCloseable {
  private static final int[] PIECES = {1 << 16, 1 << 12, 1};

  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may mount disks. */
  static boolean isPossible(Path folder) throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(folder, "mount");
    return run("mount", "-t", "tmpfs", "tmpfs", place.toString()) == 0
        && run("umount", place.toString()) == 0;
  }

  static Disk of(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int code =
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    if (code != 0) {
      throw new IOException("mount ended with " + code);
    }
    return new Disk(folder);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private Path filler() {
    return folder.resolve("filler.db-filler");
  }

  /** Takes all the room but so many KiB. */
  void fill(int left) throws IOException {
    byte[] reserve = new byte[left << 10];
    Path kept = folder.resolve("reserve");
    Files.write(kept, reserve);
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int piece : PIECES) {
        try {
          while (true) {
            out.write(new byte[piece]);
          }
        } catch (IOException e) {
          // Full, for pieces of that size.
          continue;
        }
      }
    }
    Files.delete(kept);
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  /** From now on nothing can be written, or again all; files that are open for it as well. */
  void lock(boolean locked) throws IOException, InterruptedException {
    String mode = locked ? "ro" : "rw";
    // Refused while a file is open for writing: then by force, as a disk with errors does it.
    if (run("mount", "-o", "remount," + mode, folder.toString()) != 0) {
      throw new IOException("remount " + mode);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
