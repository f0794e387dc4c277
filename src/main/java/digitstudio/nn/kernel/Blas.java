package digitstudio.nn.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.Properties;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** OpenBLAS, called directly on ND4J's memory; all matrices are row by row. */
public final class Blas {
  private static volatile boolean ready;

  private Blas() {}

  /**
   * Loads the numeric libraries, which takes a second or two at the first call. Every other class
   * of this package does it when it must; call it early to have it done.
   */
  public static void ready() {
    if (!ready) {
      synchronized (Blas.class) {
        // Its periodic System.gc() would stop the training for nothing: arrays are closed by hand.
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        ready = true;
      }
    }
  }

  /** Threads of a product. */
  public static int threads() {
    ready();
    return org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads();
  }

  /** Sets the threads of a product, for the whole process. */
  public static void setThreads(int threads) {
    ready();
    org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(threads);
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

  /** c = a·b + keep·c, with a [rows, inner], b [inner, columns], c [rows, columns]. */
  static void multiply(
      FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns, float keep) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        columns,
        inner,
        1,
        a.pointer(),
        inner,
        b.pointer(),
        columns,
        keep,
        c.pointer(),
        columns);
    fence(a, b, c);
  }

  /** c = aᵀ·b + keep·c, with a [inner, rows], b [inner, columns], c [rows, columns]. */
  static void multiplyTransposedLeft(
      FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns, float keep) {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        rows,
        columns,
        inner,
        1,
        a.pointer(),
        rows,
        b.pointer(),
        columns,
        keep,
        c.pointer(),
        columns);
    fence(a, b, c);
  }

  /** c = a·bᵀ, with a [rows, inner], b [columns, inner], c [rows, columns]. */
  static void multiplyTransposedRight(
      FloatArray a, FloatArray b, FloatArray c, int rows, int inner, int columns) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        rows,
        columns,
        inner,
        1,
        a.pointer(),
        inner,
        b.pointer(),
        inner,
        0,
        c.pointer(),
        columns);
    fence(a, b, c);
  }

  private static void fence(FloatArray a, FloatArray b, FloatArray c) {
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
  }
}
