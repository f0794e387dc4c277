package digitstudio.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The worst days of the program, one after the other: kills at random moments, full and read-only
 * disks, files that vanish, clocks that jump, several programs on one store, memory that does not
 * suffice. Everything that is random follows from the seed; what cannot be repeated is how far a
 * program has come when it is killed.
 */
public final class FaultTest {
  /** Shares of all kills, in twentieths: what goes round fast can be met more often. */
  private static final Map<String, Integer> SHARES =
      Map.of("record", 5, "save", 4, "import", 2, "migrate", 2, "resume", 2);

  private static final int ALL_SHARES = 20;

  private final Map<String, String> options;
  private final Findings findings = new Findings();
  private final Path folder;
  private final String classPath;
  private final Path program;
  private final long seed;

  private FaultTest(Map<String, String> options) throws IOException {
    this.options = options;
    folder = Files.createTempDirectory("digit-studio-fault");
    classPath = options.get("class-path");
    program = Path.of(options.get("program"));
    seed = Long.parseLong(options.getOrDefault("seed", "1"));
  }

  /** Options as {@code name=value}: class-path, program, kills, seed, at-once, only. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new java.util.HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    System.exit(new FaultTest(options).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Set<String> only = new TreeSet<>(List.of(options.getOrDefault("only", "kills,faults").split(",")));
    int kills = Integer.parseInt(options.getOrDefault("kills", "520"));
    System.out.println("seed " + seed + ", in " + folder);
    long start = System.nanoTime();
    Path world = Files.createDirectory(folder.resolve("world"));
    Studio studio =
        Studio.of(program, world, folder.resolve("cache")).withArchive(folder.resolve("classes.jsa"));
    if (only.contains("kills")) {
      kill(kills, studio);
    }
    long killed = System.nanoTime();
    if (only.contains("faults")) {
      fail(studio);
    }
    report((killed - start) / 60e9, (System.nanoTime() - killed) / 60e9);
    boolean well = findings.faults().isEmpty();
    if (well) {
      delete(folder);
    } else {
      System.out.println("All of it is kept in " + folder);
    }
    return well;
  }

  private void fail(Studio studio) throws Exception {
    Path own = Files.createDirectory(folder.resolve("faults"));
    Path old = Files.createDirectory(own.resolve("old-stores"));
    copyOldStores(old);
    Path sample = own.resolve("sample.db");
    Path runFile = own.resolve("run.digitrun");
    for (int seed = 1; seed <= 2; seed++) {
      studio.run(
          "train", "--train-limit", "500", "--epochs", "3", "--hidden", "16", "--seed", "" + seed,
          "--store", sample.toString());
    }
    makeRun(studio, runFile);
    if (Disk.isPossible(own)) {
      new DiskFaults(studio, own, sample, old, runFile, findings).tryAll();
    } else {
      System.out.println("  left out: full and read-only disks, as nothing may be mounted here");
    }
    new ProgramFaults(studio, own, sample, runFile, findings).tryAll();
  }

  private void copyOldStores(Path folder) throws IOException {
    for (String name : List.of("store-1.db", "store-2.db")) {
      Files.copy(Path.of(options.get("old-stores"), name), folder.resolve(name));
    }
  }

  private void kill(int kills, Studio studio) throws Exception {
    int atOnce = Integer.parseInt(options.getOrDefault("at-once", "3"));
    Path runFiles = Files.createDirectory(folder.resolve("run-files"));
    LoopKills.makeSources(runFiles, folder);
    Path saved = Files.createDirectory(folder.resolve("saved-run"));
    makeRun(studio, saved.resolve("run.digitrun"));
    Path old = Files.createDirectory(folder.resolve("old-stores"));
    copyOldStores(old);
    Map<String, Integer> references =
        CommandKills.references(studio, Files.createDirectory(folder.resolve("whole")));
    System.out.println(kills + " kills -9, " + atOnce + " programs at once");
    SplittableRandom random = new SplittableRandom(seed);
    List<Callable<Void>> lanes = new ArrayList<>();
    int left = kills;
    for (String work : List.of("record", "save", "import", "migrate", "resume")) {
      int share = kills * SHARES.get(work) / ALL_SHARES;
      left -= share;
      lanes.add(lane(work, share, random.split(), Map.of("import", runFiles, "save", saved, "migrate", old)));
    }
    int halves = 2;
    for (int half = 0; half < halves; half++) {
      int share = half == 0 ? left / halves : left - left / halves;
      Path own = Files.createDirectory(folder.resolve("commands-" + half));
      CommandKills commands =
          new CommandKills(
              studio.at(Files.createDirectory(folder.resolve("home-" + half))),
              own,
              old,
              random.split(),
              findings,
              references);
      lanes.add(
          half,
          () -> {
            commands.kill(share);
            return null;
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    for (Future<Void> lane : pool.invokeAll(lanes)) {
      lane.get();
    }
    pool.shutdown();
  }

  private Callable<Void> lane(
      String work, int kills, SplittableRandom random, Map<String, Path> sources)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(work).resolve("work"));
    return () -> {
      switch (work) {
        case "record" -> KillTest.run(kills, random.nextLong(), classPath, 1, own, findings);
        case "resume" ->
            ResumeKillTest.run(
                kills, random.nextLong(), classPath, program.resolve("data"), own, findings);
        default ->
            new LoopKills(work, own, sources.get(work), classPath, random, findings).kill(kills);
      }
      System.out.println(work + ": " + kills + " kills done");
      return null;
    };
  }

  private static void makeRun(Studio studio, Path file) throws Exception {
    String store = studio.world().resolve("saved.db").toString();
    studio.run(
        ("train --train-limit 1000 --epochs 6 --hidden 64,32 --validation 0.2 --store " + store)
            .split(" "));
    Studio.Outcome exported = studio.run("export", "1", file.toString(), "--store", store);
    if (exported.code() != 0) {
      throw new IOException(exported.toString());
    }
  }

  private void report(double killing, double failing) {
    System.out.println();
    System.out.printf("kills -9 in %.1f minutes%n", killing);
    findings.print("kills");
    System.out.println("found after them");
    for (String what :
        List.of(
            "shown as saved",
            "files looked at",
            "stores looked at",
            "resumed to the end",
            "finished runs compared bit by bit",
            "migrations that came to their end",
            "commands that ended before their kill")) {
      System.out.printf("  %-52s %8d%n", what, findings.counted(what));
    }
    System.out.printf("faults of disk, files, clock and memory in %.1f minutes%n", failing);
    findings.print("tried");
    System.out.println();
    for (String fault : findings.faults()) {
      System.out.println("FAULT: " + fault);
    }
    System.out.println(
        findings.faults().isEmpty()
            ? "Nothing that was shown as saved is lost."
            : findings.faults().size() + " faults");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
