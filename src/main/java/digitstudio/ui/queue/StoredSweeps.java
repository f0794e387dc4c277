package digitstudio.ui.queue;

import digitstudio.experiment.QueueFile;
import digitstudio.experiment.ResumableRun;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.function.Supplier;

/**
 * The store of runs and the file of the queue as the queue sees them.
 *
 * @param store the open store; throws a {@link digitstudio.text.Problem} while there is none
 * @param file what is to be done
 */
public record StoredSweeps(Supplier<RunStore> store, QueueFile file) implements SweepLibrary {
  @Override
  public List<RunSummary> runs(String group) {
    return store.get().runs().stream().filter(run -> run.group().equals(group)).toList();
  }

  @Override
  public List<RunSummary> look(List<RunSummary> chosen) {
    RunStore open = store.get();
    open.unseal(chosen.stream().map(RunSummary::id).toList());
    return chosen.stream().map(run -> open.run(run.id()).orElse(run)).toList();
  }

  @Override
  public List<ResumableRun> resumable() {
    return store.get().resumable();
  }

  @Override
  public List<QueueFile.Due> due() {
    return file.read();
  }

  @Override
  public void remember(List<QueueFile.Due> due) {
    file.write(due);
  }
}
