package digitstudio.training.doctor;

import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.training.Checkpoint;
import digitstudio.training.EpochResult;
import digitstudio.training.LayerActivity;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The doctor at a run's side: looks at it after each epoch and when it is over, on the trainer's
 * thread.
 *
 * <p>The layers are looked at on some images. While the run goes on that is done only as often as
 * it takes less than half a percent of the time ({@value #SHARE_OF_TIME}), so that a run is not
 * slower for being watched; at the end it is always done, so that what is said of a finished run
 * does not hang on the speed of the computer.
 */
public final class Checkup implements RunListener {
  private static final double SHARE_OF_TIME = 0.005;

  /** What the first look is taken to cost; those after it are measured. */
  private static final long FIRST_NANOS = 20_000_000;

  /** Enough to tell a unit that answers to nothing from one that answers to little. */
  private static final int IMAGES = 1000;

  private final TrainingConfig config;
  private final Supplier<DigitSet> images;
  private final Consumer<List<Diagnosis>> told;
  private final List<EpochResult> epochs = new ArrayList<>();
  private List<LayerActivity> layers = List.of();
  private Provenance provenance;
  private Network network;
  private PixelScaling scaling;
  private int trainImages;
  private long began;
  private long spent;
  private long cost = FIRST_NANOS;

  /**
   * @param images training images of which the first are looked at; asked once the run has begun
   * @param told given what there is to say after each epoch and at the end, on the trainer's thread
   */
  public Checkup(TrainingConfig config, Supplier<DigitSet> images, Consumer<List<Diagnosis>> told) {
    this.config = config;
    this.images = images;
    this.told = told;
  }

  /**
   * Looks at a run that is over.
   *
   * @param images training images of which the first are looked at
   */
  public static List<Diagnosis> of(RunResult run, DigitSet images) {
    return Doctor.examine(
        new Observation(
            run.config(),
            run.state(),
            run.stoppedEarly(),
            Math.toIntExact(run.train().confusion().total()),
            run.epochs(),
            Optional.of(run.train()),
            run.validation(),
            layers(run.model(), images),
            run.provenance().data().classes()));
  }

  private static List<LayerActivity> layers(Model model, DigitSet images) {
    int limit = model.config().trainLimit();
    int some = Math.min(IMAGES, images.size());
    if (some == 0) {
      return List.of();
    }
    return LayerActivity.of(model, images.first(limit > 0 ? Math.min(limit, some) : some));
  }

  @Override
  public void prepared(Provenance provenance) {
    this.provenance = provenance;
  }

  @Override
  public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
    this.network = network;
    this.scaling = scaling;
    this.trainImages = trainImages;
    began = System.nanoTime();
  }

  @Override
  public void resumed(Checkpoint from) {
    epochs.addAll(from.epochs());
  }

  @Override
  public void epochEnded(EpochResult result) {
    epochs.add(result);
    if (Double.isFinite(result.trainLoss())) {
      lookAtLayers();
    }
    told.accept(
        Doctor.examine(
            new Observation(
                config,
                RunState.RUNNING,
                false,
                trainImages,
                epochs,
                Optional.empty(),
                Optional.empty(),
                layers,
                provenance.data().classes())));
  }

  private void lookAtLayers() {
    long now = System.nanoTime();
    if (spent + cost > SHARE_OF_TIME * (now - began)) {
      return;
    }
    Model model = new Model(network.spec(), scaling, network.parameters(), config, provenance);
    layers = layers(model, images.get());
    cost = System.nanoTime() - now;
    spent += cost;
  }

  @Override
  public void finished(RunResult result) {
    told.accept(of(result, images.get()));
  }
}
