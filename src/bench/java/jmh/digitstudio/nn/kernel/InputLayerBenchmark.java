package digitstudio.nn.kernel;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.PixelScaling;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.annotations.TearDown;

/** The first layer, 784-256, on MNIST: its forward product, and with it its gradient and step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InputLayerBenchmark {
  private static final int UNITS = 256;

  @Param({"1", "128", "1024"})
  int rows;

  @Param({"1", "2"})
  int threads;

  private Team team;
  private InputProduct product;
  private FloatArray weights;
  private FloatArray z;
  private FloatArray delta;
  private FloatArray gradient;
  private UpdateRule rule;
  private int[] order;
  private int from;

  /** The images come from {@code -Ddigitstudio.bench.data}, or else from {@code data}. */
  @Setup(Level.Trial)
  public void prepare() {
    DigitSet train =
        MnistFiles.read(Path.of(System.getProperty("digitstudio.bench.data", "data"))).train();
    team = new Team(threads);
    product =
        InputProduct.of(
            train.pixels(), DigitImage.PIXELS, PixelScaling.PLAIN.values(), rows, team, 0);
    weights = Numbers.array(DigitImage.PIXELS, UNITS);
    z = new FloatArray(rows, UNITS);
    delta = Numbers.array(rows, UNITS);
    gradient = new FloatArray(DigitImage.PIXELS, UNITS);
    rule = new UpdateRule(UpdateRule.Kind.SGD, 0, 0, 0);
    rule.rate = 1e-9f;
    rule.scale = 1f / rows;
    order = new int[train.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  @TearDown(Level.Trial)
  public void tidy() {
    product.close();
    team.close();
  }

  /** z = x · weights. */
  @Benchmark
  public void forward() {
    from = from + 2 * rows > order.length ? 0 : from + rows;
    product.forward(order, from, rows, weights, z, UNITS);
  }

  /** The same, and the gradient and the step that follow. */
  @Benchmark
  public void forwardAndStep() {
    forward();
    product.step(delta, rows, gradient, UNITS, rule, weights, null, null);
  }
}
