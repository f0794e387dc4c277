package digitstudio.ui.inside;

import digitstudio.training.LayerWeights;
import digitstudio.training.Model;
import digitstudio.training.WeightHistogram;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything the weights page shows of one model.
 *
 * @param model whose weights
 * @param epoch at whose end they were so, counted from 1
 * @param layers from the first hidden one to the output
 * @param norms of what comes into each unit of the first layer
 * @param outgoing norms of what goes out from each; empty where the first layer is the output
 * @param reaches for each layer the magnitude of its largest weight, above 0
 * @param weights how the weights of each layer are spread
 * @param biases how the biases of each layer are spread
 */
record WeightsReading(
    Model model,
    int epoch,
    List<LayerWeights> layers,
    double[] norms,
    double[] outgoing,
    double[] reaches,
    List<WeightHistogram> weights,
    List<WeightHistogram> biases) {
  static WeightsReading of(Model model, int epoch) {
    List<LayerWeights> layers = LayerWeights.of(model);
    return new WeightsReading(
        model,
        epoch,
        layers,
        layers.get(0).incomingNorms(),
        layers.size() > 1 ? layers.get(1).outgoingNorms() : new double[0],
        layers.stream().mapToDouble(layer -> Math.max(Float.MIN_NORMAL, layer.reach())).toArray(),
        layers.stream().map(layer -> WeightHistogram.of(layer.weights())).toList(),
        layers.stream().map(layer -> WeightHistogram.of(layer.biases())).toList());
  }

  LayerWeights first() {
    return layers.get(0);
  }

  /** Units of the first layer. */
  int units() {
    return first().shape().units();
  }

  boolean hasOutgoing() {
    return outgoing.length > 0;
  }

  /** The units of the first layer as they are to stand, the largest first. */
  int[] order(UnitOrder order) {
    double[] by =
        switch (order) {
          case UNIT -> new double[0];
          case NORM -> norms;
          case OUTGOING -> outgoing;
        };
    IntStream units = IntStream.range(0, units());
    if (by.length == 0) {
      return units.toArray();
    }
    return units
        .boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -by[unit]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
