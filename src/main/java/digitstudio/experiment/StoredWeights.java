package digitstudio.experiment;

import digitstudio.training.Model;
import java.util.List;
import java.util.Optional;

/** The weights of a run's epochs as they are in its store when they are asked for. */
record StoredWeights(RunStore store, long run) implements KeptWeights {
  @Override
  public List<Integer> epochs() {
    return store.keptEpochs(run);
  }

  @Override
  public Optional<Model> at(int epoch) {
    return store.model(run, epoch);
  }
}
