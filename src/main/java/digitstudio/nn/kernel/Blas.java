package digitstudio.nn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import digitstudio.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** OpenBLAS, called directly on ND4J's memory; all matrices are row by row. */
public final class Blas {
  private static volatile boolean ready;

  private Blas() {}

  /**
   * Loads the numeric libraries, which takes a second or two at the first call. Every other class
   * of this package does it when it must; call it early to have it done.
   *
   * @throws Problem if they cannot be unpacked
   */
  public static void ready() {
    if (!ready) {
      synchronized (Blas.class) {
        try {
          load();
        } catch (LinkageError e) {
          throw new Problem(
              e, "engine.notLoaded", System.getProperty("org.bytedeco.javacpp.cachedir", ""));
        }
        ready = true;
      }
    }
  }

  private static void load() {
    // Its periodic System.gc() would stop the training for nothing: arrays are closed by hand.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
  }

  /** The library and its version, with the processor kernel where the environment forces one. */
  public static String description() {
    String core = System.getenv("OPENBLAS_CORETYPE");
    return "OpenBLAS " + version() + (core == null ? "" : ", " + core);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in =
        openblas_nolapack.class.getResourceAsStream(
            "/META-INF/maven/org.bytedeco/openblas/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "of unknown version");
  }

  /**
   * c = scale·a·b + keep·c on the calling thread, where a and b may be stored transposed.
   *
   * @param m rows of c
   * @param n columns of c
   * @param k inner length
   * @param lda entries from one stored row of a to the next, and so on
   */
  static void multiply(
      boolean transposedA,
      boolean transposedB,
      int m,
      int n,
      int k,
      float scale,
      FloatPointer a,
      int lda,
      FloatPointer b,
      int ldb,
      float keep,
      FloatPointer c,
      int ldc) {
    cblas_sgemm(
        CblasRowMajor,
        transposedA ? CblasTrans : CblasNoTrans,
        transposedB ? CblasTrans : CblasNoTrans,
        m,
        n,
        k,
        scale,
        a,
        lda,
        b,
        ldb,
        keep,
        c,
        ldc);
  }
}
