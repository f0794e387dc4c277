package digitstudio.fault;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What the faults have in common: a store with runs in it, and what must be true after each. */
abstract class Faults {
  /** Long enough to be met in the middle, short enough to be waited for. */
  static final String LONG =
      "train --train-limit 1000 --epochs 60 --batch-size 10 --hidden 24 --seed 3";

  static final String SHORT = "train --train-limit 500 --epochs 2 --hidden 16 --seed 3";

  static final int LONG_EPOCHS = 60;

  private static final int PATIENCE_SECONDS = 120;

  final Studio studio;
  final Path folder;
  final Findings findings;
  private final Path sample;

  Faults(Studio studio, Path folder, Path sample, Findings findings) {
    this.studio = studio;
    this.folder = folder;
    this.sample = sample;
    this.findings = findings;
  }

  /** One thing to try. */
  interface Trial {
    void run() throws Exception;
  }

  abstract void tryAll() throws Exception;

  void attempt(String name, Trial trial) {
    int before = findings.faults().size();
    try {
      trial.run();
    } catch (Exception e) {
      findings.fault(name + ": " + e);
    }
    findings.count("tried " + name, 1);
    boolean well = findings.faults().size() == before;
    System.out.println((well ? "  well: " : "  NOT WELL: ") + name);
  }

  /** A store of two finished runs, in a place. */
  Map<Long, Integer> putStore(Path file) throws IOException {
    Files.copy(sample, file);
    return Stores.fingerprints(file);
  }

  static String[] words(String words, Object... more) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    for (Object one : more) {
      all.add(one.toString());
    }
    return all.toArray(String[]::new);
  }

  /** The command must end so, with so many sentences, and no half a file. */
  Studio.Outcome expect(String what, int code, int sentences, Studio.Outcome outcome) {
    findings.count("tried  commands", 1);
    if (sentences > 0) {
      System.out.println("      " + String.join("\n      ", outcome.complained()));
    }
    findings.require(
        outcome.code() == code && outcome.isSentences(Math.min(1, sentences), sentences),
        what + ": expected exit " + code + " and " + sentences + " sentences: " + outcome);
    return outcome;
  }

  void requireWell(String what, Path store, Map<Long, Integer> before) {
    Stores.wrongWith(store, before).forEach(wrong -> findings.fault(what + ": " + wrong));
  }

  /** The newest run of a store is whole, and as long as it should be. */
  void requireFinished(String what, Path store, int epochs) {
    try (RunStore open = RunStore.open(store)) {
      RunSummary run = open.runs().get(0);
      findings.require(
          run.state() == RunState.FINISHED && run.epochs() == epochs,
          what + ": the run is " + run.state() + " after " + run.epochs() + " epochs");
      findings.require(
          open.details(run.id()).orElseThrow().epochs().size() == epochs,
          what + ": epochs are missing");
    }
  }

  /** A training under way. */
  final class Training {
    private final Process process;
    private final Path said = Files.createTempFile(studio.world(), "said", ".txt");
    private final Path complained = Files.createTempFile(studio.world(), "complained", ".txt");

    Training(Studio with, Object... more) throws Exception {
      process = with.start(said, complained, List.of(), words(LONG, more));
      awaitEpoch(3);
    }

    void awaitEpoch(int epoch) throws Exception {
      await(said, "epoch " + epoch + "/");
    }

    /** Until so many more epochs are over, or all. */
    void awaitMore(int epochs) throws Exception {
      int now =
          (int) Studio.lines(said).stream().filter(line -> line.startsWith("epoch ")).count();
      awaitEpoch(Math.min(LONG_EPOCHS, now + epochs));
    }

    void awaitComplaint() throws Exception {
      await(complained, "digit-studio: ");
    }

    private void await(Path file, String text) throws Exception {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (process.isAlive() && !Files.readString(file).contains(text)) {
        process.waitFor(20, TimeUnit.MILLISECONDS);
        if (System.nanoTime() > end) {
          throw new IOException("there was never " + text + " in " + Files.readString(file));
        }
      }
    }

    Process process() {
      return process;
    }

    Studio.Outcome end() throws Exception {
      return Studio.outcome(process, said, complained);
    }
  }

  static Map<Path, String> digests(Path folder) throws IOException {
    Map<Path, String> found = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(file, SavedFiles.digest(file));
      }
    }
    return found;
  }
}
