package digitstudio.nn.kernel;

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

/** One step of every rule on the weights of a layer, 784-256, whose gradient is there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateRuleBenchmark {
  @Param UpdateRule.Kind kind;

  private Kernel kernel;
  private UpdateRule rule;
  private FloatArray weights;
  private FloatArray gradient;
  private FloatArray first;
  private FloatArray second;

  /** Arrays of the layer's size. */
  @Setup(Level.Trial)
  public void prepare() {
    kernel = Kernel.best();
    rule = new UpdateRule(kind, 0.9, 0.999, 1e-8);
    rule.rate = 1e-9f;
    rule.scale = 1;
    weights = Numbers.array(784, 256);
    gradient = Numbers.array(784, 256);
    first = new FloatArray(784, 256);
    second = new FloatArray(784, 256);
  }

  /** One step. */
  @Benchmark
  public void step() {
    kernel.update(rule, weights, gradient, first, second);
  }
}
