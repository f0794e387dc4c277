package digitstudio.training;

import digitstudio.nn.Engine;
import digitstudio.text.Program;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a run comes from: what one needs to know to have it again.
 *
 * @param program name and version of this program
 * @param started when, ISO 8601 in UTC
 * @param seed of the run
 * @param dataSha256 of the images and labels it was trained and tested on
 * @param java version and vendor
 * @param os name, version and architecture
 * @param processors that the program may use
 * @param threads that the arithmetic uses
 * @param blas library and its kernel
 * @param data name and classes of the images; MNIST's for runs from before there were others
 */
public record Provenance(
    String program,
    String started,
    long seed,
    String dataSha256,
    String java,
    String os,
    int processors,
    int threads,
    String blas,
    DataDescription data) {
  /** A run on MNIST. */
  public Provenance(
      String program,
      String started,
      long seed,
      String dataSha256,
      String java,
      String os,
      int processors,
      int threads,
      String blas) {
    this(
        program,
        started,
        seed,
        dataSha256,
        java,
        os,
        processors,
        threads,
        blas,
        DataDescription.MNIST);
  }

  /** This program, this computer, this moment. */
  static Provenance now(long seed, String dataSha256, DataDescription data) {
    return new Provenance(
        Program.NAME + " " + Program.version(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        seed,
        dataSha256,
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Engine.threads(),
        Engine.blas(),
        data);
  }
}
