package digitstudio.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Disks that are full, that become so in the middle, and that let nothing be written. */
final class DiskFaults extends Faults {
  private final Path oldStores;
  private final Path runFile;

  DiskFaults(
      Studio studio, Path folder, Path sample, Path oldStores, Path runFile, Findings findings) {
    super(studio, folder, sample, findings);
    this.oldStores = oldStores;
    this.runFile = runFile;
  }

  @Override
  void tryAll() throws Exception {
    attempt("full disk: store", () -> storeOn(disk -> disk.fill(0), disk -> disk.free(), 1));
    attempt("full disk: files", () -> filesOn(disk -> disk.fill(0), disk -> disk.free(), 1));
    attempt("full disk: an old store", () -> oldStoreOn(disk -> disk.fill(0), Disk::free));
    attempt("full disk: the program's own folders", this::ownFolders);
    for (int left : new int[] {0, 8, 64, 256}) {
      attempt(
          "disk that fills up in a training, " + left + " KiB left, and is freed",
          () -> fillsUp(left, true));
    }
    attempt("disk that fills up in a training and stays full", () -> fillsUp(16, false));
    attempt(
        "read-only disk: store",
        () -> storeOn(disk -> disk.lock(true), disk -> disk.lock(false), 2));
    attempt(
        "read-only disk: files",
        () -> filesOn(disk -> disk.lock(true), disk -> disk.lock(false), 2));
    attempt(
        "read-only disk: an old store",
        () -> oldStoreOn(disk -> disk.lock(true), disk -> disk.lock(false)));
    attempt("read-only home", this::readOnlyHome);
  }

  /** Something done to a disk. */
  private interface Change {
    void on(Disk disk) throws Exception;
  }

  private Disk disk(String name, int mebibytes) throws Exception {
    return Disk.of(Files.createTempDirectory(folder, name), mebibytes);
  }

  private void storeOn(Change take, Change give, int code) throws Exception {
    try (Disk disk = disk("store", 4)) {
      Path store = disk.file("runs.db");
      Map<Long, Integer> before = putStore(store);
      take.on(disk);
      expect("train, new store", 0, 1, studio.run(words(SHORT, "--store", disk.file("new.db"))));
      expect("train", 0, 1, studio.run(words(SHORT, "--store", store)));
      expect("rename", code, 1, studio.run("runs", "rename", "1", "x", "--store", store.toString()));
      expect("delete", code, 1, studio.run("runs", "delete", "1", "--store", store.toString()));
      expect("runs", code, 1, studio.run("runs", "--store", store.toString()));
      expect(
          "import", code, 1, studio.run("import", runFile.toString(), "--store", store.toString()));
      Path out = folder.resolve("from-taken.digitrun");
      expect(
          "export", code, 1, studio.run("export", "1", out.toString(), "--store", store.toString()));
      findings.require(!Files.exists(out), "export left a file");
      give.on(disk);
      requireWell("afterwards", store, before);
      expect("train afterwards", 0, 0, studio.run(words(SHORT, "--store", store)));
      requireFinished("afterwards", store, 2);
    }
  }

  private void filesOn(Change take, Change give, int code) throws Exception {
    try (Disk disk = disk("files", 4)) {
      Path store = folder.resolve("files-" + code + ".db");
      Map<Long, Integer> before = putStore(store);
      String[] names = {"m.npz", "r.json", "x.digitrun", "r.html", "r.pdf", "r.md", "r.tex"};
      for (String name : names) {
        SavedFiles.write(disk.file(name), "what was there before");
      }
      take.on(disk);
      var there = digests(disk.file(""));
      Path elsewhere = folder.resolve("elsewhere-" + code + ".npz");
      expect(
          "train --json",
          code,
          1,
          studio.run(words(SHORT, "--store", store, "--json", disk.file("r.json"), "--out",
              elsewhere)));
      if (code == 1) {
        findings.require(Files.exists(elsewhere), "the model on the other disk was not written");
      }
      expect(
          "train --out",
          code,
          1,
          studio.run(words(SHORT, "--no-store", "--out", disk.file("m.npz"))));
      expect(
          "export",
          code,
          1,
          studio.run(words("export 1", disk.file("x.digitrun"), "--store", store)));
      for (String ending : new String[] {"html", "pdf", "md", "tex"}) {
        expect(
            "report " + ending,
            code,
            1,
            studio.run(words("report 1 --out", disk.file("r." + ending), "--store", store)));
      }
      var now = digests(disk.file(""));
      now.keySet().removeIf(file -> file.getParent().toString().endsWith("-figures"));
      findings.require(there.equals(now), "files changed: " + there + " and now " + now);
      give.on(disk);
      requireWell("afterwards", store, before);
    }
  }

  private void oldStoreOn(Change take, Change give) throws Exception {
    for (Path old : SavedFiles.in(oldStores)) {
      try (Disk disk = disk("old", 2)) {
        Path store = disk.file("runs.db");
        Files.copy(old, store);
        Path copy = Files.createTempDirectory(folder, "expected").resolve("runs.db");
        Files.copy(old, copy);
        Map<Long, Integer> expected = Stores.fingerprints(copy);
        take.on(disk);
        Studio.Outcome outcome = studio.run("runs", "--store", store.toString());
        expect("runs", outcome.code() == 2 ? 2 : 1, 1, outcome);
        give.on(disk);
        requireWell("afterwards", store, expected);
      }
    }
  }

  private void ownFolders() throws Exception {
    try (Disk disk = disk("own", 2)) {
      Files.createDirectories(disk.file("home"));
      disk.fill(0);
      Path store = folder.resolve("own.db");
      Map<Long, Integer> before = putStore(store);
      expect(
          "train with a full disk of logs and settings",
          0,
          0,
          studio.at(disk.file("home")).runIn(folder, words(SHORT, "--store", store)));
      // SQLite's library is unpacked there at every start.
      expect(
          "train with a full disk of temporary files",
          0,
          1,
          studio.with("-Djava.io.tmpdir=" + disk.file("home")).run(words(SHORT, "--store", store)));
      expect(
          "train with a full cache",
          1,
          1,
          studio
              .where("XDG_CACHE_HOME", disk.file("home").toString())
              .run(words(SHORT, "--no-store")));
      requireWell("afterwards", store, before);
    }
  }

  private void fillsUp(int left, boolean freed) throws Exception {
    try (Disk disk = disk("fills", 8)) {
      Path store = disk.file("runs.db");
      Map<Long, Integer> before = putStore(store);
      Training training = new Training(studio, "--store", store);
      disk.fill(left);
      training.awaitComplaint();
      training.awaitMore(5);
      if (freed) {
        disk.free();
        Studio.Outcome outcome = expect("train", 0, 2, training.end());
        findings.require(outcome.complained().size() > 0, "it said nothing");
        requireWell("afterwards", store, before);
        requireFinished("afterwards", store, LONG_EPOCHS);
      } else {
        expect("train", 0, 2, training.end());
        disk.free();
        requireWell("afterwards", store, before);
      }
    }
  }

  private void readOnlyHome() throws Exception {
    try (Disk disk = disk("home", 2)) {
      Files.createDirectories(disk.file("home"));
      disk.lock(true);
      Path out = folder.resolve("from-locked.npz");
      expect(
          "train in a read-only home",
          0,
          1,
          studio.at(disk.file("home")).runIn(folder, words(SHORT, "--out", out)));
      findings.require(
          SavedFiles.wrongWith(out).isEmpty(), "the model of a read-only home is not whole");
    }
  }
}
