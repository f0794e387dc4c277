package digitstudio.experiment;

import digitstudio.text.Problem;
import digitstudio.training.Checkpoint;
import digitstudio.training.CheckpointFile;
import digitstudio.training.CheckpointWriter;
import digitstudio.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a store's runs: two files for each in a folder beside the store, the newest
 * and the one before it, as long as the run may go on.
 */
final class RunCheckpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunCheckpoints.class);

  /** States that a run may leave again by its checkpoint. */
  static final Set<RunState> BEFORE_TIME =
      EnumSet.of(RunState.STOPPED, RunState.INTERRUPTED, RunState.FAILED);

  private static final String NEWEST = ".checkpoint";
  private static final String BEFORE = ".checkpoint.before";
  private static final String STARTED = "started";
  private static final String SEALED = "sealed";
  private static final int PATIENCE_SECONDS = 10;

  private final Path folder;
  private final Runnable beforehand;
  private final Consumer<Problem> complaints;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("checkpoints");
            thread.setDaemon(true);
            return thread;
          });

  /** What a checkpoint holds, and whether its run is one whose test figures nobody sees. */
  record Kept(Checkpoint checkpoint, boolean sealed) {}

  /**
   * @param beforehand called before each is written: what the store must have by then
   * @param complaints told what cannot be written
   */
  RunCheckpoints(Path store, Runnable beforehand, Consumer<Problem> complaints) {
    folder = store.resolveSibling(store.getFileName() + "-checkpoints");
    this.beforehand = beforehand;
    this.complaints = complaints;
  }

  private Path file(long id, String kind) {
    return folder.resolve(id + kind);
  }

  /** What writes the checkpoints of a run. */
  CheckpointWriter writer(RunSummary run, boolean sealed, Optional<Checkpoint> start) {
    return new CheckpointWriter(
        file(run.id(), NEWEST),
        file(run.id(), BEFORE),
        Map.of(STARTED, run.started().toString(), SEALED, Boolean.toString(sealed)),
        start,
        worker,
        beforehand,
        complaints);
  }

  /**
   * The newest whole checkpoint of a run.
   *
   * @throws Problem if there is none, saying what is wrong with the newest
   */
  Kept read(RunSummary run) {
    return newest(
            run,
            file -> new Kept(CheckpointFile.read(file), Boolean.parseBoolean(label(file, SEALED))))
        .orElseThrow(() -> new Problem("resume.none", run.name()));
  }

  /** Whether a run can go on, and in which epoch; a checkpoint that is damaged counts as none. */
  Optional<ResumableRun> resumable(RunSummary run) {
    if (!BEFORE_TIME.contains(run.state())) {
      return Optional.empty();
    }
    try {
      return newest(run, CheckpointFile::head)
          .map(
              head ->
                  new ResumableRun(
                      run, Math.min(head.epoch(), Math.max(1, run.config().epochs()))));
    } catch (Problem e) {
      LOG.warn("run {} cannot be resumed", run.id(), e);
      return Optional.empty();
    }
  }

  private static String label(Path file, String name) {
    return CheckpointFile.head(file).labels().getOrDefault(name, "");
  }

  /** Of the two the first that is whole and of this run, and not of another store's. */
  private <T> Optional<T> newest(RunSummary run, Function<Path, T> reader) {
    Problem problem = null;
    for (String kind : List.of(NEWEST, BEFORE)) {
      Path file = file(run.id(), kind);
      if (!Files.exists(file)) {
        continue;
      }
      try {
        CheckpointFile.Head head = CheckpointFile.head(file);
        if (head.config().equals(run.config())
            && run.started().toString().equals(head.labels().get(STARTED))) {
          return Optional.of(reader.apply(file));
        }
      } catch (Problem e) {
        LOG.warn("a checkpoint of run {} is passed over", run.id(), e);
        problem = problem == null ? e : problem;
      }
    }
    if (problem != null) {
      throw problem;
    }
    return Optional.empty();
  }

  /** The ids of which there may be a checkpoint. */
  List<Long> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{1,18}\\.checkpoint(\\.before)?"))
          .map(name -> Long.valueOf(name.substring(0, name.indexOf('.'))))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be read", folder, e);
      return List.of();
    }
  }

  /** The run came to its end. */
  void delete(long id) {
    delete(file(id, NEWEST));
    delete(file(id, BEFORE));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", file, e);
    }
  }

  /**
   * Takes away what no run will ever go on from.
   *
   * @param runs the state of a run of the store, deleted ones among them
   * @param grace how long what belongs to no run is kept: its store may come back
   */
  void tidy(LongFunction<Optional<RunState>> runs, Duration grace) {
    for (long id : ids()) {
      Optional<RunState> state = runs.apply(id);
      if (state.filter(RunState::isOver).filter(over -> !BEFORE_TIME.contains(over)).isPresent()) {
        delete(id);
      } else if (state.isEmpty()) {
        deleteIfOlder(file(id, NEWEST), grace);
        deleteIfOlder(file(id, BEFORE), grace);
      }
    }
    if (Files.isDirectory(folder)) {
      // What a killed program was writing.
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".tmp") || file.toString().endsWith(".new"))
            .forEach(file -> deleteIfOlder(file, Duration.ofDays(1)));
      } catch (IOException e) {
        LOG.warn("{} cannot be read", folder, e);
      }
    }
  }

  private static void deleteIfOlder(Path file, Duration age) {
    try {
      if (Files.exists(file)
          && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(age))) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", file, e);
    }
  }

  /** Writes what waits. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a checkpoint was still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
