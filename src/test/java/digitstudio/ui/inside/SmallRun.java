package digitstudio.ui.inside;

import digitstudio.experiment.KeptWeights;
import digitstudio.nn.Activation;
import digitstudio.training.Model;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A real run on real images, its weights kept at the end of each epoch. */
final class SmallRun implements KeptWeights {
  static final TrainingData DATA = SmallMnist.of(600, 200);
  static final int EPOCHS = 3;

  private final SortedMap<Integer, Model> models = new TreeMap<>();

  private SmallRun(Activation activation, Integer... hidden) {
    for (int epochs = 1; epochs <= EPOCHS; epochs++) {
      // The same seed: the first epochs of the longer run are the shorter one.
      TrainingConfig config =
          TrainingConfig.builder()
              .hidden(List.of(hidden))
              .activation(activation)
              .epochs(epochs)
              .batchSize(50)
              .validation(0)
              .seed(5)
              .build();
      models.put(
          epochs, new Trainer(config, DATA).run(TrainingListener.SILENT, new StopSignal()).model());
    }
  }

  static SmallRun of(Activation activation, Integer... hidden) {
    return new SmallRun(activation, hidden);
  }

  Model model(int epoch) {
    return models.get(epoch);
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
