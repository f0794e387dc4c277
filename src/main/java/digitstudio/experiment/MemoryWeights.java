package digitstudio.experiment;

import digitstudio.training.Model;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weights of a run's epochs that were read from elsewhere. */
record MemoryWeights(SortedMap<Integer, Model> models) implements KeptWeights {
  MemoryWeights {
    models = new TreeMap<>(models);
  }

  @Override
  public List<Integer> epochs() {
    return List.copyOf(models.keySet());
  }

  @Override
  public Optional<Model> at(int epoch) {
    return Optional.ofNullable(models.get(epoch));
  }
}
