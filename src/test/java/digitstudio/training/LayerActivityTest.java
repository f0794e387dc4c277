package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Activation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerActivityTest {
  /** More than go through at once, and a number that the threads cannot share evenly. */
  private static final DigitSet IMAGES = SmallMnist.of(301, 1).train();

  static Stream<Activation> activations() {
    return Stream.of(
        new Activation.Relu(),
        new Activation.LeakyRelu(0.1),
        new Activation.Sigmoid(),
        new Activation.Tanh());
  }

  private static Model model(Activation activation) {
    TrainingConfig config =
        TrainingConfig.builder().hidden(23, 6).activation(activation).epochs(1).build();
    Model model = PlainForward.model(config, 0.25, 3);
    // Two units that no image wakes, the second of them in the upper layer.
    model.parameters().get(1)[4] = -1000;
    model.parameters().get(3)[2] = -1000;
    return model;
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activityIsWhatAForwardPassComputedApartShows(Activation activation) {
    Model model = model(activation);
    List<LayerActivity> seen = LayerActivity.of(model, IMAGES);
    assertEquals(3, seen.size());
    for (int l = 0; l < 2; l++) {
      int layer = l;
      int units = model.spec().layers().get(l).units();
      boolean[] alive = new boolean[units];
      long saturated = 0;
      for (int i = 0; i < IMAGES.size(); i++) {
        double[] outputs = PlainForward.outputs(model, IMAGES.image(i)).get(layer);
        for (int u = 0; u < units; u++) {
          alive[u] |= outputs[u] != 0;
          boolean low = activation instanceof Activation.Sigmoid && outputs[u] < 0.025;
          boolean high = activation instanceof Activation.Sigmoid && outputs[u] > 0.975;
          boolean far = activation instanceof Activation.Tanh && Math.abs(outputs[u]) > 0.95;
          saturated += low || high || far ? 1 : 0;
        }
      }
      boolean rectified = activation instanceof Activation.Relu;
      long dead = IntStream.range(0, units).filter(u -> rectified && !alive[u]).count();
      assertEquals(l + 1, seen.get(l).layer());
      assertEquals(units, seen.get(l).units());
      assertEquals(dead, seen.get(l).dead());
      assertEquals((double) saturated / units / IMAGES.size(), seen.get(l).saturated(), 1e-3);
    }
  }

  @Test
  void aUnitThatNoImageWakesIsDeadUnderReluAndSaturatedUnderTanh() {
    assertTrue(LayerActivity.of(model(new Activation.Relu()), IMAGES).get(0).dead() >= 1);
    List<LayerActivity> tanh = LayerActivity.of(model(new Activation.Tanh()), IMAGES);
    assertEquals(0, tanh.get(0).dead());
    assertTrue(tanh.get(0).saturated() >= 1 / 23.0);
  }

  @Test
  void theNormIsThatOfTheWeightsAlone() {
    Model model = model(new Activation.Relu());
    for (LayerActivity activity : LayerActivity.of(model, IMAGES)) {
      double sum = 0;
      for (float weight : model.parameters().get(2 * (activity.layer() - 1))) {
        sum += (double) weight * weight;
      }
      assertEquals(Math.sqrt(sum), activity.weightNorm(), 1e-9 * sum);
    }
  }

  @Test
  void theOutputLayerIsNeitherDeadNorSaturated() {
    LayerActivity output = LayerActivity.of(model(new Activation.Sigmoid()), IMAGES).get(2);
    assertEquals(10, output.units());
    assertEquals(0, output.dead());
    assertEquals(0, output.saturated());
  }

  @Test
  void noImagesShowNothing() {
    DigitSet none = new DigitSet(new byte[0], new byte[0]);
    assertThrows(
        IllegalArgumentException.class, () -> LayerActivity.of(model(new Activation.Relu()), none));
  }
}
