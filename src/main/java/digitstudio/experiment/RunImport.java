package digitstudio.experiment;

import java.util.List;
import java.util.Optional;

/**
 * A run of elsewhere, taken into a store: once, however often its file is brought.
 *
 * @param id in the store
 * @param name in the store
 * @param outcome whether it was there before
 */
public record RunImport(long id, String name, Outcome outcome) {
  /** What taking it in came to. */
  public enum Outcome {
    /** It is new here. */
    ADDED,
    /** The very same run is kept here already, and is left as it is. */
    KNOWN,
    /** It was deleted here, and is back. */
    BROUGHT_BACK
  }

  /**
   * Takes a run into a store, unless the store has it.
   *
   * @throws digitstudio.text.Problem if the store cannot be read or written
   */
  public static RunImport into(RunStore store, KeptRun run) {
    RunDetails details = run.details();
    Optional<RunSummary> known = same(store, store.runs(), details);
    if (known.isPresent()) {
      return new RunImport(known.get().id(), known.get().name(), Outcome.KNOWN);
    }
    // A deleted run has no details to read before it is back.
    for (RunSummary deleted : store.deleted()) {
      if (isAlike(deleted, details.summary())) {
        store.restore(List.of(deleted.id()));
        if (isSame(store, deleted, details)) {
          return new RunImport(deleted.id(), deleted.name(), Outcome.BROUGHT_BACK);
        }
        store.delete(List.of(deleted.id()));
      }
    }
    return new RunImport(store.add(run), details.summary().name(), Outcome.ADDED);
  }

  private static Optional<RunSummary> same(
      RunStore store, List<RunSummary> runs, RunDetails details) {
    return runs.stream()
        .filter(one -> isAlike(one, details.summary()) && isSame(store, one, details))
        .findFirst();
  }

  /** Name, notes, star and group are a person's own and may differ. */
  private static boolean isAlike(RunSummary one, RunSummary other) {
    return one.started().equals(other.started())
        && one.state() == other.state()
        && one.epochs() == other.epochs()
        && one.testAccuracy().equals(other.testAccuracy())
        && one.config().equals(other.config());
  }

  private static boolean isSame(RunStore store, RunSummary kept, RunDetails run) {
    return store
        .details(kept.id())
        .filter(one -> one.epochs().equals(run.epochs()))
        .filter(one -> one.provenance().equals(run.provenance()))
        .isPresent();
  }
}
