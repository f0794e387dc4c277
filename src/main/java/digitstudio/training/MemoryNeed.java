package digitstudio.training;

import com.sun.management.OperatingSystemMXBean;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this computer has the memory for a run, asked before it starts. */
final class MemoryNeed {
  private static final Path LINUX_MEMORY = Path.of("/proc/meminfo");
  private static final long MEBIBYTE = 1024 * 1024;

  private MemoryNeed() {}

  /**
   * Refuses a run whose arrays do not fit.
   *
   * @throws Problem saying how much is needed and how much there is
   */
  static void require(TrainingConfig config, NetworkSpec spec) {
    requireFits(bytes(config, spec), available());
  }

  static void requireFits(long needed, long available) {
    if (needed > available) {
      throw new Problem("training.memory", needed / MEBIBYTE, available / MEBIBYTE);
    }
  }

  /** Bytes of a run's arrays: the parameters once for each use, and the outputs of a chunk. */
  static long bytes(TrainingConfig config, NetworkSpec spec) {
    // Weights, gradients, the model handed over at the end and the copy that answers meanwhile;
    // where images are held out, the weights of the best epoch, living and handed over.
    long copies = 4L + config.optimizer().stateArrays() + (config.validation() > 0 ? 2 : 0);
    long units = spec.hidden().stream().mapToLong(Integer::longValue).sum();
    long rows = 3L * 1024 * (spec.inputs() + 2 * units + spec.outputs());
    return Float.BYTES * (copies * spec.parameters() + rows);
  }

  private static long available() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.min(system.getTotalMemorySize(), free(system));
  }

  private static long free(OperatingSystemMXBean system) {
    try {
      // Java counts what Linux caches from files as used; Linux itself knows better.
      return Files.readAllLines(LINUX_MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseGet(system::getFreeMemorySize);
    } catch (IOException e) {
      return system.getFreeMemorySize();
    }
  }
}
