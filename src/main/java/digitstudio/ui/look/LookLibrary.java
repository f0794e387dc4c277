package digitstudio.ui.look;

import digitstudio.experiment.EpochConfusion;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import digitstudio.training.TrainingData;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What the Look inside view needs of the store of runs and of the images. Every method but {@link
 * #addObserver} is called on a worker, never on the JavaFX thread, and may throw a {@link
 * digitstudio.text.Problem}.
 */
public interface LookLibrary {
  /** All runs but the deleted ones, the newest first. */
  List<RunSummary> runs();

  /** All that is kept of a run but its weights; empty if there is none of that id. */
  Optional<RunDetails> details(long id);

  /** A run's network after its last step; empty before, or if it was not kept. */
  Optional<Model> last(long id);

  /** A run's networks at some of its epochs. */
  KeptWeights weights(long id);

  /** What the digits were read as in each epoch of a run. */
  List<EpochConfusion> confusions(long id);

  /**
   * Whether what a run makes of the test images is not to be seen: it may still be chosen by its
   * validation images.
   */
  default boolean isSealed(long id) {
    return false;
  }

  /** The images that runs are trained and tested on. */
  TrainingData images();

  /**
   * The images of one run, be they chosen or remembered; those of {@link #images} where there are
   * no others.
   *
   * @param sha256 of the run's images
   * @param name of its data set
   */
  default TrainingData images(String sha256, String name) {
    return images();
  }

  /** At how many epochs the weights of new runs are kept. */
  int keptEpochs();

  /** Chooses that. */
  void keepEpochs(int epochs);

  /** Tells of every change with the run's id, on whichever thread made it. */
  void addObserver(LongConsumer observer);
}
