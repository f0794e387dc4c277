package digitstudio.ui.hand;

import digitstudio.digits.DigitSet;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Model;
import digitstudio.training.Predictor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The runs of a store, read with the weights they ended with. */
public final class StoredScoring implements HandScoring {
  private final Supplier<RunStore> store;

  /**
   * @param store the open store; throws a {@link digitstudio.text.Problem} while it cannot be
   *     opened
   */
  public StoredScoring(Supplier<RunStore> store) {
    this.store = store;
  }

  @Override
  public List<RunSummary> runs() {
    return store.get().runs();
  }

  @Override
  public Optional<HandScore> score(RunSummary run, DigitSet drawings) {
    return store
        .get()
        .model(run.id(), RunStore.Weights.FINAL)
        .map(model -> score(run, model, drawings));
  }

  private static HandScore score(RunSummary run, Model model, DigitSet drawings) {
    try (Predictor predictor = model.predictor()) {
      ConfusionMatrix answers = predictor.evaluate(drawings, run.config().loss()).confusion();
      long[][] counts = answers.counts();
      long right = 0;
      for (int digit = 0; digit < counts.length; digit++) {
        right += counts[digit][digit];
      }
      return new HandScore(run, run.testAccuracy(), right, answers.total());
    }
  }
}
