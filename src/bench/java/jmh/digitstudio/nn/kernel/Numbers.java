package digitstudio.nn.kernel;

import java.util.Random;

/** Arrays to compute with. */
final class Numbers {
  private Numbers() {}

  /** Normal numbers, small enough to stay so. */
  static FloatArray array(int rows, int columns) {
    Random random = new Random(1);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
    FloatArray array = new FloatArray(rows, columns);
    array.set(values);
    return array;
  }
}
