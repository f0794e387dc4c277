package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The store of runs as the Runs view sees it. A store that cannot be opened is asked for again at
 * every call, so that a person who put right what was wrong need not start the studio anew.
 */
public final class StoredRuns implements RunLibrary {
  private final Supplier<RunStore> store;
  private final List<LongConsumer> observers = new ArrayList<>();
  private boolean observed;

  /**
   * @param store the open store, the same at every call; throws a {@link digitstudio.text.Problem}
   *     while it cannot be opened
   */
  public StoredRuns(Supplier<RunStore> store) {
    this.store = store;
  }

  @Override
  public List<RunSummary> runs() {
    return store().runs();
  }

  @Override
  public Optional<RunSummary> run(long id) {
    return store().run(id);
  }

  @Override
  public Optional<RunDetails> details(long id) {
    return store().details(id);
  }

  @Override
  public Optional<Model> model(long id, RunStore.Weights which) {
    return store().model(id, which);
  }

  @Override
  public void describe(long id, String name, String notes, boolean starred) {
    store().describe(id, name, notes, starred);
  }

  @Override
  public void delete(Collection<Long> ids) {
    store().delete(ids);
  }

  @Override
  public void restore(Collection<Long> ids) {
    store().restore(ids);
  }

  @Override
  public synchronized void addObserver(LongConsumer observer) {
    observers.add(observer);
  }

  private RunStore store() {
    RunStore opened = store.get();
    observe(opened);
    return opened;
  }

  private synchronized void observe(RunStore opened) {
    if (!observed) {
      observed = true;
      opened.addObserver(this::tell);
    }
  }

  private void tell(long id) {
    List<LongConsumer> told;
    synchronized (this) {
      told = List.copyOf(observers);
    }
    told.forEach(observer -> observer.accept(id));
  }
}
