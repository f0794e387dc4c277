package digitstudio.nn;

import digitstudio.nn.kernel.Blas;

/** The numeric library as a whole: its start, its threads, its name. */
public final class Engine {
  /** Chosen by the person; 0 for all processors. */
  private static volatile int chosenThreads;

  private Engine() {}

  /** Loads the native libraries, a second or two at the first call; never on the JavaFX thread. */
  public static void start() {
    Blas.ready();
  }

  /** Threads that share the arithmetic of one run. */
  public static int threads() {
    int processors = Runtime.getRuntime().availableProcessors();
    return chosenThreads == 0 ? processors : Math.min(chosenThreads, processors);
  }

  /**
   * Chooses how many threads share the arithmetic of the runs to come; a run that goes on keeps its
   * own.
   *
   * @param threads at least 1; more than there are processors count as all of them
   */
  public static void useThreads(int threads) {
    Settings.requireAtLeast("threads", threads, 1);
    chosenThreads = threads;
  }

  /** The library that multiplies, and its version. */
  public static String blas() {
    return Blas.description();
  }
}
