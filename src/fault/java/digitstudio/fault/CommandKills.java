package digitstudio.fault;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills the program itself at random moments of its whole life, from the start of its script to its
 * end, while it trains, goes on with a run, exports, reports, imports, or opens an old store.
 */
final class CommandKills {
  private static final String TRAIN = "train --train-limit 500 --epochs 20 --seed 7 --hidden 24";

  /** Each with another optimizer and order of the images, all kept in weights and checkpoints. */
  private static final List<String> TRAININGS =
      List.of(
          TRAIN + " --batch-size 10 --dropout 0.3",
          TRAIN + " --batch-size 5 --optimizer sgd --validation 0.2 --shuffle once",
          TRAIN + " --batch-size 20 --optimizer nesterov --momentum 0.9 --patience 15",
          TRAIN + " --batch-size 10 --optimizer rmsprop --shift 2 --learning-rate 0.002");

  private static final String WROTE = "wrote ";

  private final Studio studio;
  private final Path folder;
  private final Path oldStores;
  private final SplittableRandom random;
  private final Findings findings;
  private final Map<String, Integer> references;
  private final Path store;
  private final Map<String, Long> lives = new HashMap<>();
  private Map<Long, Integer> before = new TreeMap<>();
  private int old;

  /**
   * @param references what the trainings come to that are not killed; see {@link #references}
   */
  CommandKills(
      Studio studio,
      Path folder,
      Path oldStores,
      SplittableRandom random,
      Findings findings,
      Map<String, Integer> references) {
    this.studio = studio;
    this.folder = folder;
    this.oldStores = oldStores;
    this.random = random;
    this.findings = findings;
    this.references = references;
    store = folder.resolve("runs.db");
  }

  /** Trains each of the settings that will be killed once to its end. */
  static Map<String, Integer> references(Studio studio, Path folder) throws Exception {
    Map<String, Integer> found = new HashMap<>();
    for (String training : TRAININGS) {
      Path store = folder.resolve("whole-" + found.size() + ".db");
      List<String> arguments = new ArrayList<>(List.of(training.split(" ")));
      arguments.addAll(List.of("--store", store.toString()));
      Studio.Outcome whole = studio.run(arguments.toArray(String[]::new));
      if (whole.code() != 0) {
        throw new IOException(whole.toString());
      }
      try (RunStore open = RunStore.open(store)) {
        RunSummary run = open.runs().get(0);
        found.put(run.config().toString(), Stores.result(open, run));
      }
    }
    return found;
  }

  void kill(int kills) throws Exception {
    int killed = 0;
    while (killed < kills && findings.faults().size() < 20) {
      List<String> command = next();
      boolean alive = killOnce(command);
      if (alive) {
        killed++;
        findings.count("kills " + command.get(0), 1);
      }
    }
    // What was left in the middle of a run goes on to its end.
    Optional<Long> left = resumable();
    while (left.isPresent() && findings.faults().isEmpty()) {
      resumeToEnd(left.get());
      left = resumable();
    }
  }

  private Optional<Long> resumable() {
    try (RunStore open = RunStore.open(store)) {
      return open.resumable().stream()
          .filter(found -> found.run().state() == RunState.INTERRUPTED)
          .map(found -> found.run().id())
          .findFirst();
    }
  }

  private Optional<Long> finished() {
    return Files.exists(store)
        ? Stores.fingerprints(store).keySet().stream().reduce(Math::max)
        : Optional.empty();
  }

  /** The next command, all but the place of the store. */
  private List<String> next() throws Exception {
    Optional<Long> left = Files.exists(store) ? resumable() : Optional.empty();
    if (left.isPresent()) {
      if (random.nextInt(3) == 0) {
        resumeToEnd(left.get());
        return next();
      }
      return words("train --resume " + left.get(), "--out", "model.npz");
    }
    Optional<Long> done = finished();
    int choice = random.nextInt(done.isEmpty() ? 3 : 8);
    return switch (choice) {
      case 0, 1 ->
          words(
              TRAININGS.get(random.nextInt(TRAININGS.size())),
              "--out",
              "model.npz",
              "--json",
              "run.json");
      case 2 -> oldStore();
      case 3 -> words("export " + done.get(), "run.digitrun");
      case 4 -> words("report " + done.get(), "--out", "report.html");
      case 5 -> words("report " + done.get() + " --language zh", "--out", "report.pdf");
      case 6 -> words("report " + done.get(), "--out", "report.md");
      default ->
          Files.exists(folder.resolve("run.digitrun"))
              ? words("import", "run.digitrun")
              : words("export " + done.get(), "run.digitrun");
    };
  }

  /** A command, and names of files in the folder. */
  private List<String> words(String words, String... more) {
    List<String> command = new ArrayList<>(List.of(words.split(" ")));
    for (String one : more) {
      command.add(one.startsWith("--") ? one : folder.resolve(one).toString());
    }
    return command;
  }

  private List<String> oldStore() throws IOException {
    List<Path> versions = SavedFiles.in(oldStores);
    Path version = versions.get(random.nextInt(versions.size()));
    old++;
    Path copy = folder.resolve("old-" + old + "-" + version.getFileName());
    Files.copy(version, copy, StandardCopyOption.REPLACE_EXISTING);
    return words("runs", "--store", copy.getFileName().toString());
  }

  private List<String> withStore(List<String> command) {
    List<String> whole = new ArrayList<>(command);
    if (!command.contains("--store")) {
      whole.addAll(List.of("--store", store.toString()));
    }
    return whole;
  }

  /** Whether it lived to be killed. */
  private boolean killOnce(List<String> command) throws Exception {
    String kind = String.join(" ", command.subList(0, Math.min(2, command.size())));
    Map<Path, String> files = digests();
    Path said = folder.resolve(".said.tmp");
    Path complained = folder.resolve(".complained.tmp");
    // Of those not yet seen nothing is known; the first of them is let live.
    String measured = kind.replaceAll("[0-9]+", "");
    long life = lives.getOrDefault(measured, TimeUnit.SECONDS.toNanos(4));
    long moment = random.nextLong(life + life / 10);
    long start = System.nanoTime();
    Process program =
        studio.start(
            said, complained, List.of(), withStore(command).toArray(String[]::new));
    boolean ended = program.waitFor(moment, TimeUnit.NANOSECONDS);
    if (ended) {
      lives.put(measured, System.nanoTime() - start);
      findings.count("commands that ended before their kill", 1);
      findings.require(
          program.exitValue() == 0,
          command + " ended with " + program.exitValue() + " " + Studio.lines(complained));
    }
    program.destroyForcibly().waitFor();
    check(command, Studio.lines(said), files);
    return !ended;
  }

  private Map<Path, String> digests() throws IOException {
    Map<Path, String> found = new HashMap<>();
    for (Path file : outputs()) {
      found.put(file, SavedFiles.digest(file));
    }
    return found;
  }

  /** Files that were asked for, as against the stores. */
  private List<Path> outputs() throws IOException {
    return SavedFiles.in(folder).stream()
        .filter(file -> !file.toString().contains(".db"))
        .filter(file -> file.getParent().equals(folder))
        .toList();
  }

  private void check(List<String> command, List<String> said, Map<Path, String> files)
      throws Exception {
    if (Files.exists(store)) {
      Stores.wrongWith(store, before).forEach(wrong -> findings.fault(command + ": " + wrong));
      before = Stores.fingerprints(store);
      compareRuns();
    }
    if (command.get(0).equals("runs")) {
      Path copy = Path.of(command.get(2));
      Stores.wrongWith(copy, Map.of()).forEach(wrong -> findings.fault(command + ": " + wrong));
      findings.require(Stores.version(copy) == 3, copy + " was not migrated after a kill");
    }
    for (Path file : outputs()) {
      SavedFiles.wrongWith(file).ifPresent(wrong -> findings.fault(command + ": " + wrong));
      findings.count("files looked at", 1);
    }
    for (String line : said) {
      if (line.startsWith(WROTE)) {
        Path file = Path.of(line.substring(WROTE.length()));
        findings.count("shown as saved", 1);
        findings.require(Files.exists(file), command + ": " + file + " was said to be written");
      }
    }
    for (Path file : files.keySet()) {
      findings.require(Files.exists(file), command + ": " + file + " was there and is gone");
    }
    findings.count("stores looked at", 1);
  }

  private final java.util.Set<Long> compared = new java.util.HashSet<>();

  /** Every run that came to its end came to the same end as the one that was never killed. */
  private void compareRuns() {
    try (RunStore open = RunStore.open(store)) {
      for (RunSummary run : open.runs()) {
        Integer expected = references.get(run.config().toString());
        if (run.state() == RunState.FINISHED && expected != null && compared.add(run.id())) {
          findings.count("finished runs compared bit by bit", 1);
          findings.require(
              expected.equals(Stores.result(open, run)),
              "run " + run.id() + " of " + store + " ended otherwise than without kills");
        }
      }
    }
  }

  private void resumeToEnd(long id) throws Exception {
    Studio.Outcome outcome =
        studio.run("train", "--resume", Long.toString(id), "--store", store.toString());
    findings.count("resumed to the end", 1);
    findings.require(outcome.code() == 0, "--resume " + id + ": " + outcome);
    findings.require(
        outcome.said().stream().anyMatch(line -> line.startsWith("goes on in epoch")),
        "--resume " + id + " did not go on: " + Arrays.toString(outcome.said().toArray()));
    check(List.of("train", "--resume", Long.toString(id)), outcome.said(), Map.of());
  }
}
