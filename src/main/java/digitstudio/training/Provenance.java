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
 * @param drawings of the person's own hand that it learnt from; 0 for none
 * @param drawingsSha256 of those; empty for none
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
    DataDescription data,
    int drawings,
    String drawingsSha256) {
  /** Between the programs that trained a run one after the other. */
  private static final String THEN = " + ";

  /** Of a run on MNIST that learnt from no drawings. */
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

  /** Of a run that learnt from no drawings. */
  public Provenance(
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
    this(program, started, seed, dataSha256, java, os, processors, threads, blas, data, 0, "");
  }

  /** Whether two runs of equal settings and data come out equal to the last bit. */
  boolean isSameMachine(Provenance other) {
    return lastProgram().equals(other.lastProgram())
        && java.equals(other.java)
        && threads == other.threads
        && blas.equals(other.blas);
  }

  private String lastProgram() {
    return program.substring(
        program.lastIndexOf(THEN) < 0 ? 0 : program.lastIndexOf(THEN) + THEN.length());
  }

  /**
   * Of a run that goes on elsewhere: as it was where nothing that decides its bits has changed,
   * else with both programs named, so that nobody takes it for a run of one of them.
   */
  Provenance continuedBy(Provenance now) {
    return isSameMachine(now)
        ? this
        : new Provenance(
            program + THEN + now.program,
            started,
            seed,
            dataSha256,
            now.java,
            now.os,
            now.processors,
            now.threads,
            now.blas,
            data,
            drawings,
            drawingsSha256);
  }

  /** Whether the drawings are the same as another run's. */
  public boolean hasDrawingsOf(Provenance other) {
    return drawings == other.drawings && drawingsSha256.equals(other.drawingsSha256);
  }

  /** The same with drawings that the run learns from. */
  Provenance with(OwnDrawings learnt) {
    return new Provenance(
        program,
        started,
        seed,
        dataSha256,
        java,
        os,
        processors,
        threads,
        blas,
        data,
        learnt.images().size(),
        learnt.sha256());
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
