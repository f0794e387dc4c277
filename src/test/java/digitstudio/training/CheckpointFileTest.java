package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final TrainingData DATA = SmallMnist.of(200, 20);
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(4).epochs(3).batchSize(40).build();
  private static final Checkpoint TAKEN = taken();

  @TempDir private Path folder;
  private Path file;
  private Path before;

  private static Checkpoint taken() {
    List<Checkpoint> taken = new ArrayList<>();
    Checkpointing second =
        new Checkpointing() {
          @Override
          public Optional<Checkpoint> start() {
            return Optional.empty();
          }

          @Override
          public boolean isDue(boolean epochEnded) {
            return true;
          }

          @Override
          public void keep(Supplier<Checkpoint> moment) {
            taken.add(moment.get());
          }
        };
    new Trainer(CONFIG, DATA)
        .run(
            new TrainingListener() {
              @Override
              public Checkpointing checkpointing() {
                return second;
              }
            },
            new StopSignal());
    return taken.get(5);
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("7.checkpoint");
    before = folder.resolve("7.checkpoint.before");
    CheckpointFile.write(TAKEN, Map.of("started", "now"), file, before);
  }

  private static void assertTaken(Checkpoint read) {
    assertEquals(TAKEN.config(), read.config());
    assertEquals(TAKEN.provenance(), read.provenance());
    assertEquals(TAKEN.epochs(), read.epochs());
    assertEquals(TAKEN.step(), read.step());
    assertEquals(TAKEN.chanceState(), read.chanceState());
    assertArrayEquals(TAKEN.order(), read.order());
    for (int i = 0; i < TAKEN.optimizer().size(); i++) {
      assertArrayEquals(TAKEN.optimizer().get(i), read.optimizer().get(i));
    }
  }

  private static Problem refused(Path file) {
    return assertThrows(Problem.class, () -> CheckpointFile.read(file));
  }

  @Test
  void aCheckpointComesBackAsItWas() {
    assertTaken(CheckpointFile.read(file));
    CheckpointFile.Head head = CheckpointFile.head(file);
    assertEquals(Map.of("started", "now"), head.labels());
    assertEquals(TAKEN.epoch(), head.epoch());
    assertEquals(1, head.epochsDone());
  }

  @Test
  void theOneBeforeIsKept() throws IOException {
    byte[] first = Files.readAllBytes(file);
    assertFalse(Files.exists(before));
    CheckpointFile.write(TAKEN, Map.of(), file, before);
    assertArrayEquals(first, Files.readAllBytes(before));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void oneThatIsCutShortIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
      refused(file);
    }
  }

  @Test
  void aChangedBitIsFoundOrChangesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(2);
    int found = 0;
    for (int i = 0; i < 150; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      try {
        // Times, attributes and the like are in a ZIP file too.
        assertTaken(CheckpointFile.read(file));
      } catch (Problem e) {
        found++;
      }
    }
    assertTrue(found > 130, "found " + found);
  }

  /** Rewrites an entry, with a checksum that fits. */
  private void change(String entry, UnaryOperator<byte[]> change) throws IOException {
    Path changed = folder.resolve("changed");
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry each : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(each).readAllBytes();
        out.putNextEntry(new ZipEntry(each.getName()));
        out.write(each.getName().equals(entry) ? change.apply(bytes) : bytes);
      }
    }
    Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private void changeJson(String from, String to) throws IOException {
    change(
        "checkpoint.json",
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertTrue(text.contains(from), text);
          return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        });
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    changeJson("\"version\":1", "\"version\":2");
    assertEquals("checkpoint.version", refused(file).key());
  }

  @Test
  void liesAboutShapesAreRefused() throws IOException {
    changeJson("\"hidden\":[4]", "\"hidden\":[5]");
    assertEquals("model.arrayShape", refused(file).key());
    write();
    changeJson("\"hidden\":[4]", "\"hidden\":[400000]");
    assertEquals("checkpoint.damaged", refused(file).key());
    write();
    changeJson("\"images\":160,\"chance", "\"images\":2147483647,\"chance");
    assertEquals("checkpoint.description", refused(file).key());
  }

  @Test
  void aPlaceThatCannotBeIsRefused() throws IOException {
    changeJson("\"step\":" + TAKEN.step(), "\"step\":" + (TAKEN.step() + 1));
    assertEquals("checkpoint.description", refused(file).key());
    write();
    changeJson("\"epoch\":2,\"begun\"", "\"epoch\":9,\"begun\"");
    assertEquals("checkpoint.description", refused(file).key());
  }

  @Test
  void anOrderThatIsNoneIsRefused() throws IOException {
    change(
        "order.bin",
        bytes -> {
          bytes[2] = 1;
          return bytes;
        });
    assertEquals("checkpoint.order", refused(file).key());
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertEquals("checkpoint.none", refused(folder.resolve("none")).key());
    assertEquals("checkpoint.folder", refused(folder).key());
    Files.writeString(file, "not a checkpoint");
    assertEquals("checkpoint.notOne", refused(file).key());
  }

  private final Deque<Runnable> worker = new ArrayDeque<>();

  private CheckpointWriter writer(List<Problem> told) {
    return new CheckpointWriter(
        file, before, Map.of(), Optional.empty(), worker::add, () -> {}, told::add);
  }

  @Test
  void ofTwoThatWaitTheLastIsWritten() throws IOException {
    Files.delete(file);
    CheckpointWriter writer = writer(new ArrayList<>());
    Checkpoint other = CheckpointFileTest.taken();
    writer.keep(() -> other);
    assertFalse(writer.isDue(true), "while the last is being written");
    writer.keep(() -> TAKEN);
    assertEquals(1, worker.size());
    worker.remove().run();
    writer.await();
    assertTaken(CheckpointFile.read(file));
    assertFalse(Files.exists(before));
  }

  @Test
  void whatCannotBeWrittenIsToldOnceUntilItCanBe() throws IOException {
    Files.delete(file);
    Files.createDirectories(folder.resolve("7.checkpoint.new").resolve("in the way"));
    List<Problem> told = new ArrayList<>();
    CheckpointWriter writer = writer(told);
    for (int i = 0; i < 3; i++) {
      writer.keep(() -> TAKEN);
      worker.remove().run();
    }
    assertEquals(1, told.size());
    assertEquals("checkpoint.unwritable", told.get(0).key());
    assertFalse(told.get(0).getMessage().contains(".tmp"), told.get(0).getMessage());
    Files.delete(folder.resolve("7.checkpoint.new").resolve("in the way"));
    Files.delete(folder.resolve("7.checkpoint.new"));
    writer.keep(() -> TAKEN);
    worker.remove().run();
    assertTaken(CheckpointFile.read(file));
    assertEquals(1, told.size());
  }

  @Test
  void withoutMemoryTheRunGoesOn() {
    List<Problem> told = new ArrayList<>();
    writer(told)
        .keep(
            () -> {
              throw new OutOfMemoryError();
            });
    assertEquals("checkpoint.noMemory", told.get(0).key());
  }
}
