package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import digitstudio.training.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.NativeLibraryNotFoundException;

/** Stores that cannot be opened or written: one sentence each, and nothing lost. */
class BadStoresTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("runs.db");
  }

  private static String refusal(Path file) {
    return assertThrows(Problem.class, () -> RunStore.open(file, 50)).key();
  }

  private long oneRun() {
    try (RunStore store = RunStore.open(file())) {
      return SampleRuns.recorded(store, SampleRuns.CONFIG);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  @Test
  void aFolderIsNoStore() {
    assertEquals("store.folder", refusal(folder));
  }

  @Test
  void missingFoldersAreMade() {
    Path deep = folder.resolve("a/b/runs.db");
    RunStore.open(deep).close();
    assertTrue(Files.exists(deep));
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    assertEquals("store.noFolder", refusal(plain.resolve("runs.db")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeWrittenIsNamed() {
    assertEquals("store.readOnly", refusal(Path.of("/proc/runs.db")));
  }

  @Test
  void aStoreOfANewerVersionIsLeftAlone() throws Exception {
    oneRun();
    sql("PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file());
    assertEquals("store.newer", refusal(file()));
    assertArrayEquals(before, Files.readAllBytes(file()));
  }

  @Test
  void aDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    sql("CREATE TABLE songs (title TEXT)");
    assertEquals("store.notAStore", refusal(file()));
    sql("INSERT INTO songs VALUES ('still here')");
  }

  @Test
  void aStoreThatAnotherProgramHoldsIsRefusedAndThenOpened() throws Exception {
    oneRun();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertEquals("store.locked", refusal(file()));
      statement.execute("ROLLBACK");
    }
    try (RunStore store = RunStore.open(file())) {
      assertEquals(1, store.runs().size());
    }
  }

  @Test
  void aDamagedStoreIsKeptAsideAndAFreshOneBegun() throws Exception {
    byte[] garbage = "This is not a database at all. ".repeat(50).getBytes(StandardCharsets.UTF_8);
    Files.write(file(), garbage);
    try (RunStore store = RunStore.open(file())) {
      assertEquals(List.of(), store.runs());
      Problem warning = store.warning().orElseThrow();
      assertEquals("store.setAside", warning.key());
      Path aside = Path.of(warning.arguments().get(1).toString());
      assertArrayEquals(garbage, Files.readAllBytes(aside));
      SampleRuns.recorded(store, SampleRuns.CONFIG);
    }
    try (RunStore store = RunStore.open(file())) {
      assertTrue(store.warning().isEmpty());
      assertEquals(1, store.runs().size());
    }
  }

  @Test
  void aStoreThatIsCutShortOrOverwrittenIsKeptAside() throws Exception {
    oneRun();
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
    try (RunStore store = RunStore.open(file())) {
      assertTrue(store.warning().isPresent());
    }
    Arrays.fill(whole, 8192, whole.length, (byte) 0x55);
    Files.write(file(), whole);
    try (RunStore store = RunStore.open(file())) {
      assertTrue(store.warning().isPresent());
      assertEquals(List.of(), store.runs());
    }
    try (var files = Files.list(folder)) {
      assertEquals(2, files.filter(f -> f.toString().endsWith(".db")).count() - 1);
    }
  }

  @Test
  void aDamagedStoreThatAnotherStudioHasOpenStaysWhereItIs() throws Exception {
    try (RunStore store = RunStore.open(file())) {
      SampleRuns.recorded(store, SampleRuns.CONFIG);
      // Else the journal would still hold every page.
      sql("PRAGMA wal_checkpoint(TRUNCATE)");
      byte[] garbage = new byte[20_000];
      Arrays.fill(garbage, (byte) 7);
      Files.write(file(), garbage);
      assertEquals("store.damagedInUse", refusal(file()));
      assertTrue(Files.exists(file()));
    }
  }

  @Test
  void aRowThatCannotBeReadHidesItselfAlone() throws Exception {
    long first = oneRun();
    long second = oneRun();
    sql("UPDATE runs SET config = '{\"activation\": \"swish\"}' WHERE id = " + first);
    try (RunStore store = RunStore.open(file())) {
      assertEquals(List.of(second), store.runs().stream().map(RunSummary::id).toList());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStoreThatVanishedIsToldAndWrittenWhenItIsBack() throws Exception {
    List<Problem> told = new ArrayList<>();
    long id;
    try (RunStore store = RunStore.open(file())) {
      store.addProblemObserver(told::add);
      RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
      id = recorder.id();
      Path elsewhere = folder.resolve("elsewhere.db");
      Files.move(file(), elsewhere);
      recorder.epochEnded(SampleRuns.epoch(1));
      recorder.finished(SampleRuns.finished(SampleRuns.CONFIG, 1));
      assertEquals("store.vanished", told.get(0).key());
      assertEquals(
          "store.vanished",
          assertThrows(Problem.class, () -> store.record(SampleRuns.CONFIG, "", "")).key());
      assertFalse(Files.exists(file()));
      Files.move(elsewhere, file());
    }
    try (RunStore store = RunStore.open(file())) {
      assertEquals(RunState.FINISHED, store.run(id).orElseThrow().state());
      assertEquals(List.of(SampleRuns.epoch(1)), store.details(id).orElseThrow().epochs());
    }
  }

  @Test
  void whatAFullDiskRefusesIsWrittenWhenThereIsRoom() throws Exception {
    long id = oneRun();
    StoreFile file = new StoreFile(file(), 50);
    List<String> told = new ArrayList<>();
    List<Long> changed = new ArrayList<>();
    try (StoreOwner owner = StoreOwner.of(file());
        Database database = file.open(owner);
        WriteQueue queue =
            new WriteQueue(database, file, changed::add, problem -> told.add(problem.key()))) {
      database.run("PRAGMA max_page_count = 1");
      queue.add(
          id,
          within -> {
            within.run("CREATE TABLE filler (content BLOB)");
            within.update("INSERT INTO filler VALUES (?)", new byte[100_000]);
          });
      queue.flush();
      queue.flush();
      assertEquals(List.of("store.full"), told);
      assertEquals(List.of(), changed);
      database.run("PRAGMA max_page_count = 1000000");
      queue.flush();
      assertEquals(List.of(id), changed);
    }
  }

  @Test
  void aLibraryThatCouldNotBeUnpackedIsNamedAlikeHoweverItIsMet() throws Exception {
    SQLException first =
        new SQLException("Error opening connection", new NativeLibraryNotFoundException("none"));
    Problem problem = StoreProblems.of(first, file());
    assertEquals("store.notLoaded", problem.key());
    Problem later = StoreProblems.notLoaded(new UnsatisfiedLinkError("_open_utf8"), file());
    assertEquals(problem.getMessage(), later.getMessage());
  }

  @Test
  void aWriteThatCanNeverSucceedDoesNotHoldUpTheOthers() throws Exception {
    long id = oneRun();
    StoreFile file = new StoreFile(file(), 50);
    List<String> told = new ArrayList<>();
    List<Long> changed = new ArrayList<>();
    try (StoreOwner owner = StoreOwner.of(file());
        Database database = file.open(owner);
        WriteQueue queue =
            new WriteQueue(database, file, changed::add, problem -> told.add(problem.key()))) {
      queue.add(77, within -> within.run("UPDATE nothing SET x = 1"));
      queue.add(id, within -> within.update("UPDATE runs SET notes = 'n' WHERE id = ?", id));
      queue.flush();
      assertEquals(List.of("store.failed"), told);
      assertEquals(List.of(id), changed);
    }
  }
}
