package digitstudio.ui.main;

import digitstudio.experiment.DueData;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import java.util.Optional;
import java.util.function.Consumer;

/** What the window needs of the service that trains. */
public interface Training {
  /** Trains; the observer is called on the JavaFX thread, and always with the last snapshot. */
  void start(TrainingConfig config, Consumer<RunSnapshot> observer);

  /**
   * Trains a run of a sweep, kept with the others of its group.
   *
   * @param group name of the sweep
   */
  default void start(TrainingConfig config, String group, Consumer<RunSnapshot> observer) {
    start(config, observer);
  }

  /**
   * Goes on with a kept run from its checkpoint.
   *
   * @param id of the run in the store
   */
  default void resume(TrainingConfig config, long id, Consumer<RunSnapshot> observer) {
    start(config, observer);
  }

  /**
   * Says what the next run learns from; without this, what is chosen when it begins.
   *
   * @param data empty for what is chosen then
   */
  default void learnFrom(Optional<DueData> data) {}

  void pause();

  void resume();

  void stop();

  /** Whether a run is going on or paused. */
  boolean isBusy();

  /** Makes a model the one that answers, be a training going on or not. */
  void use(Model model);

  /** Lets the next network in training answer, whatever model was opened. */
  default void follow() {}
}
