package digitstudio.fault;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunStore.Weights;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills {@link WorkingProgram} at random moments, mostly while it works, and looks after every kill
 * at the files and the store that it leaves.
 */
final class LoopKills {
  private static final int LONGEST_LIFE_MILLIS = 2500;
  private static final int TAKEN_IN = 12;

  private final String work;
  private final Path folder;
  private final Path source;
  private final String classPath;
  private final SplittableRandom random;
  private final Findings findings;
  private final Map<String, Map<Long, Integer>> migrated = new TreeMap<>();

  /** By name of the file: what it must be, or may be if nothing newer is whole. */
  private final Map<String, String> digests = new HashMap<>();

  private final Map<Long, Long> imported = new HashMap<>();

  /** Runs that may be in sight or deleted, since the last word on them was cut off. */
  private final Set<Long> uncertain = new HashSet<>();

  private final Set<Long> deleted = new HashSet<>();

  LoopKills(
      String work,
      Path folder,
      Path source,
      String classPath,
      SplittableRandom random,
      Findings findings) {
    this.work = work;
    this.folder = folder;
    this.source = source;
    this.classPath = classPath;
    this.random = random;
    this.findings = findings;
  }

  /** Writes the run files that are taken in over and over. */
  static void makeSources(Path folder, Path scratch) throws IOException {
    try (RunStore store = RunStore.open(scratch.resolve("sources.db"))) {
      for (int i = 0; i < TAKEN_IN; i++) {
        TrainingConfig config = Course.config(100 + i);
        RunRecorder recorder = store.record(config, "", "");
        recorder.prepared(Course.PROVENANCE);
        recorder.stateChanged(RunState.RUNNING);
        int epochs = 1 + i * 10;
        Course.epochs(config.seed(), epochs).forEach(recorder::epochEnded);
        recorder.finished(Course.result(config, epochs));
        KeptRun run = store.kept(recorder.id()).orElseThrow();
        RunFile.write(run, folder.resolve(i + ".digitrun"));
      }
    }
  }

  void kill(int kills) throws Exception {
    if (work.equals("migrate")) {
      for (Path old : SavedFiles.in(source)) {
        Path copy = folder.resolveSibling("expected-" + old.getFileName());
        Files.copy(old, copy);
        migrated.put(old.getFileName().toString(), Stores.fingerprints(copy));
      }
    }
    for (int killed = 0; killed < kills && findings.faults().size() < 20; killed++) {
      List<String> said = killOnce();
      findings.count("kills " + work, 1);
      switch (work) {
        case "save" -> checkFiles(said);
        case "import" -> checkImports(said);
        default -> checkMigration(said);
      }
    }
  }

  private List<String> killOnce() throws Exception {
    Path lines = folder.resolveSibling("lines.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddigitstudio.log=" + folder.resolveSibling("working.log"),
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                WorkingProgram.class.getName(),
                work,
                folder.toString(),
                source.toString(),
                Long.toString(random.nextLong()))
            .redirectOutput(lines.toFile())
            .redirectError(folder.resolveSibling("errors.txt").toFile())
            .start();
    long life = random.nextLong(TimeUnit.MILLISECONDS.toNanos(LONGEST_LIFE_MILLIS));
    if (random.nextInt(8) > 0) {
      while (Files.size(lines) == 0 && program.isAlive()) {
        program.waitFor(5, TimeUnit.MILLISECONDS);
      }
    }
    boolean ended = program.waitFor(life, TimeUnit.NANOSECONDS);
    program.destroyForcibly().waitFor();
    if (ended) {
      findings.fault(
          work + " ended by itself: " + Studio.lines(folder.resolveSibling("errors.txt")));
    }
    String text = Files.readString(lines);
    // The last line may be cut short.
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private void checkFiles(List<String> said) throws IOException {
    Set<String> open = new HashSet<>();
    for (String line : said) {
      String[] parts = line.split("\t");
      if (parts[0].equals("begin")) {
        open.add(parts[1]);
      } else if (parts[0].equals("saved")) {
        open.remove(parts[1]);
        digests.put(parts[1], parts[2]);
        findings.count("shown as saved", 1);
      }
    }
    open.forEach(name -> findings.count("kills that met a file being written", 1));
    for (String name : digests.keySet()) {
      findings.require(Files.exists(folder.resolve(name)), name + " was saved and is gone");
    }
    for (Path file : SavedFiles.in(folder)) {
      String name = folder.relativize(file).toString();
      Optional<String> wrong = SavedFiles.wrongWith(file);
      wrong.ifPresent(sentence -> findings.fault("half a file: " + sentence));
      boolean same = SavedFiles.digest(file).equals(digests.get(name));
      if (!same && file.getParent().equals(folder)) {
        findings.require(open.contains(name), name + " is another than was saved");
        digests.put(name, SavedFiles.digest(file));
      }
      findings.count("files looked at", 1);
    }
  }

  private void checkImports(List<String> said) {
    for (String line : said) {
      String[] parts = line.split("\t");
      if (parts[0].equals("open")) {
        continue;
      }
      long id = Long.parseLong(parts[1]);
      switch (parts[0]) {
        case "imported" -> {
          imported.put(id, Long.parseLong(parts[2]));
          deleted.remove(id);
          uncertain.remove(id);
          findings.count("shown as saved", 1);
        }
        case "deleting" -> uncertain.add(id);
        default -> {
          uncertain.remove(id);
          deleted.add(id);
        }
      }
    }
    Path file = folder.resolve("runs.db");
    Stores.wrongWith(file, Map.of()).forEach(wrong -> findings.fault("import: " + wrong));
    try (RunStore store = RunStore.open(file)) {
      for (RunSummary run : store.runs()) {
        checkImport(store, run);
      }
      for (long id : imported.keySet()) {
        boolean there = store.run(id).isPresent();
        boolean kept = there || store.deleted().stream().anyMatch(run -> run.id() == id);
        findings.require(kept, "import: run " + id + " was taken in and is lost");
        findings.require(
            there || deleted.contains(id) || uncertain.contains(id) || isCut(said),
            "import: run " + id + " was taken in and is out of sight");
      }
      // Emptied now and then, so that most imports are of runs that are not there.
      if (random.nextInt(3) == 0) {
        store.delete(imported.keySet());
        deleted.addAll(imported.keySet());
      }
    }
  }

  /** An import of a deleted run brings it back for a look at it, and may be killed then. */
  private static boolean isCut(List<String> said) {
    return !said.isEmpty() && said.get(said.size() - 1).startsWith("open");
  }

  private void checkImport(RunStore store, RunSummary run) {
    long seed = run.config().seed();
    RunDetails details = store.details(run.id()).orElseThrow();
    boolean whole =
        run.state() == RunState.FINISHED
            && details.epochs().equals(Course.epochs(seed, run.epochs()))
            && details.test().isPresent()
            && Stores.hash(store.model(run.id(), Weights.FINAL).orElseThrow())
                == Stores.hash(Course.model(run.config(), seed))
            && Stores.hash(store.model(run.id(), Weights.BEST).orElseThrow())
                == Stores.hash(Course.model(run.config(), seed + 1));
    findings.require(whole, "import: run " + run.id() + " is not whole");
  }

  private void checkMigration(List<String> said) throws Exception {
    Path file = folder.resolve("runs.db");
    if (said.isEmpty() || !Files.exists(file)) {
      return;
    }
    String source = "";
    for (String line : said) {
      if (line.startsWith("begin")) {
        source = line.split("\t")[1];
      }
      if (line.startsWith("migrated")) {
        findings.count("migrations that came to their end", 1);
      }
    }
    if (source.isEmpty()) {
      return;
    }
    String last = said.get(said.size() - 1);
    if (last.startsWith("clearing")) {
      // Between two stores, of which one may be half deleted: nothing was promised.
      return;
    }
    if (!last.startsWith("migrated")) {
      findings.count("kills that met a migration", 1);
    }
    if (last.startsWith("migrated")) {
      findings.require(Stores.version(file) == 3, "a migrated store has an old version");
    }
    Stores.wrongWith(file, migrated.get(source))
        .forEach(wrong -> findings.fault("migration: " + wrong));
    findings.require(Stores.version(file) == 3, "a store could not be migrated after a kill");
  }
}
