package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The kernel on the Java Vector API; what does not fill a vector is left to the plain loops. */
final class VectorKernel extends BlockKernel {
  private static final int LANES = SPECIES.length();

  @Override
  void add(float[] z, int zAt, float[] bias, int biasAt, int count) {
    int whole = SPECIES.loopBound(count);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(SPECIES, z, zAt + i)
          .add(FloatVector.fromArray(SPECIES, bias, biasAt + i))
          .intoArray(z, zAt + i);
    }
    PlainKernel.addPlainly(z, zAt + whole, bias, biasAt + whole, count - whole);
  }

  @Override
  void apply(Nonlinearity f, float[] z, int at, int count) {
    int end = at + SPECIES.loopBound(count);
    switch (f.kind()) {
      case RECTIFIER -> {
        for (int i = at; i < end; i += LANES) {
          FloatVector x = FloatVector.fromArray(SPECIES, z, i);
          x.blend(x.mul(f.slope()), x.compare(VectorOperators.LE, 0f)).intoArray(z, i);
        }
      }
      case SIGMOID -> {
        for (int i = at; i < end; i += LANES) {
          Elementary.sigmoid(FloatVector.fromArray(SPECIES, z, i)).intoArray(z, i);
        }
      }
      case TANH -> {
        for (int i = at; i < end; i += LANES) {
          Elementary.tanh(FloatVector.fromArray(SPECIES, z, i)).intoArray(z, i);
        }
      }
    }
    PlainKernel.applyPlainly(f, z, end, at + count - end);
  }

  @Override
  void derive(Nonlinearity f, float[] delta, int deltaAt, float[] a, int aAt, int count) {
    int whole = SPECIES.loopBound(count);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, delta, deltaAt + i);
      FloatVector value = FloatVector.fromArray(SPECIES, a, aAt + i);
      FloatVector product =
          switch (f.kind()) {
            case RECTIFIER -> d.mul(f.slope()).blend(d, value.compare(VectorOperators.GT, 0f));
            case SIGMOID -> d.mul(value.sub(value.mul(value)));
            case TANH -> d.sub(d.mul(value).mul(value));
          };
      product.intoArray(delta, deltaAt + i);
    }
    PlainKernel.derivePlainly(f, delta, deltaAt + whole, a, aAt + whole, count - whole);
  }

  @Override
  void step(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int count) {
    VectorUpdate.step(rule, w, wAt, g, gAt, s, sAt, t, tAt, count);
  }
}
