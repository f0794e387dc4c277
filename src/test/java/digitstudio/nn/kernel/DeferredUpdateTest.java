package digitstudio.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that are put off beside steps taken at once, in double precision. */
class DeferredUpdateTest {
  private static final int COLUMNS = 40;
  private static final int SAMPLES = 50;
  private static final int STEPS = 1500;
  private static final double[] RATES = {0.01, 0.002};

  /** Some inputs are always there, most rarely, one never. */
  private static byte[] pixels(Random random) {
    byte[] pixels = new byte[SAMPLES * COLUMNS];
    for (int i = 0; i < pixels.length; i++) {
      int column = i % COLUMNS;
      double density = column == 0 ? 1 : column == 1 ? 0 : 0.02 + 0.4 * column / COLUMNS;
      pixels[i] = (byte) (random.nextDouble() < density ? 1 + random.nextInt(255) : 0);
    }
    return pixels;
  }

  private static float[] values() {
    float[] values = new float[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 255f;
    }
    return values;
  }

  /** The same steps as the product takes, as they are defined. */
  private static final class Exact {
    final UpdateRule rule;
    final int units;
    final double[] w;
    final double[] s;
    final double[] t;

    Exact(UpdateRule rule, float[] weights, int units) {
      this.rule = rule;
      this.units = units;
      w = new double[weights.length];
      s = new double[weights.length];
      t = new double[weights.length];
      for (int i = 0; i < w.length; i++) {
        w[i] = weights[i];
      }
    }

    double[] forward(byte[] pixels, float[] values, int sample) {
      double[] z = new double[units];
      for (int c = 0; c < COLUMNS; c++) {
        for (int u = 0; u < units; u++) {
          z[u] += values[pixels[sample * COLUMNS + c] & 0xFF] * w[c * units + u];
        }
      }
      return z;
    }

    void step(byte[] pixels, float[] values, int sample, float[] delta) {
      for (int i = 0; i < w.length; i++) {
        double x = values[pixels[sample * COLUMNS + i / units] & 0xFF];
        step(i, rule.scale * x * delta[i % units]);
      }
    }

    private void step(int i, double g) {
      double rate = rule.rate;
      switch (rule.kind) {
        case MOMENTUM -> {
          s[i] = rule.first * s[i] - rate * g;
          w[i] += s[i];
        }
        case NESTEROV -> {
          s[i] = rule.first * s[i] + g;
          w[i] -= rate * (g + rule.first * s[i]);
        }
        case ADAGRAD -> {
          s[i] += g * g;
          w[i] -= rate * g / (Math.sqrt(s[i]) + rule.epsilon);
        }
        case RMSPROP -> {
          s[i] = rule.first * s[i] + rule.firstRest * g * g;
          w[i] -= rate * g / (Math.sqrt(s[i]) + rule.epsilon);
        }
        case ADAM -> {
          s[i] = rule.first * s[i] + rule.firstRest * g;
          t[i] = rule.second * t[i] + rule.secondRest * g * g;
          double root = Math.sqrt(t[i] * rule.secondCorrection) + rule.epsilon;
          w[i] -= rate * s[i] * rule.firstCorrection / root;
        }
        case SGD -> throw new IllegalStateException();
      }
    }
  }

  static Stream<Arguments> rules() {
    return Stream.of(
            new UpdateRule(UpdateRule.Kind.MOMENTUM, 0.9, 0, 0),
            new UpdateRule(UpdateRule.Kind.MOMENTUM, 0, 0, 0),
            new UpdateRule(UpdateRule.Kind.NESTEROV, 0.95, 0, 0),
            new UpdateRule(UpdateRule.Kind.ADAGRAD, 0, 0, 1e-8),
            new UpdateRule(UpdateRule.Kind.RMSPROP, 0.9, 0, 1e-8),
            new UpdateRule(UpdateRule.Kind.ADAM, 0.9, 0.999, 1e-8),
            // Where ε rules, and where the moments fade as fast as can be.
            new UpdateRule(UpdateRule.Kind.ADAM, 0.9, 0.99, 0.1),
            new UpdateRule(UpdateRule.Kind.ADAM, 0.5, 0.6, 1e-3),
            new UpdateRule(UpdateRule.Kind.ADAM, 0.99, 0.9999, 1e-8))
        .flatMap(
            rule ->
                Stream.of(5, 32, 37)
                    .flatMap(
                        units ->
                            rule.kind == UpdateRule.Kind.ADAM
                                ? Stream.of(
                                    Arguments.of(rule, units, true),
                                    Arguments.of(rule, units, false))
                                : Stream.of(Arguments.of(rule, units, false))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void stepsPutOffComeToTheSameAsStepsTakenAtOnce(UpdateRule rule, int units, boolean corrected) {
    Random random = new Random(11);
    byte[] pixels = pixels(random);
    float[] values = values();
    float[] start = new float[COLUMNS * units];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) random.nextGaussian();
    }
    Exact exact = new Exact(rule, start, units);
    try (Run run = new Run(pixels, values, start, units)) {
      for (int step = 1; step <= STEPS; step++) {
        rule.scale = 0.5f;
        rule.rate = (float) RATES[step * RATES.length / (STEPS + 1)];
        rule.firstCorrection = corrected ? (float) (1 / (1 - Math.pow(rule.first, step))) : 1;
        rule.secondCorrection = corrected ? (float) (1 / (1 - Math.pow(rule.second, step))) : 1;
        int sample = random.nextInt(SAMPLES);
        float[] delta = delta(random, units, step);
        run.forward(sample);
        double[] z = exact.forward(pixels, values, sample);
        for (int u = 0; u < units; u++) {
          assertEquals(z[u], run.z.get(u), 1e-4 * (1 + Math.abs(z[u])), "step " + step);
        }
        run.step(rule, delta);
        exact.step(pixels, values, sample, delta);
        if (step % 333 == 0) {
          assertClose(exact.w, run.weights.copy(), "weights of a copy at step " + step);
          assertClose(exact.s, run.first.copy(), "states of a copy at step " + step);
        }
      }
      run.weights.heap();
      assertClose(exact.w, run.weights.copy(), "weights");
      assertClose(exact.s, run.first.copy(), "first states");
      if (rule.kind == UpdateRule.Kind.ADAM) {
        assertClose(exact.t, run.second.copy(), "second states");
      }
    }
  }

  /** Some units have no gradient at all, one a tiny one, as behind a sure answer. */
  private static float[] delta(Random random, int units, int step) {
    float[] delta = new float[units];
    for (int u = 0; u < units; u++) {
      double size = u == 2 ? 1e-9 : step > STEPS / 2 && u == 3 ? 0 : 1;
      delta[u] = (float) (random.nextInt(3) == 0 ? 0 : size * random.nextGaussian());
    }
    return delta;
  }

  private static void assertClose(double[] expected, float[] actual, String what) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 2e-5 * (0.05 + Math.abs(expected[i])), what + " " + i);
    }
  }

  @Test
  void whoeverLooksOnChangesNothing() {
    byte[] pixels = pixels(new Random(3));
    int units = 33;
    float[] start = new float[COLUMNS * units];
    UpdateRule rule = new UpdateRule(UpdateRule.Kind.ADAM, 0.9, 0.999, 1e-8);
    rule.rate = 0.01f;
    rule.scale = 1;
    try (Run watched = new Run(pixels, values(), start, units);
        Run alone = new Run(pixels, values(), start, units)) {
      Random random = new Random(5);
      for (int step = 1; step <= 300; step++) {
        int sample = random.nextInt(SAMPLES);
        float[] delta = delta(random, units, step);
        for (Run run : new Run[] {watched, alone}) {
          run.forward(sample);
          run.step(rule, delta);
        }
        watched.weights.copy();
        watched.second.copy();
      }
      assertArrayEquals(alone.weights.copy(), watched.weights.copy());
      alone.weights.heap();
      watched.second.heap();
      assertArrayEquals(alone.weights.copy(), watched.weights.copy());
      assertArrayEquals(alone.second.copy(), watched.second.copy());
    }
  }

  /** A sparse product with arrays of its own. */
  private static final class Run implements AutoCloseable {
    final int units;
    final Team team = new Team(1);
    final InputProduct product;
    final FloatArray weights;
    final FloatArray first;
    final FloatArray second;
    final FloatArray gradient;
    final FloatArray z;
    final FloatArray delta;

    Run(byte[] pixels, float[] values, float[] start, int units) {
      this.units = units;
      product = new SparseInputProduct(pixels, COLUMNS, values, 1, team);
      weights = new FloatArray(COLUMNS, units);
      weights.set(start);
      first = new FloatArray(COLUMNS, units);
      second = new FloatArray(COLUMNS, units);
      gradient = new FloatArray(COLUMNS, units);
      z = new FloatArray(1, units);
      delta = new FloatArray(1, units);
    }

    void forward(int sample) {
      product.forward(new int[] {sample}, 0, 1, weights, z, units);
    }

    void step(UpdateRule rule, float[] values) {
      delta.set(values);
      FloatArray other = rule.kind == UpdateRule.Kind.ADAM ? second : null;
      product.step(delta, 1, gradient, units, rule, weights, first, other);
    }

    @Override
    public void close() {
      team.close();
      product.close();
      for (FloatArray array : new FloatArray[] {weights, first, second, gradient, z, delta}) {
        array.close();
      }
    }
  }
}
