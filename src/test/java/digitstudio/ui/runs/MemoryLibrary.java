package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Runs that are kept in memory, for as long as a test lasts. */
final class MemoryLibrary implements RunLibrary {
  private final Map<Long, RunDetails> runs = new LinkedHashMap<>();
  private final Set<Long> deleted = new HashSet<>();
  private final List<LongConsumer> observers = new ArrayList<>();
  private RuntimeException failure;
  private Model model;

  /** Newest first. */
  MemoryLibrary(List<RunDetails> newestFirst) {
    newestFirst.forEach(run -> runs.put(run.summary().id(), run));
  }

  /** From now on nothing can be read or written; null mends it. */
  synchronized void failWith(RuntimeException failure) {
    this.failure = failure;
  }

  /** The network of every run. */
  synchronized void answerWith(Model model) {
    this.model = model;
  }

  /** A run as it goes on, or a new one. */
  void put(RunDetails run) {
    synchronized (this) {
      runs.put(run.summary().id(), run);
    }
    tell(run.summary().id());
  }

  private void tell(long id) {
    List.copyOf(observers).forEach(observer -> observer.accept(id));
  }

  private void check() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public synchronized List<RunSummary> runs() {
    check();
    return runs.values().stream()
        .map(RunDetails::summary)
        .filter(run -> !deleted.contains(run.id()))
        .toList();
  }

  @Override
  public synchronized Optional<RunSummary> run(long id) {
    return details(id).map(RunDetails::summary);
  }

  @Override
  public synchronized Optional<RunDetails> details(long id) {
    check();
    return deleted.contains(id) ? Optional.empty() : Optional.ofNullable(runs.get(id));
  }

  @Override
  public synchronized Optional<Model> model(long id, RunStore.Weights which) {
    check();
    return Optional.ofNullable(model);
  }

  @Override
  public void describe(long id, String name, String notes, boolean starred) {
    synchronized (this) {
      check();
      runs.computeIfPresent(id, (key, run) -> ManyRuns.described(run, name, notes, starred));
    }
    tell(id);
  }

  @Override
  public void delete(Collection<Long> ids) {
    synchronized (this) {
      check();
      deleted.addAll(ids);
    }
    ids.forEach(this::tell);
  }

  @Override
  public void restore(Collection<Long> ids) {
    synchronized (this) {
      check();
      deleted.removeAll(ids);
    }
    ids.forEach(this::tell);
  }

  @Override
  public void addObserver(LongConsumer observer) {
    observers.add(observer);
  }
}
