package digitstudio.ui.runs;

import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunImport;
import digitstudio.experiment.RunImport.Outcome;
import digitstudio.experiment.RunStore;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes run files into the store, tells what came of each, and has the runs chosen. */
public final class RunIntake {
  private static final Logger LOG = LoggerFactory.getLogger(RunIntake.class);

  private final Supplier<RunStore> store;
  private final Executor background;
  private final Executor window;
  private final Consumer<Notice> told;
  private final Consumer<List<Long>> chosen;
  private Consumer<Path> used = file -> {};

  /**
   * @param store waits until it is open; called in the background
   * @param background where files are read
   * @param window where the outcome is heard
   * @param told what came of it
   * @param chosen the runs that are in the store now, in the order of their files; never none
   */
  public RunIntake(
      Supplier<RunStore> store,
      Executor background,
      Executor window,
      Consumer<Notice> told,
      Consumer<List<Long>> chosen) {
    this.store = store;
    this.background = background;
    this.window = window;
    this.told = told;
    this.chosen = chosen;
  }

  /**
   * Tells of every file that was taken in.
   *
   * @param taken told in the window
   */
  public void tellOfFiles(Consumer<Path> taken) {
    used = taken;
  }

  /** What came of some files. */
  private record Taken(List<RunImport> runs, List<Problem> refused) {
    int count(Outcome outcome) {
      return (int) runs.stream().filter(run -> run.outcome() == outcome).count();
    }
  }

  /** Takes files in; a bad one does not keep the others out. */
  public void take(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    List<Path> all = List.copyOf(files);
    background.execute(
        () -> {
          Taken taken = read(all);
          window.execute(() -> tell(taken));
        });
  }

  private Taken read(List<Path> files) {
    List<RunImport> runs = new ArrayList<>();
    List<Problem> refused = new ArrayList<>();
    for (Path file : files) {
      try {
        runs.add(RunImport.into(store.get(), RunFile.read(file)));
        window.execute(() -> used.accept(file));
      } catch (Problem e) {
        LOG.warn("{} was not taken in", file, e);
        refused.add(e);
      } catch (RuntimeException e) {
        LOG.error("{} was not taken in", file, e);
        refused.add(new Problem(e, "keeping.import.failed", file.toString(), e.toString()));
      }
    }
    return new Taken(runs, refused);
  }

  private void tell(Taken taken) {
    if (!taken.runs().isEmpty()) {
      chosen.accept(taken.runs().stream().map(RunImport::id).distinct().toList());
    }
    told.accept(sentence(taken));
  }

  private static Notice sentence(Taken taken) {
    if (taken.runs().isEmpty() && taken.refused().size() == 1) {
      return Notice.of(taken.refused().get(0));
    }
    if (taken.refused().isEmpty() && taken.runs().size() == 1) {
      RunImport run = taken.runs().get(0);
      String key =
          switch (run.outcome()) {
            case ADDED -> "keeping.import.added";
            case KNOWN -> "keeping.import.known";
            case BROUGHT_BACK -> "keeping.import.back";
          };
      return Notice.information(key, run.name());
    }
    int[] counts = {
      taken.count(Outcome.ADDED), taken.count(Outcome.KNOWN), taken.count(Outcome.BROUGHT_BACK)
    };
    if (taken.refused().isEmpty()) {
      return Notice.information("keeping.import.several", counts[0], counts[1], counts[2]);
    }
    return Notice.error(
        "keeping.import.some",
        counts[0],
        counts[1] + counts[2],
        taken.refused().size(),
        taken.refused().get(0));
  }
}
