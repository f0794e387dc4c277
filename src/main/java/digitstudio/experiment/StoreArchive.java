package digitstudio.experiment;

import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One group of a store's runs, those of other data left out. */
final class StoreArchive implements RunArchive {
  private final RunStore store;
  private final String group;
  private final String dataSha256;
  private final boolean sealed;
  private final Map<TrainingConfig, RunSummary> finished = new HashMap<>();

  StoreArchive(RunStore store, String group, String dataSha256, boolean sealed) {
    this.store = store;
    this.group = group;
    this.dataSha256 = dataSha256;
    this.sealed = sealed;
    for (RunSummary run : store.runs()) {
      if (run.group().equals(group)
          && run.state() == RunState.FINISHED
          && isOf(dataSha256, run.id())) {
        finished.putIfAbsent(run.config(), run);
      }
    }
  }

  private boolean isOf(String dataSha256, long id) {
    return store
        .details(id)
        .flatMap(RunDetails::provenance)
        .filter(provenance -> provenance.dataSha256().equals(dataSha256))
        // Drawings come and go: what was learnt from them is learnt again.
        .filter(provenance -> provenance.drawings() == 0)
        .isPresent();
  }

  @Override
  public Optional<RunSummary> finished(TrainingConfig config) {
    return Optional.ofNullable(finished.get(config));
  }

  @Override
  public Optional<RunRecorder> record(TrainingConfig config) {
    Optional<ResumableRun> left =
        store.resumable(config, group).filter(found -> isOf(dataSha256, found.run().id()));
    return Optional.of(
        store.resumeOr(
            left,
            () -> sealed ? store.recordSealed(config, group) : store.record(config, "", group)));
  }

  @Override
  public List<RunSummary> look(List<RunSummary> chosen) {
    store.unseal(chosen.stream().map(RunSummary::id).toList());
    return chosen.stream().map(run -> store.run(run.id()).orElse(run)).toList();
  }

  @Override
  public Map<TrainingConfig, ReproducedRow.Measured> kept(Collection<TrainingConfig> configs) {
    return KeptMeasurements.of(store, store.runs(), configs, dataSha256);
  }

  @Override
  public void keep(KeptRun run) {
    store.add(run);
  }

  @Override
  public void close() {
    store.close();
  }
}
