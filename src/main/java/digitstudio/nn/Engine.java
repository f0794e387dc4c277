package digitstudio.nn;

import digitstudio.nn.kernel.Blas;

/** The numeric library as a whole: its start, its threads, its name. */
public final class Engine {
  private Engine() {}

  /** Loads the native libraries, a second or two at the first call; never on the JavaFX thread. */
  public static void start() {
    Blas.ready();
  }

  /** Threads that share the arithmetic of one run. */
  public static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The library that multiplies, and its version. */
  public static String blas() {
    return Blas.description();
  }
}
