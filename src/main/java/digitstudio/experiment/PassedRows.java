package digitstudio.experiment;

import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.Predictor;
import digitstudio.training.Provenance;
import digitstudio.training.RunListener;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a run of its own of every shorter configuration that a longer run passes on its way: the
 * two are the same to the last bit, so that the shorter one need not be trained.
 */
final class PassedRows implements RunListener {
  private final List<TrainingConfig> shorter;
  private final Supplier<TrainingData> data;
  private final Consumer<KeptRun> passed;
  private final List<EpochResult> epochs = new ArrayList<>();
  private Optional<Provenance> provenance = Optional.empty();
  private Network network;
  private PixelScaling scaling;

  /**
   * @param shorter what the run passes
   * @param data asked for when the first is passed
   * @param passed told of each, on the thread that trains
   */
  PassedRows(List<TrainingConfig> shorter, Supplier<TrainingData> data, Consumer<KeptRun> passed) {
    this.shorter = shorter;
    this.data = data;
    this.passed = passed;
  }

  @Override
  public void prepared(Provenance provenance) {
    this.provenance = Optional.of(provenance);
  }

  @Override
  public void started(Network network, PixelScaling scaling, int images, int stepsPerEpoch) {
    this.network = network;
    this.scaling = scaling;
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    epochs.add(epoch);
    for (TrainingConfig config : shorter) {
      if (config.epochs() == epoch.epoch() && network != null) {
        passed.accept(measure(config));
      }
    }
  }

  private KeptRun measure(TrainingConfig config) {
    try (Predictor predictor = Predictor.of(network, scaling)) {
      Evaluation train = predictor.evaluate(trainImages(config), config.loss());
      Evaluation test = predictor.evaluate(data.get().test(), config.loss());
      RunDetails details =
          new RunDetails(
              summary(config, train, test),
              provenance,
              epochs,
              Optional.of(train),
              Optional.empty(),
              Optional.of(test));
      Optional<Model> last =
          provenance.map(
              from -> new Model(network.spec(), scaling, network.parameters(), config, from));
      return new KeptRun(details, last, Optional.empty());
    }
  }

  private DigitSet trainImages(TrainingConfig config) {
    DigitSet all = data.get().train();
    return config.trainLimit() > 0 ? all.first(config.trainLimit()) : all;
  }

  private RunSummary summary(TrainingConfig config, Evaluation train, Evaluation test) {
    return new RunSummary(
        0,
        RunNames.of(config),
        "",
        false,
        Reproduction.GROUP,
        provenance.map(from -> Instant.parse(from.started())).orElseGet(Instant::now),
        config,
        Double.isFinite(train.loss()) ? RunState.FINISHED : RunState.DIVERGED,
        epochs.size(),
        Optional.of(epochs.get(epochs.size() - 1)),
        epochs.stream().min(Comparator.comparingDouble(EpochResult::trainLoss)),
        OptionalDouble.of(train.accuracy()),
        OptionalDouble.empty(),
        OptionalDouble.of(test.accuracy()),
        epochs.stream().mapToDouble(EpochResult::seconds).sum(),
        data.get().description());
  }
}
