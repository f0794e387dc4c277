package digitstudio.fault;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunStore.Weights;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills a program that records runs, again and again at random moments, and looks after every kill
 * whether the store has all that it had shown as saved.
 */
final class KillTest {
  private static final int LONGEST_LIFE_MILLIS = 1500;

  /** What the program saw in the store of a run. */
  private record Shown(RunState state, int epochs, boolean starred, String name) {}

  private final Path store;
  private final Map<Long, Shown> shown = new TreeMap<>();
  private final Set<Long> deleted = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int killed;
  private long told;
  private int killedBeforeOpen;
  private int killedInRun;
  private long lastInterrupted;

  private KillTest(Path store) {
    this.store = store;
  }

  /** Kills so many programs, on several stores at once, and notes what it finds. */
  static void run(
      int kills, long seed, String classPath, int stores, Path folder, Findings findings)
      throws Exception {
    ExecutorService lanes = Executors.newFixedThreadPool(stores);
    List<Future<KillTest>> tests = new ArrayList<>();
    for (int lane = 0; lane < stores; lane++) {
      Path own = Files.createDirectory(folder.resolve("store-" + lane));
      int share = kills / stores + (lane < kills % stores ? 1 : 0);
      SplittableRandom random = new SplittableRandom(seed + lane);
      tests.add(
          lanes.submit(() -> new KillTest(own.resolve("runs.db")).kill(share, classPath, random)));
    }
    for (Future<KillTest> test : tests) {
      test.get().tell(findings);
    }
    lanes.shutdown();
  }

  private void tell(Findings findings) {
    findings.count("kills record", killed);
    findings.count("kills before the store was open", killedBeforeOpen);
    findings.count("kills that met a recorded run", killedInRun);
    findings.count("shown as saved", told);
    findings.count("stores looked at", killed);
    faults.forEach(findings::fault);
  }

  private KillTest kill(int kills, String classPath, SplittableRandom random) throws Exception {
    while (killed < kills && faults.isEmpty()) {
      killOnce(classPath, random);
      killed++;
      check();
    }
    return this;
  }

  private void killOnce(String classPath, SplittableRandom random) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "digitstudio.fault.RecordingProgram",
                store.toString(),
                Long.toString(random.nextLong()))
            // What it has written into a file stays there, however it ends.
            .redirectOutput(lines().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long life = random.nextLong(TimeUnit.MILLISECONDS.toNanos(LONGEST_LIFE_MILLIS));
    // One in eight is met while it starts, the others while they record.
    boolean ended =
        random.nextInt(8) > 0 && endsBeforeItsFirstLine(program)
            || program.waitFor(life, TimeUnit.NANOSECONDS);
    program.destroyForcibly().waitFor();
    if (ended) {
      faults.add("the program ended by itself with " + program.exitValue());
    }
    String text = Files.readString(lines());
    if (text.isEmpty()) {
      killedBeforeOpen++;
    }
    // The last line may be cut short.
    text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::note);
  }

  private boolean endsBeforeItsFirstLine(Process program) throws Exception {
    while (Files.size(lines()) == 0) {
      if (program.waitFor(5, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private Path lines() {
    return store.resolveSibling("lines.txt");
  }

  private void note(String line) {
    told++;
    String[] parts = line.split("\t", -1);
    if (line.startsWith("deleted ")) {
      deleted.add(Long.parseLong(line.substring("deleted ".length())));
    } else if (parts.length == 6) {
      shown.put(
          Long.parseLong(parts[1]),
          new Shown(
              RunState.valueOf(parts[2]),
              Integer.parseInt(parts[3]),
              Boolean.parseBoolean(parts[4]),
              parts[5]));
    }
  }

  private void check() throws SQLException {
    try (RunStore opened = RunStore.open(store)) {
      opened.warning().ifPresent(problem -> faults.add(problem.getMessage()));
      Set<Long> gone = new HashSet<>(opened.deleted().stream().map(RunSummary::id).toList());
      for (long id : deleted) {
        if (!gone.contains(id)) {
          faults.add("run " + id + " was shown as deleted and is back");
        }
      }
      opened.restore(gone);
      List<RunSummary> runs = opened.runs();
      long newest = runs.stream().mapToLong(RunSummary::id).max().orElse(0);
      for (RunSummary run : runs) {
        check(opened, run, newest);
      }
      for (long id : shown.keySet()) {
        if (opened.run(id).isEmpty()) {
          faults.add("run " + id + " was shown and is lost");
        }
      }
      opened.delete(gone);
      // What was checked once is not changed by later kills; to look again at all would take long.
      shown.keySet().removeIf(id -> id < newest - 50);
      deleted.removeIf(id -> id < newest - 50);
    }
    checkFile();
  }

  private void check(RunStore opened, RunSummary run, long newest) {
    Shown before = shown.get(run.id());
    if (before != null) {
      boolean kept =
          run.epochs() >= before.epochs()
              && (!before.state().isOver() || run.state() == before.state())
              && (!before.starred() || run.starred() && run.name().equals(before.name()));
      if (!kept) {
        faults.add("run " + run.id() + " was shown as " + before + " and is " + run);
      }
    }
    if (!run.state().isOver()) {
      faults.add("run " + run.id() + " is " + run.state() + " though nobody trains it");
    }
    if (before == null || run.id() < newest - 5) {
      return;
    }
    if (run.state() == RunState.INTERRUPTED && run.id() > lastInterrupted) {
      lastInterrupted = run.id();
      killedInRun++;
    }
    checkContent(opened, run);
  }

  /** Every number, as it follows from the seed. */
  private void checkContent(RunStore opened, RunSummary run) {
    long seed = run.config().seed();
    RunDetails details = opened.details(run.id()).orElseThrow();
    if (!details.epochs().equals(Course.epochs(seed, run.epochs()))) {
      faults.add("run " + run.id() + " has another curve than it was given");
    }
    if (run.state() != RunState.FINISHED) {
      return;
    }
    boolean same =
        isSame(details.train().orElseThrow(), Course.evaluation(seed + 1))
            && isSame(details.validation().orElseThrow(), Course.evaluation(seed + 2))
            && isSame(details.test().orElseThrow(), Course.evaluation(seed + 3))
            && isSame(
                opened.model(run.id(), Weights.FINAL).orElseThrow(),
                Course.model(run.config(), seed))
            && isSame(
                opened.model(run.id(), Weights.BEST).orElseThrow(),
                Course.model(run.config(), seed + 1));
    if (!same) {
      faults.add("run " + run.id() + " has other evaluations or weights than it was given");
    }
  }

  private static boolean isSame(Evaluation first, Evaluation second) {
    return first.loss() == second.loss()
        && Arrays.deepEquals(first.confusion().counts(), second.confusion().counts());
  }

  private static boolean isSame(Model first, Model second) {
    for (int i = 0; i < second.parameters().size(); i++) {
      if (!Arrays.equals(first.parameters().get(i), second.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }

  private void checkFile() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      if (!row.getString(1).equals("ok")) {
        faults.add("SQLite finds: " + row.getString(1));
      }
    }
  }
}
