package digitstudio.experiment;

import digitstudio.training.LayerWeights;
import digitstudio.training.Model;
import digitstudio.training.WeightHistogram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads the weights of a run's kept epochs one after the other, and remembers what it made of them,
 * so that a run that goes on costs only its new epochs. One caller at a time, never the JavaFX
 * thread.
 */
public final class WeightHistories {
  private KeptWeights source = KeptWeights.NONE;
  private final Map<Integer, Spread> spreads = new HashMap<>();
  private final Map<List<Integer>, List<Double>> moves = new HashMap<>();

  /** One epoch's histograms, a weights' and a biases' for each layer. */
  private record Spread(List<WeightHistogram> weights, List<WeightHistogram> biases) {}

  /** An epoch whose weights are at hand. */
  private record Read(int epoch, List<LayerWeights> layers) {}

  /**
   * The history of a run as far as it is kept now.
   *
   * @param given up as soon as this says so
   * @return empty if it was given up
   * @throws digitstudio.text.Problem if the weights cannot be read
   */
  public Optional<WeightHistory> read(KeptWeights kept, BooleanSupplier given) {
    if (!kept.equals(source)) {
      spreads.clear();
      moves.clear();
      source = kept;
    }
    List<Integer> epochs = new ArrayList<>();
    Read before = null;
    for (int epoch : kept.epochs()) {
      if (given.getAsBoolean()) {
        return Optional.empty();
      }
      Integer last = epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
      boolean known =
          spreads.containsKey(epoch) && (last == null || moves.containsKey(List.of(last, epoch)));
      Read now = known ? null : weights(kept, epoch);
      if (!known && now == null) {
        // Another epoch took its place while the run went on.
        continue;
      }
      if (!known) {
        spreads.computeIfAbsent(epoch, key -> spread(now.layers()));
        if (last != null) {
          Read from = before != null && before.epoch() == last ? before : weights(kept, last);
          if (from == null) {
            // It went while the run goes on; the next reading sees which epochs took its place.
            return Optional.of(history(epochs));
          }
          moves.computeIfAbsent(List.of(last, epoch), key -> moved(from, now));
        }
      }
      before = now;
      epochs.add(epoch);
    }
    return Optional.of(history(epochs));
  }

  private static Read weights(KeptWeights kept, int epoch) {
    Optional<Model> model = kept.at(epoch);
    return model.map(found -> new Read(epoch, LayerWeights.of(found))).orElse(null);
  }

  private static Spread spread(List<LayerWeights> layers) {
    return new Spread(
        layers.stream().map(layer -> WeightHistogram.of(layer.weights())).toList(),
        layers.stream().map(layer -> WeightHistogram.of(layer.biases())).toList());
  }

  private static List<Double> moved(Read from, Read to) {
    List<Double> moved = new ArrayList<>();
    for (int l = 0; l < to.layers().size(); l++) {
      moved.add(to.layers().get(l).movedFrom(from.layers().get(l)));
    }
    return moved;
  }

  private WeightHistory history(List<Integer> epochs) {
    if (epochs.isEmpty()) {
      return WeightHistory.EMPTY;
    }
    int depth = spreads.get(epochs.get(0)).weights().size();
    List<WeightHistory.Layer> layers = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      int layer = l;
      List<Double> moved = new ArrayList<>();
      for (int e = 1; e < epochs.size(); e++) {
        moved.add(moves.get(List.of(epochs.get(e - 1), epochs.get(e))).get(l));
      }
      layers.add(
          new WeightHistory.Layer(
              epochs.stream().map(epoch -> spreads.get(epoch).weights().get(layer)).toList(),
              epochs.stream().map(epoch -> spreads.get(epoch).biases().get(layer)).toList(),
              moved));
    }
    return new WeightHistory(epochs, layers);
  }
}
