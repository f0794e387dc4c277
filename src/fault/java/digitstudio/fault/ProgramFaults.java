package digitstudio.fault;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Files that vanish, clocks that jump, several programs on one store, and too little memory. */
final class ProgramFaults extends Faults {
  private static final Path FAKE_TIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  private final Path runFile;

  ProgramFaults(Studio studio, Path folder, Path sample, Path runFile, Findings findings) {
    super(studio, folder, sample, findings);
    this.runFile = runFile;
  }

  @Override
  void tryAll() throws Exception {
    attempt("store deleted in a training", this::storeVanishes);
    attempt("store's folder moved away in a training and back", this::folderMoves);
    attempt("checkpoints deleted in a training", this::checkpointsVanish);
    attempt("folder of the model deleted in a training", this::outputVanishes);
    attempt("images missing or cut short", this::imagesVanish);
    attempt("run files and models missing or cut short", this::filesCutShort);
    if (Files.exists(FAKE_TIME)) {
      attempt("clock that jumps in a training", this::clockJumps);
      attempt("clock that is years off at a start", this::clockIsOff);
    } else {
      System.out.println("  left out: the clock that jumps, as there is no libfaketime");
    }
    attempt("time zones", this::timeZones);
    attempt("several programs on one store", this::manyPrograms);
    attempt("a run that another program trains", this::runThatGoesOn);
    attempt("store that another program holds", this::heldStore);
    attempt("memory of Java too small", this::smallHeap);
    attempt("memory of the process too small", this::smallProcess);
    attempt("end asked for by the system", this::terminated);
    attempt("output that nobody reads", this::closedOutput);
  }

  private Path fresh(String name) throws Exception {
    return Files.createTempDirectory(folder, name).resolve("runs.db");
  }

  private static void deleteAll(Path path) throws Exception {
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void storeVanishes() throws Exception {
    Path store = fresh("vanish");
    putStore(store);
    Path model = folder.resolve("vanished.npz");
    Training training = new Training(studio, "--store", store, "--out", model);
    Files.delete(store);
    expect("train", 0, 1, training.end());
    findings.require(SavedFiles.wrongWith(model).isEmpty(), "the model was not written");
  }

  private void folderMoves() throws Exception {
    Path store = fresh("moves");
    Map<Long, Integer> before = putStore(store);
    Training training = new Training(studio, "--store", store);
    Path away = store.getParent().resolveSibling(store.getParent().getFileName() + "-away");
    Files.move(store.getParent(), away);
    training.awaitComplaint();
    training.awaitMore(3);
    Path left = store.getParent();
    if (Files.exists(left)) {
      // What the program made anew meanwhile.
      deleteAll(left);
    }
    Files.move(away, left);
    expect("train", 0, 2, training.end());
    requireWell("afterwards", store, before);
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void checkpointsVanish() throws Exception {
    Path store = fresh("checkpoints");
    Training training = new Training(studio, "--store", store);
    for (int times = 0; times < 5; times++) {
      Path checkpoints = store.resolveSibling("runs.db-checkpoints");
      if (Files.exists(checkpoints)) {
        try {
          deleteAll(checkpoints);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
          // The program was faster.
          continue;
        }
      }
      training.awaitMore(5);
    }
    expect("train", 0, 1, training.end());
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void outputVanishes() throws Exception {
    Path store = fresh("output");
    Path outputs = Files.createTempDirectory(folder, "outputs");
    Training training =
        new Training(
            studio,
            "--store",
            store,
            "--out",
            outputs.resolve("m.npz"),
            "--json",
            outputs.resolve("r.json"));
    deleteAll(outputs);
    expect("train", 1, 2, training.end());
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void imagesVanish() throws Exception {
    Path data = Files.createTempDirectory(folder, "data");
    for (Path file : SavedFiles.in(studio.data())) {
      Files.copy(file, data.resolve(file.getFileName()));
    }
    String images = "t10k-images-idx3-ubyte.gz";
    byte[] whole = Files.readAllBytes(data.resolve(images));
    Files.write(data.resolve(images), java.util.Arrays.copyOf(whole, whole.length / 2));
    expect("train", 2, 1, studio.run(words(SHORT, "--no-store", "--data", data)));
    Files.delete(data.resolve(images));
    expect("train", 2, 1, studio.run(words(SHORT, "--no-store", "--data", data)));
    deleteAll(data);
    expect("train", 2, 1, studio.run(words(SHORT, "--no-store", "--data", data)));
  }

  private void filesCutShort() throws Exception {
    Path store = fresh("cut");
    Map<Long, Integer> before = putStore(store);
    byte[] whole = Files.readAllBytes(runFile);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      Path cut = folder.resolve("cut-" + length + ".digitrun");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      expect("import", 2, 1, studio.run(words("import", cut, "--store", store)));
    }
    expect("import", 2, 1, studio.run(words("import", folder.resolve("no.digitrun"), "--store", store)));
    expect("evaluate", 2, 1, studio.run(words("evaluate", folder.resolve("no.npz"))));
    requireWell("afterwards", store, before);
  }

  /** The clock that people see; the one that measures time spans never jumps on a real system. */
  private Studio withClock(Path clock) {
    return studio
        .where("LD_PRELOAD", FAKE_TIME.toString())
        .where("FAKETIME_TIMESTAMP_FILE", clock.toString())
        .where("FAKETIME_NO_CACHE", "1")
        .where("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .where("DONT_FAKE_MONOTONIC", "1");
  }

  private void clockJumps() throws Exception {
    Path store = fresh("clock");
    Map<Long, Integer> before = putStore(store);
    Path clock = folder.resolve("clock.txt");
    SavedFiles.write(clock, "+0");
    Training training = new Training(withClock(clock), "--store", store);
    for (String jump : List.of("+3650d", "-7300d", "+3600", "-1800", "+0")) {
      SavedFiles.write(clock, jump);
      training.awaitMore(5);
    }
    expect("train", 0, 0, training.end());
    requireWell("afterwards", store, before);
    requireFinished("afterwards", store, LONG_EPOCHS);
    try (RunStore open = RunStore.open(store)) {
      RunSummary run = open.runs().get(0);
      findings.require(
          run.trainingSeconds() > 0 && run.trainingSeconds() < 300,
          "the run took " + run.trainingSeconds() + " s");
    }
  }

  private void clockIsOff() throws Exception {
    Path clock = folder.resolve("clock-off.txt");
    for (String off : List.of("-20000d", "-3650d", "+3650d")) {
      Path store = fresh("off");
      Map<Long, Integer> before = putStore(store);
      SavedFiles.write(clock, "+0");
      Training training = new Training(studio, "--store", store);
      training.awaitEpoch(10);
      training.process().destroyForcibly().waitFor();
      expect(
          "delete", 0, 0, studio.run(words("runs delete 2 --store", store)));
      SavedFiles.write(clock, off);
      Studio elsewhen = withClock(clock);
      expect("train, " + off, 0, 0, elsewhen.run(words(SHORT, "--store", store)));
      expect("runs, " + off, 0, 0, elsewhen.run(words("runs --store", store)));
      Path report = folder.resolve("when.html");
      expect("report, " + off, 0, 0, elsewhen.run(words("report 1 --out", report, "--store", store)));
      // The clock is right again: what was deleted by mistake can still be had back.
      expect("restore after " + off, 0, 0, studio.run(words("runs restore 2 --store", store)));
      expect("resume after " + off, 0, 0, studio.run(words("train --resume 3 --store", store)));
      requireWell("afterwards", store, before);
    }
  }

  private void timeZones() throws Exception {
    Path store = fresh("zones");
    Map<Long, Integer> before = putStore(store);
    for (String zone : List.of("Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "Nowhere/No")) {
      Studio there = studio.where("TZ", zone);
      expect("runs, " + zone, 0, 0, there.run(words("runs --store", store)));
      expect("train, " + zone, 0, 0, there.run(words(SHORT, "--store", store)));
    }
    requireWell("afterwards", store, before);
  }

  private void manyPrograms() throws Exception {
    Path store = fresh("many");
    Map<Long, Integer> before = putStore(store);
    List<Training> trainings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      trainings.add(new Training(studio, "--store", store));
    }
    List<Process> imports = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      imports.add(
          studio.start(
              folder.resolve("import-said-" + i),
              folder.resolve("import-complained-" + i),
              List.of(),
              words("import", runFile, "--store", store)));
    }
    for (int i = 0; i < 4; i++) {
      expect("rename", 0, 0, studio.run(words("runs rename 1", "name " + i, "--store", store)));
      expect("runs", 0, 0, studio.run(words("runs --store", store)));
    }
    for (Process one : imports) {
      findings.require(one.waitFor() == 0, "an import ended with " + one.exitValue());
    }
    for (Training training : trainings) {
      expect("train", 0, 0, training.end());
    }
    requireWell("afterwards", store, before);
    try (RunStore open = RunStore.open(store)) {
      long finished =
          open.runs().stream().filter(run -> run.state() == RunState.FINISHED).count();
      long expected = before.size() + trainings.size() + 1L;
      findings.require(
          finished == expected,
          "of " + expected + " runs (one was imported twice) there are " + finished);
      findings.require(
          open.run(1).orElseThrow().name().equals("name 3"), "the last name of run 1 is lost");
    }
  }

  private void runThatGoesOn() throws Exception {
    Path store = fresh("goes-on");
    Training training = new Training(studio, "--store", store);
    training.awaitEpoch(5);
    expect("resume", 2, 1, studio.run(words("train --resume 1 --store", store)));
    expect("train", 0, 0, training.end());
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void heldStore() throws Exception {
    Path store = fresh("held");
    Map<Long, Integer> before = putStore(store);
    Training training = new Training(studio, "--store", store);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      expect("rename", 1, 1, studio.run(words("runs rename 1 x --store", store)));
      training.awaitComplaint();
      statement.execute("ROLLBACK");
    }
    expect("train", 0, 1, training.end());
    requireWell("afterwards", store, before);
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void smallHeap() throws Exception {
    Path store = fresh("heap");
    Map<Long, Integer> before = putStore(store);
    for (String heap : List.of("16m", "40m", "64m", "96m", "128m")) {
      Studio.Outcome outcome =
          studio.with("-Xms8m", "-Xmx" + heap).run(words(SHORT, "--store", store));
      expect("train in " + heap, outcome.code() == 0 ? 0 : 1, outcome.code() == 0 ? 0 : 1, outcome);
    }
    Studio.Outcome large =
        studio
            .with("-Xmx192m")
            .run(words("train --train-limit 500 --epochs 1 --hidden 12000,4000 --store", store));
    expect("large network", large.code() == 2 ? 2 : 1, 1, large);
    requireWell("afterwards", store, before);
  }

  /** The system's limit of addresses, beyond which nothing more is given. */
  private void smallProcess() throws Exception {
    Path store = fresh("process");
    Map<Long, Integer> before = putStore(store);
    Studio.Outcome outcome =
        studio
            .with("-Xmx256m", "-XX:ReservedCodeCacheSize=64m", "-XX:CompressedClassSpaceSize=64m")
            .runBehind(
                List.of("prlimit", "--as=" + (3500L << 20)),
                words("train --train-limit 500 --epochs 1 --hidden 20000,20000 --store", store));
    expect("large network", outcome.code() == 2 ? 2 : 1, 1, outcome);
    requireWell("afterwards", store, before);
  }

  private void terminated() throws Exception {
    Path store = fresh("terminated");
    Path model = folder.resolve("terminated.npz");
    Training training = new Training(studio, "--store", store, "--out", model);
    training.awaitEpoch(5);
    training.process().destroy();
    expect("train", 130, 0, training.end());
    findings.require(SavedFiles.wrongWith(model).isEmpty(), "the model was not written");
    requireWell("afterwards", store, Map.of());
    expect("resume", 0, 0, studio.run(words("train --resume 1 --store", store)));
    requireFinished("afterwards", store, LONG_EPOCHS);
  }

  private void closedOutput() throws Exception {
    Path store = fresh("closed");
    Path complained = folder.resolve("closed-complained.txt");
    Process full =
        studio.start(Path.of("/dev/full"), complained, List.of(), words(SHORT, "--store", store));
    findings.require(full.waitFor(60, TimeUnit.SECONDS), "it never ended");
    findings.require(
        full.exitValue() == 0 && Studio.lines(complained).isEmpty(),
        "with a full output it ended with " + full.exitValue() + Studio.lines(complained));
    requireFinished("afterwards", store, 2);
    Files.copy(complained, folder.resolve("closed.txt"), StandardCopyOption.REPLACE_EXISTING);
  }
}
