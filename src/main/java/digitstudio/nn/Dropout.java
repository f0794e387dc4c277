package digitstudio.nn;

import digitstudio.nn.kernel.DropoutStream;
import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** The masks of the hidden layers for one chunk of rows, drawn anew each time. */
final class Dropout implements AutoCloseable {
  private final float keep;
  private final long seed;
  private final List<FloatArray> masks = new ArrayList<>();
  private long drawn;

  Dropout(NetworkSpec spec, double share, int chunk, long seed) {
    keep = (float) (1 - share);
    this.seed = seed;
    spec.hidden().forEach(units -> masks.add(new FloatArray(chunk, units)));
  }

  void apply(Kernel kernel, int layer, FloatArray values, int count) {
    kernel.dropout(values, masks.get(layer), count, keep, DropoutStream.stream(seed, drawn++));
  }

  /** How many masks were drawn, on which alone it depends what the next will be. */
  long drawn() {
    return drawn;
  }

  void setDrawn(long drawn) {
    this.drawn = drawn;
  }

  FloatArray mask(int layer) {
    return masks.get(layer);
  }

  float keep() {
    return keep;
  }

  @Override
  public void close() {
    masks.forEach(FloatArray::close);
  }
}
