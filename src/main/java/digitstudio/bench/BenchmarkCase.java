package digitstudio.bench;

import java.util.function.Consumer;

/** One thing to measure. */
interface BenchmarkCase {
  /**
   * Measures it.
   *
   * @param subject what it is measured on
   * @param figures take what comes out, as it comes out
   */
  void measure(Subject subject, Consumer<Figure> figures);
}
