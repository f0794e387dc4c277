package digitstudio.experiment;

import digitstudio.training.TrainingConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a queue looks for what is done already, and writes down what it does. */
public interface RunArchive extends AutoCloseable {
  /** Keeps nothing. */
  RunArchive NONE =
      new RunArchive() {
        @Override
        public Optional<RunSummary> finished(TrainingConfig config) {
          return Optional.empty();
        }

        @Override
        public Optional<RunRecorder> record(TrainingConfig config) {
          return Optional.empty();
        }
      };

  /**
   * A group of a store's runs; closes the store with itself.
   *
   * @param group what the runs belong to
   * @param dataSha256 of the data: a run of other data is not the same run
   */
  static RunArchive of(RunStore store, String group, String dataSha256) {
    return new StoreArchive(store, group, dataSha256, false);
  }

  /**
   * A sweep's group of a store's runs, whose test figures are sealed until {@link #look}; closes
   * the store with itself.
   */
  static RunArchive ofSweep(RunStore store, String group, String dataSha256) {
    return new StoreArchive(store, group, dataSha256, true);
  }

  /** A finished run of the very same settings. */
  Optional<RunSummary> finished(TrainingConfig config);

  /** Begins a run; empty if nothing is kept. */
  Optional<RunRecorder> record(TrainingConfig config);

  /** What need not be trained again, of any group: runs of these settings by this version. */
  default Map<TrainingConfig, ReproducedRow.Measured> kept(Collection<TrainingConfig> configs) {
    return Map.of();
  }

  /** Takes in a run that is over. */
  default void keep(KeptRun run) {}

  /** Looks at what chosen runs make of the test images: the runs with their test accuracy. */
  default List<RunSummary> look(List<RunSummary> chosen) {
    return chosen;
  }

  @Override
  default void close() {}
}
