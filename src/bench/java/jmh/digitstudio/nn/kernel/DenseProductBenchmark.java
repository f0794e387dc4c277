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
import org.openjdk.jmh.annotations.TearDown;

/**
 * OpenBLAS alone on the products of the deep network at batch 128: what this machine can do for
 * these shapes, and so the least time that the network could take. Microseconds of a product.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DenseProductBenchmark {
  private static final int ROWS = 128;
  private static final int UNITS = 1024;

  @Param({"784", "1024"})
  int inputs;

  @Param({"1", "2"})
  int threads;

  private Team team;
  private Products products;
  private FloatArray x;
  private FloatArray weights;
  private FloatArray delta;
  private FloatArray forward;
  private FloatArray gradient;
  private FloatArray backward;

  /** Arrays of the deep network's shapes. */
  @Setup(Level.Trial)
  public void prepare() {
    team = new Team(threads);
    products = new Products(team, 0);
    x = Numbers.array(ROWS, inputs);
    weights = Numbers.array(inputs, UNITS);
    delta = Numbers.array(ROWS, UNITS);
    forward = Numbers.array(ROWS, UNITS);
    gradient = Numbers.array(inputs, UNITS);
    backward = Numbers.array(ROWS, inputs);
  }

  @TearDown(Level.Trial)
  public void tidy() {
    team.close();
  }

  /** z = x · weights. */
  @Benchmark
  public void forward() {
    products.multiply(x, weights, forward, ROWS, inputs, UNITS);
  }

  /** gradient = xᵀ · delta. */
  @Benchmark
  public void gradient() {
    products.multiplyTransposedLeft(x, delta, gradient, inputs, ROWS, UNITS, false);
  }

  /** below = delta · weightsᵀ. */
  @Benchmark
  public void backward() {
    products.multiplyTransposedRight(delta, weights, backward, ROWS, UNITS, inputs);
  }
}
