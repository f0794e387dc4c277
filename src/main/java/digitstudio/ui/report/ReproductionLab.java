package digitstudio.ui.report;

import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.experiment.RunDetails;
import digitstudio.training.RunSnapshot;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** What the page of the report needs of the studio: it trains, and knows what is kept. */
public interface ReproductionLab {
  /**
   * What is known before anything is trained.
   *
   * @param measured what need not be trained again
   * @param speed of this computer, by the runs it has kept
   * @param trainImages that the data has
   */
  record Kept(Map<TrainingConfig, Measured> measured, SpeedEstimate speed, int trainImages) {
    public Kept {
      measured = Map.copyOf(measured);
    }
  }

  /** Looks up what is kept, in the background; fails with a {@link digitstudio.text.Problem}. */
  CompletableFuture<Kept> kept(Collection<TrainingConfig> configs);

  /** Whether a training goes on or is paused, be it of the report or not. */
  ObservableBooleanValue busy();

  /** Whether it is paused. */
  ObservableBooleanValue paused();

  /** The newest state of the training that goes on; null before it has one. */
  ObservableValue<RunSnapshot> snapshot();

  /**
   * Trains in the background.
   *
   * @param passed told of every shorter row on the way, on any thread
   * @param ended told when it is over, in the window
   */
  void train(
      ReproductionPlan.Training training, Consumer<RunDetails> passed, Consumer<RunSnapshot> ended);

  /** Pauses the training, or goes on with it. */
  void pauseOrResume();

  /** Ends the training. */
  void stop();
}
