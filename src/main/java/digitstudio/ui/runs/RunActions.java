package digitstudio.ui.runs;

import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/** What the Runs view does with a run outside of itself; called on the JavaFX thread. */
public interface RunActions {
  /** Whether a training goes on, so that no other can begin and no other network answer. */
  ObservableBooleanValue busy();

  /** Lets a network answer on the drawing pad. */
  default void answerWith(Model model) {}

  /**
   * The same.
   *
   * @param name of its run
   */
  default void answerWith(Model model, String name) {
    answerWith(model);
  }

  /** Fills the form with settings and shows it. */
  void editSettings(TrainingConfig config);

  /**
   * Trains with settings.
   *
   * @param ended told of the run when it is over
   */
  void train(TrainingConfig config, Consumer<RunSnapshot> ended);

  /**
   * Makes sure, on a worker, that what is trained on now is what a run was trained on.
   *
   * @param name of the run
   * @throws digitstudio.text.Problem that says what to choose, if it is not
   */
  default void requireImages(String name, Provenance origin) {}

  /** Shows the form, where a first run begins. */
  void showTraining();

  /** Asks where to save a network, and saves it there. */
  void save(Model model);

  /** What else can be done with runs, such as exporting them. */
  List<RunCommand> others();
}
