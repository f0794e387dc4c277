package digitstudio.ui.pad;

import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The store of runs as the drawing pad sees it. */
public final class StoredPadRuns implements PadRuns {
  private static final Set<RunState> OVER = EnumSet.of(RunState.FINISHED, RunState.STOPPED);

  private final Supplier<RunStore> store;
  private final List<LongConsumer> observers = new ArrayList<>();
  private boolean observed;

  /**
   * @param store the open store, the same at every call; throws a {@link digitstudio.text.Problem}
   *     while it cannot be opened
   */
  public StoredPadRuns(Supplier<RunStore> store) {
    this.store = store;
  }

  @Override
  public List<RunSummary> runs() {
    return store().runs().stream().filter(run -> OVER.contains(run.state())).toList();
  }

  @Override
  public Optional<Model> model(long id) {
    return store().model(id, RunStore.Weights.FINAL);
  }

  @Override
  public KeptWeights epochs(long id) {
    return store().epochWeights(id);
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
