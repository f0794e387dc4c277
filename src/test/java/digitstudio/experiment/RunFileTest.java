package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunStore.Weights;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run files go out and come back as they were; whatever lies is refused with one sentence. */
class RunFileTest {
  @TempDir private Path folder;

  private RunStore store;
  private long id;

  @BeforeEach
  void recordARun() {
    store = RunStore.open(folder.resolve("runs.db"));
    TrainingConfig config = SampleRuns.CONFIG.toBuilder().standardization(true).build();
    id = SampleRuns.recorded(store, config);
    store.describe(id, "一次训练", "a note", true);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path exported() throws IOException {
    Path file = folder.resolve("run.digitrun");
    RunFile.write(store.kept(id).orElseThrow(), file);
    return file;
  }

  @Test
  void anExportedRunIsImportedAsItWas() throws IOException {
    try (RunStore elsewhere = RunStore.open(folder.resolve("elsewhere.db"))) {
      long there = elsewhere.add(RunFile.read(exported()));
      RunDetails first = store.details(id).orElseThrow();
      RunDetails second = elsewhere.details(there).orElseThrow();
      assertEquals(first.epochs(), second.epochs());
      assertEquals(first.provenance(), second.provenance());
      RunSummary expected = first.summary();
      RunSummary actual = second.summary();
      assertEquals("一次训练", actual.name());
      assertEquals("a note", actual.notes());
      assertTrue(actual.starred());
      assertEquals(expected.started(), actual.started());
      assertEquals(expected.config(), actual.config());
      assertEquals(expected.state(), actual.state());
      assertEquals(expected.last(), actual.last());
      assertEquals(expected.best(), actual.best());
      assertEquals(expected.testAccuracy(), actual.testAccuracy());
      assertEquals(expected.trainingSeconds(), actual.trainingSeconds());
      assertArrayEquals(
          first.test().orElseThrow().confusion().counts(),
          second.test().orElseThrow().confusion().counts());
      for (Weights which : Weights.values()) {
        RunStoreTest.assertSame(
            store.model(id, which).orElseThrow(), elsewhere.model(there, which).orElseThrow());
      }
    }
  }

  @Test
  void aDivergedCurveComesBackWithItsInfinities() throws IOException {
    EpochResult bad =
        new EpochResult(
            1, Double.POSITIVE_INFINITY, 0.1, Double.NaN, Double.NaN, Double.NaN, 0.5, 1);
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    recorder.epochEnded(bad);
    recorder.failed(new Problem("json.missing", "seed"));
    Path file = folder.resolve("bad.digitrun");
    RunFile.write(store.kept(recorder.id()).orElseThrow(), file);
    KeptRun read = RunFile.read(file);
    assertEquals(bad, read.details().epochs().get(0));
    assertEquals(RunState.FAILED, read.details().summary().state());
    assertTrue(read.last().isEmpty());
  }

  @Test
  void aRunThatGoesOnIsNotExported() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    Path file = folder.resolve("early.digitrun");
    KeptRun run = store.kept(recorder.id()).orElseThrow();
    assertEquals(
        "runFile.goesOn", assertThrows(Problem.class, () -> RunFile.write(run, file)).key());
    assertFalse(Files.exists(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"hidden\" : [ 4 ] | \"hidden\" : [ 5 ] | model.arrayShape",
        "\"hidden\" : [ 4 ] | \"hidden\" : [ 500000 ] | runFile.damaged",
        "\"hidden\" : [ 4 ] | \"hidden\" : [ 4, 4 ] | runFile.missing",
        "\"hidden\" : [ 4 ] | \"hidden\" : [ ] | runFile.extra",
        "\"hidden\" : [ 4 ] | \"hidden\" : \"four\" | runFile.description",
        "\"inputs\" : 784 | \"inputs\" : -1 | runFile.description",
        "\"outputs\" : 10 | \"outputs\" : 11 | runFile.description",
        "\"pixelDeviation\" : 0.5 | \"pixelDeviation\" : 0 | runFile.description",
        "\"version\" : 2 | \"version\" : 3 | runFile.version",
        "\"format\" : \"digit-studio run\" | \"format\" : \"other\" | runFile.notOne",
        "\"state\" : \"FINISHED\" | \"state\" : \"RUNNING\" | runFile.description",
        "\"state\" : \"FINISHED\" | \"state\" : 7 | runFile.description",
        "\"epoch\" : 2 | \"epoch\" : 7 | runFile.description",
        "\"trainLoss\" : 0.5 | \"trainLoss\" : \"much\" | runFile.description",
        "\"trainAccuracy\" : 0.902 | \"trainAccuracy\" : 1.5 | runFile.description",
        "\"epochs\" : 5 | \"epochs\" : 2 | runFile.description",
        "\"started\" : \" | \"started\" : \"yesterday | runFile.description",
        "\"best/\" | \"worst/\" | runFile.description",
        "\"notes\" : \"a note\" | \"notes\" : [ ] | runFile.description",
        "\"group\" | \"gruppe\" | runFile.description",
        "\"seed\" : 1 | \"seed\" : 1e99 | runFile.description",
      })
  void whatLiesIsRefused(String from, String to, String key) throws IOException {
    Path file = exported();
    Map<String, byte[]> entries = entries(file);
    String json = new String(entries.get("run.json"), StandardCharsets.UTF_8);
    assertTrue(json.contains(from), json);
    entries.put("run.json", json.replaceFirst(quote(from), to).getBytes(StandardCharsets.UTF_8));
    write(file, entries);
    assertEquals(key, refusal(file));
  }

  private static String quote(String text) {
    return Pattern.quote(text);
  }

  private static String refusal(Path file) {
    return assertThrows(Problem.class, () -> RunFile.read(file)).key();
  }

  @Test
  void aMissingEntryIsNamed() throws IOException {
    Path file = exported();
    Map<String, byte[]> entries = entries(file);
    entries.remove("best/b2.npy");
    write(file, entries);
    Problem problem = assertThrows(Problem.class, () -> RunFile.read(file));
    assertEquals("runFile.missing", problem.key());
    assertEquals("best/b2.npy", problem.arguments().get(1));
  }

  @Test
  void anEntryTooManyIsRefused() throws IOException {
    Path file = exported();
    Map<String, byte[]> entries = entries(file);
    entries.put("../../evil", new byte[1]);
    write(file, entries);
    assertEquals("runFile.extra", refusal(file));
  }

  @Test
  void anArrayThatHoldsMoreThanItSaysIsRefused() throws IOException {
    Path file = exported();
    Map<String, byte[]> entries = entries(file);
    byte[] array = entries.get("final/b1.npy");
    entries.put("final/b1.npy", Arrays.copyOf(array, array.length + 4));
    write(file, entries);
    assertEquals("model.arrayTooLong", refusal(file));
  }

  @Test
  void aBombIsRefusedBeforeItGrows() throws IOException {
    Path file = folder.resolve("bomb.digitrun");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("run.json"));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 80; i++) {
        zip.write(blanks);
      }
    }
    assertEquals("runFile.notOne", refusal(file));
  }

  @Test
  void filesThatAreNoRunsAreNamed() throws IOException {
    assertEquals("runFile.none", refusal(folder.resolve("none")));
    assertEquals("runFile.folder", refusal(folder));
    assertEquals("runFile.empty", refusal(Files.createFile(folder.resolve("empty"))));
    assertEquals("runFile.notOne", refusal(Files.writeString(folder.resolve("text"), "hello")));
    Path file = exported();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertEquals("runFile.damaged", refusal(file));
    // In the first array, where only the checksum can tell.
    whole[whole.length / 4] ^= 1;
    Files.write(file, whole);
    assertTrue(refusal(file).matches("runFile.damaged|model.notFinite"));
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static void write(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  /** Damage by chance, always the same: bits turned, pieces lost, doubled or zeroed. */
  @Test
  void whateverDamageAFileHasItIsReadOrRefusedWithASentence() throws IOException {
    byte[] whole = Files.readAllBytes(exported());
    Path file = folder.resolve("damaged.digitrun");
    for (int seed = 0; seed < 400; seed++) {
      Files.write(file, damaged(whole, new SplittableRandom(seed)));
      try {
        RunFile.read(file).details().summary();
      } catch (Problem e) {
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertFalse(e.sentence(Locale.SIMPLIFIED_CHINESE).contains("Exception"));
      }
    }
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    // Half of the damage is where the names, sizes and settings are: at the two ends.
    int place =
        random.nextBoolean()
            ? random.nextInt(bytes.length)
            : random.nextBoolean()
                ? random.nextInt(Math.min(2000, bytes.length))
                : bytes.length - 1 - random.nextInt(Math.min(600, bytes.length));
    int length = Math.min(1 + random.nextInt(64), bytes.length - place);
    switch (random.nextInt(4)) {
      case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> Arrays.fill(bytes, place, place + length, (byte) 0);
      case 2 -> bytes = Arrays.copyOf(bytes, place);
      default -> {
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, place + length);
        System.arraycopy(bytes, place, longer, place + length, bytes.length - place);
        bytes = longer;
      }
    }
    return bytes;
  }
}
