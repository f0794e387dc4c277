package digitstudio.experiment;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of the epochs of a run that goes on: told by the trainer's thread, asked by any. It
 * holds the weights until they are in the store.
 */
final class RunCourse implements KeptWeights {
  /** More memory than this the weights of one run's epochs never take. */
  private static final long MOST_BYTES = 64L << 20;

  /** What one epoch adds to the course, and what it takes from it. */
  record Change(Optional<ConfusionMatrix> confusion, Optional<Model> kept, List<Integer> dropped) {}

  private final TrainingConfig config;
  private final int wanted;
  private final SortedMap<Integer, Model> weights = new TreeMap<>();
  private final List<EpochConfusion> confusions = new ArrayList<>();
  private Provenance provenance;
  private PixelScaling scaling;
  private Network network;
  private EvenEpochs spread;
  private ConfusionMatrix read;

  /**
   * @param wanted at how many epochs to keep the weights, 0 for none
   */
  RunCourse(TrainingConfig config, int wanted) {
    this.config = config;
    this.wanted = wanted;
  }

  void prepared(Provenance provenance) {
    this.provenance = provenance;
  }

  void started(Network network, PixelScaling scaling) {
    this.network = network;
    this.scaling = scaling;
    long room = MOST_BYTES / (network.spec().parameters() * Float.BYTES);
    spread = new EvenEpochs((int) Math.min(wanted, room), config.epochs(), config.patience() > 0);
  }

  /**
   * The run goes on after some epochs.
   *
   * @param read what the digits were read as in those
   * @param kept weights of those of them that have any
   */
  void resumed(int epochs, List<EpochConfusion> read, SortedMap<Integer, Model> kept) {
    for (int epoch = 1; epoch <= epochs; epoch++) {
      spread.takes(epoch);
      spread.surplus();
    }
    synchronized (this) {
      confusions.addAll(read);
      weights.putAll(kept);
    }
  }

  void read(ConfusionMatrix confusion) {
    read = confusion;
  }

  /** An epoch is done, and the network still as it left it. */
  Change ended(int epoch) {
    Optional<ConfusionMatrix> confusion = Optional.ofNullable(read);
    read = null;
    Optional<Model> kept = Optional.empty();
    if (spread != null && spread.takes(epoch)) {
      kept =
          Optional.of(new Model(network.spec(), scaling, network.parameters(), config, provenance))
              // A network that diverged says nothing any more.
              .filter(RunParts::isFinite);
    }
    List<Integer> dropped = spread == null ? List.of() : spread.surplus();
    synchronized (this) {
      confusion.ifPresent(matrix -> confusions.add(new EpochConfusion(epoch, matrix)));
      kept.ifPresent(model -> weights.put(epoch, model));
      dropped.forEach(weights::remove);
    }
    return new Change(confusion, kept, dropped);
  }

  /** The run is over; whether its last epoch is to be kept as well. */
  boolean takesLast(int epoch) {
    network = null;
    return spread != null && spread.takesLast(epoch);
  }

  /** What the digits were read as in each epoch so far. */
  synchronized List<EpochConfusion> confusions() {
    return List.copyOf(confusions);
  }

  @Override
  public synchronized List<Integer> epochs() {
    return List.copyOf(weights.keySet());
  }

  @Override
  public synchronized Optional<Model> at(int epoch) {
    return Optional.ofNullable(weights.get(epoch));
  }
}
