package digitstudio.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.PixelScaling;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernel beside the plain one, and the products beside their definition. */
class KernelsTest {
  private final Random random = new Random(7);

  private float[] randoms(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static FloatArray array(int rows, int columns, float[] values, boolean onHeap) {
    FloatArray array = new FloatArray(rows, columns);
    array.set(values);
    if (onHeap) {
      array.heap();
    }
    return array;
  }

  private static void assertFunction(
      UnaryOperator<FloatVector> vector, DoubleUnaryOperator exact, double from, double to) {
    int lanes = Elementary.SPECIES.length();
    float[] x = new float[lanes];
    float[] y = new float[lanes];
    for (double at = from; at < to; at += (to - from) / 5000) {
      Arrays.fill(x, (float) at);
      vector.apply(FloatVector.fromArray(Elementary.SPECIES, x, 0)).intoArray(y, 0);
      double expected = exact.applyAsDouble(x[0]);
      assertEquals(expected, y[0], 4e-7 * Math.abs(expected), "at " + x[0]);
    }
  }

  @Test
  void elementaryFunctionsAreExactToAFewUnitsInTheLastPlace() {
    assertFunction(Elementary::exp, Math::exp, -87, 88);
    assertFunction(Elementary::sigmoid, x -> 1 / (1 + Math.exp(-x)), -80, 80);
    assertFunction(Elementary::tanh, Math::tanh, -10, 10);
    assertFunction(Elementary::tanh, Math::tanh, -1e-3, 1e-3);
  }

  @Test
  void elementaryFunctionsStayInRangeAtTheirEndsAndKeepNaN() {
    FloatVector far = FloatVector.broadcast(Elementary.SPECIES, 1e30f);
    assertEquals(1, Elementary.sigmoid(far).lane(0));
    assertEquals(0, Elementary.sigmoid(far.neg()).lane(0), 1e-37);
    assertEquals(1, Elementary.tanh(far).lane(0));
    assertEquals(-1, Elementary.tanh(far.neg()).lane(0));
    FloatVector nan = FloatVector.broadcast(Elementary.SPECIES, Float.NaN);
    assertTrue(Float.isNaN(Elementary.exp(nan).lane(0)));
    assertTrue(Float.isNaN(Elementary.sigmoid(nan).lane(0)));
    assertTrue(Float.isNaN(Elementary.tanh(nan).lane(0)));
  }

  @ParameterizedTest
  @EnumSource(Nonlinearity.Kind.class)
  void bothKernelsActivateAndDeriveAlikeOnBothSidesOfMemory(Nonlinearity.Kind kind) {
    Nonlinearity f = new Nonlinearity(kind, 0.1f);
    int rows = 5;
    int units = 37;
    float[] z = randoms(rows * units);
    float[] bias = randoms(units);
    float[] delta = randoms(rows * units);
    for (boolean onHeap : new boolean[] {false, true}) {
      try (FloatArray b = array(1, units, bias, onHeap);
          FloatArray plainZ = array(rows, units, z, onHeap);
          FloatArray vectorZ = array(rows, units, z, onHeap);
          FloatArray plainDelta = array(rows, units, delta, onHeap);
          FloatArray vectorDelta = array(rows, units, delta, onHeap)) {
        new PlainKernel().activate(plainZ, b, rows, units, f);
        new VectorKernel().activate(vectorZ, b, rows, units, f);
        assertArrayEquals(plainZ.copy(), vectorZ.copy(), 1e-6f);
        new PlainKernel().derive(plainDelta, plainZ, null, 1, rows, units, f);
        new VectorKernel().derive(vectorDelta, vectorZ, null, 1, rows, units, f);
        assertArrayEquals(plainDelta.copy(), vectorDelta.copy(), 1e-5f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.Kind.class)
  void bothKernelsStepAlikeWithEveryPenalty(UpdateRule.Kind kind) {
    // More than one block, and a tail that fills no vector.
    int count = 1024 + 21;
    float[] w = randoms(count);
    float[] g = randoms(count);
    for (float[] lambdas : new float[][] {{0, 0}, {0.3f, 0}, {0, 0.2f}}) {
      UpdateRule rule = new UpdateRule(kind, 0.9, 0.99, 1e-8);
      rule.rate = 0.01f;
      rule.scale = 0.5f;
      rule.l1 = lambdas[0];
      rule.l2 = lambdas[1];
      float[] plain = stepped(new PlainKernel(), rule, w, g);
      assertArrayEquals(plain, stepped(new VectorKernel(), rule, w, g), 1e-5f);
    }
  }

  private static float[] stepped(Kernel kernel, UpdateRule rule, float[] w, float[] g) {
    try (FloatArray parameters = array(1, w.length, w, true);
        FloatArray gradient = array(1, w.length, g, false);
        FloatArray first = new FloatArray(1, w.length);
        FloatArray second = new FloatArray(1, w.length)) {
      kernel.update(rule, parameters, gradient, first, second);
      kernel.update(rule, parameters, gradient, first, second);
      return parameters.copy();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 40, 150, 256})
  void theSparseInputProductEqualsTheDenseOne(int units) {
    int samples = 150;
    for (int columns : new int[] {1, 61, 64, 130}) {
      byte[] pixels = new byte[samples * columns];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
      }
      float[] values = PixelScaling.PLAIN.values();
      int[] order = random.ints(samples, 0, samples).toArray();
      float[] w = randoms(columns * units);
      try (Team team = new Team(2);
          InputProduct sparse = new SparseInputProduct(pixels, columns, values, samples, team);
          InputProduct kept = new SparseInputProduct(pixels, columns, values, samples, team);
          InputProduct dense = new DenseInputProduct(pixels, columns, values, samples, team, 0)) {
        kept.expectManyReadings();
        for (int rows : new int[] {1, 3, 25, 140}) {
          float[] delta = randoms(rows * units);
          float[] expected = products(dense, order, rows, units, w, delta, columns);
          float[] seen = products(sparse, order, rows, units, w, delta, columns);
          assertArrayEquals(expected, seen, 3e-4f);
          assertArrayEquals(seen, products(kept, order, rows, units, w, delta, columns));
        }
      }
    }
  }

  /** The forward product, the gradient, the gradient added once more, and a plain step. */
  private static float[] products(
      InputProduct product,
      int[] order,
      int rows,
      int units,
      float[] w,
      float[] delta,
      int columns) {
    UpdateRule rule = new UpdateRule(UpdateRule.Kind.SGD, 0, 0, 0);
    rule.rate = 0.1f;
    rule.scale = 1;
    try (FloatArray weights = array(columns, units, w, false);
        FloatArray z = new FloatArray(rows, units);
        FloatArray d = array(rows, units, delta, false);
        FloatArray gradient = new FloatArray(columns, units)) {
      product.forward(order, 7, rows, weights, z, units);
      product.gradient(d, rows, gradient, units, false);
      product.gradient(d, rows, gradient, units, true);
      float[] twice = gradient.copy();
      product.step(d, rows, gradient, units, rule, weights, null, null);
      float[] all = Arrays.copyOf(z.copy(), rows * units + 2 * columns * units);
      System.arraycopy(twice, 0, all, rows * units, twice.length);
      System.arraycopy(weights.copy(), 0, all, rows * units + twice.length, twice.length);
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 16, 33})
  void theProductsOfALayerFollowTheirDefinition(int units) {
    int inputs = 45;
    try (Team team = new Team(2)) {
      LayerProduct product = new LayerProduct(inputs, units, 40, team, 0);
      for (int rows : new int[] {1, 4, 40}) {
        float[] a = randoms(rows * inputs);
        float[] w = randoms(units * inputs);
        float[] delta = randoms(rows * units);
        try (FloatArray values = array(rows, inputs, a, false);
            FloatArray weights = array(units, inputs, w, false);
            FloatArray deltas = array(rows, units, delta, false);
            FloatArray z = new FloatArray(rows, units);
            FloatArray below = new FloatArray(rows, inputs);
            FloatArray gradient = new FloatArray(units, inputs)) {
          product.forward(values, weights, z, rows);
          product.backward(deltas, weights, below, rows);
          product.gradient(values, deltas, gradient, rows, false);
          product.gradient(values, deltas, gradient, rows, true);
          float[] expectedZ = new float[rows * units];
          float[] expectedBelow = new float[rows * inputs];
          float[] expectedGradient = new float[units * inputs];
          for (int r = 0; r < rows; r++) {
            for (int u = 0; u < units; u++) {
              for (int i = 0; i < inputs; i++) {
                expectedZ[r * units + u] += a[r * inputs + i] * w[u * inputs + i];
                expectedBelow[r * inputs + i] += delta[r * units + u] * w[u * inputs + i];
                expectedGradient[u * inputs + i] += 2 * delta[r * units + u] * a[r * inputs + i];
              }
            }
          }
          assertArrayEquals(expectedZ, z.copy(), 1e-4f);
          assertArrayEquals(expectedBelow, below.copy(), 1e-4f);
          assertArrayEquals(expectedGradient, gradient.copy(), 1e-3f);
        }
      }
    }
  }

  @Test
  void denseInputsAreNotTakenForSparseOnes() {
    float[] values = PixelScaling.PLAIN.values();
    byte[] pixels = new byte[1000];
    for (int i = 0; i < 500; i++) {
      pixels[i] = 1;
    }
    assertEquals(0.5, Density.of(pixels, values));
    values[0] = -0.4f;
    assertEquals(1, Density.of(pixels, values));
  }

  @Test
  void entriesSurviveTheirMovesBetweenHeapAndNativeMemory() {
    float[] values = randoms(12);
    try (FloatArray array = array(3, 4, values, false);
        FloatArray other = new FloatArray(3, 4)) {
      array.heap()[5] = 42;
      array.toNative(1);
      assertEquals(42, array.get(5));
      array.heap()[5] = values[5];
      other.set(array);
      assertArrayEquals(values, other.copy());
      other.heap();
      array.toNative(1);
      array.set(new float[12]);
      other.set(array);
      assertArrayEquals(new float[12], other.copy());
    }
  }
}
