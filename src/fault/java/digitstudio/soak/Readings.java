package digitstudio.soak;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.Pointer;

/** What the process holds, read again and again, and whether it grows. */
final class Readings {
  private static final double MIB = 1 << 20;

  /** Once in every so many readings a line is printed. */
  private static final int PRINTED = 3;

  /**
   * One reading.
   *
   * @param minute since the first
   * @param resident MiB of memory that the system has given
   * @param heap MiB of objects that are still used
   * @param nativeMemory MiB that the numeric library has asked for
   */
  record Reading(
      double minute, double resident, double heap, double nativeMemory, int threads, int files) {}

  /**
   * Something that must not grow.
   *
   * @param share of its mean that it may rise over the later half
   * @param least rise that is always allowed, in its own unit
   */
  private record Measure(String name, ToDoubleFunction<Reading> value, double share, double least) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("resident MiB", Reading::resident, 0.05, 16),
          new Measure("heap after GC MiB", Reading::heap, 0.05, 4),
          new Measure("native MiB", Reading::nativeMemory, 0.05, 8),
          new Measure("threads", Reading::threads, 0.05, 2),
          new Measure("files", Reading::files, 0.05, 2));

  private final List<Reading> readings = new ArrayList<>();
  private final long start = System.nanoTime();

  /** Takes a reading, after the garbage is gone. */
  void take() throws IOException {
    // The second finds what the first has freed by its cleaners.
    System.gc();
    System.gc();
    Reading now =
        new Reading(
            (System.nanoTime() - start) / 60e9,
            resident(),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB,
            Pointer.totalBytes() / MIB,
            ManagementFactory.getThreadMXBean().getThreadCount(),
            files());
    if (readings.isEmpty()) {
      System.out.println("minute  resident MiB  heap after GC MiB  native MiB  threads  files");
    }
    if (readings.size() % PRINTED == 0) {
      System.out.printf(
          "%6.1f  %12.1f  %17.1f  %10.1f  %7d  %5d%n",
          now.minute(),
          now.resident(),
          now.heap(),
          now.nativeMemory(),
          now.threads(),
          now.files());
    }
    readings.add(now);
  }

  private static double resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }

  private static int files() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  /** Fits a line to the later half of each, prints it, and tells whether all are flat. */
  boolean areFlat() {
    List<Reading> later = readings.subList(readings.size() / 2, readings.size());
    double minutes = later.get(later.size() - 1).minute() - later.get(0).minute();
    boolean flat = later.size() > 2;
    System.out.printf("%nover the later %.1f minutes, by a fitted line:%n", minutes);
    for (Measure measure : MEASURES) {
      double mean = later.stream().mapToDouble(measure.value()).average().orElse(0);
      double slope = slope(later, measure.value(), mean);
      double allowed = Math.max(mean * measure.share(), measure.least());
      boolean grows = slope * minutes > allowed;
      flat &= !grows;
      System.out.printf(
          "  %-18s mean %8.1f, slope %+7.3f a minute, rise %+7.2f (allowed %.2f): %s%n",
          measure.name(),
          mean,
          slope,
          slope * minutes,
          allowed,
          grows ? "GROWS" : "flat");
    }
    return flat;
  }

  private static double slope(List<Reading> later, ToDoubleFunction<Reading> value, double mean) {
    double centre = later.stream().mapToDouble(Reading::minute).average().orElse(0);
    double both = 0;
    double square = 0;
    for (Reading reading : later) {
      both += (reading.minute() - centre) * (value.applyAsDouble(reading) - mean);
      square += Math.pow(reading.minute() - centre, 2);
    }
    return square == 0 ? 0 : both / square;
  }
}
