package digitstudio.bench;

import digitstudio.nn.Engine;
import digitstudio.nn.kernel.Kernel;
import digitstudio.text.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the measuring was done on.
 *
 * @param program name and version of this program
 * @param processor its model
 * @param processors that the program may use
 * @param threads that the arithmetic uses
 * @param os name, version and architecture
 * @param java version and virtual machine
 * @param blas library of the dense products
 * @param vectors whether Java's vectors are used
 */
public record Machine(
    String program,
    String processor,
    int processors,
    int threads,
    String os,
    String java,
    String blas,
    boolean vectors) {
  /** This one. */
  public static Machine here() {
    return new Machine(
        Program.NAME + " " + Program.version(),
        entry(Path.of("/proc/cpuinfo"), "model name")
            .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
            .orElse(property("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Engine.threads(),
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
        property("java.version") + ", " + property("java.vm.name"),
        Engine.blas(),
        Kernel.vectors());
  }

  /** The most memory this program has taken so far, in MiB; NaN where the system does not tell. */
  public static double peakMemory() {
    return memory("VmHWM");
  }

  /** The memory this program takes now, in MiB; NaN where the system does not tell. */
  static double memory() {
    return memory("VmRSS");
  }

  private static double memory(String name) {
    return entry(Path.of("/proc/self/status"), name)
        .map(kibibytes -> Double.parseDouble(kibibytes.replaceAll("\\D", "")) / 1024)
        .orElse(Double.NaN);
  }

  /** The first value of a name in a file of lines "name : value". */
  static Optional<String> entry(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
