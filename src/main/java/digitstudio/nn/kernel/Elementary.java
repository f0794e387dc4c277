package digitstudio.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions on vectors, to about one unit in the last place.
 *
 * <p>Argument reduction and coefficients as published with the Cephes library (Moshier 1989).
 */
final class Elementary {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private static final float LOG2_E = 1.44269504f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float MOST = 88.3f;
  private static final float LEAST = -87.3f;

  /** Adding it rounds to a whole number, which then stands in the lowest bits. */
  private static final float ROUND = 12582912f;

  private static final int MANTISSA_BITS = 23;

  /** Below it the quotient of tanh would cancel. */
  private static final float SMALL = 0.625f;

  private Elementary() {}

  /** e^x; beyond the range of float the greatest or least power in range. NaN stays NaN. */
  static FloatVector exp(FloatVector x) {
    FloatVector clamped = x.min(MOST).max(LEAST);
    FloatVector shifted = clamped.mul(LOG2_E).add(ROUND);
    FloatVector whole = shifted.sub(ROUND);
    FloatVector r = clamped.sub(whole.mul(LN2_HIGH)).sub(whole.mul(LN2_LOW));
    FloatVector p = FloatVector.broadcast(SPECIES, 1.9875691500e-4f);
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1.3981999507e-3f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 8.3334519073e-3f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 4.1665795894e-2f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 1.6666665459e-1f));
    p = p.fma(r, FloatVector.broadcast(SPECIES, 5.0000001201e-1f));
    p = p.mul(r).fma(r, r).add(1f);
    IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
    return p.reinterpretAsInts().add(power).reinterpretAsFloats();
  }

  /** 1 / (1 + e^-x). */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    return one.div(exp(x.neg()).add(1f));
  }

  /** Hyperbolic tangent. */
  static FloatVector tanh(FloatVector x) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector far = one.sub(FloatVector.broadcast(SPECIES, 2f).div(exp(x.add(x)).add(1f)));
    FloatVector square = x.mul(x);
    FloatVector p = FloatVector.broadcast(SPECIES, -5.70498872745e-3f);
    p = p.fma(square, FloatVector.broadcast(SPECIES, 2.06390887954e-2f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, -5.37397155531e-2f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, 1.33314422036e-1f));
    p = p.fma(square, FloatVector.broadcast(SPECIES, -3.33332819422e-1f));
    FloatVector near = p.mul(square).fma(x, x);
    return far.blend(near, x.abs().compare(VectorOperators.LT, SMALL));
  }
}
