package digitstudio.training.doctor;

import digitstudio.digits.ClassNames;
import digitstudio.nn.Loss;
import digitstudio.training.BatchSize;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.LayerActivity;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;

/**
 * What a run shows, while it goes on or when it is over. The test images are not in it: what they
 * say must not choose the settings of the next run.
 *
 * @param config its settings
 * @param state where it stands
 * @param stoppedEarly whether early stopping ended it
 * @param trainImages images of one epoch; 0 if that is not known
 * @param epochs every epoch that is done
 * @param train full evaluation at the end; empty before it
 * @param validation likewise; empty too where nothing is held out
 * @param layers how much of each layer is at work; empty if that was not looked at
 * @param classes what there is to tell apart
 */
public record Observation(
    TrainingConfig config,
    RunState state,
    boolean stoppedEarly,
    int trainImages,
    List<EpochResult> epochs,
    Optional<Evaluation> train,
    Optional<Evaluation> validation,
    List<LayerActivity> layers,
    ClassNames classes) {
  /** A run on digits. */
  public Observation(
      TrainingConfig config,
      RunState state,
      boolean stoppedEarly,
      int trainImages,
      List<EpochResult> epochs,
      Optional<Evaluation> train,
      Optional<Evaluation> validation,
      List<LayerActivity> layers) {
    this(
        config,
        state,
        stoppedEarly,
        trainImages,
        epochs,
        train,
        validation,
        layers,
        ClassNames.DIGITS);
  }

  public Observation {
    epochs = List.copyOf(epochs);
    layers = List.copyOf(layers);
  }

  /**
   * The data loss of a network that gives every class the same probability: what an untrained one
   * costs, and one that has learnt nothing.
   */
  double guessing() {
    double count = classes.count();
    return config.loss() == Loss.CROSS_ENTROPY ? Math.log(count) : (1 - 1 / count) / 2;
  }

  /** The newest epoch; there must be one. */
  EpochResult last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Images of one step; 0 if that is not known. */
  int batch() {
    return config.batchSize() instanceof BatchSize.Fixed fixed ? fixed.images() : trainImages;
  }

  /** Steps of one epoch; 0 if that is not known. */
  int stepsPerEpoch() {
    return batch() == 0 ? 0 : (trainImages + batch() - 1) / batch();
  }

  /** Whether nothing more will come, or half of the epochs are done: what was to show has shown. */
  boolean isRipe() {
    return state.isOver() || 2 * epochs.size() >= config.epochs();
  }

  /**
   * The loss that tells how far the network has come: under dropout the train loss is of a network
   * with holes, and of distorted images it is higher than of any others, so that what is held out
   * tells more.
   */
  double loss(EpochResult epoch) {
    boolean harder = config.dropout() > 0 || !config.augmentation().isNone();
    boolean held = harder && Double.isFinite(epoch.validationLoss());
    return held ? epoch.validationLoss() : epoch.trainLoss();
  }

  /** The newest loss as a share of what guessing costs. */
  double lossShare() {
    return loss(last()) / guessing();
  }
}
