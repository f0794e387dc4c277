package digitstudio.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunFile;
import digitstudio.text.Problem;
import digitstudio.training.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The known tricks with ZIP files, against both kinds of file that come from other people. */
class HostileArchivesTest {
  private static final int MANY = 100_000;
  private static final int BOMB_BYTES = 64 << 20;

  private static byte[] model;
  private static byte[] run;

  @TempDir private Path folder;

  /** A file as the program writes it, and its reader. */
  private record Kind(String name, byte[] sample, Consumer<Path> reader) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void makeSamples() {
    model = SampleFiles.model();
    run = SampleFiles.run();
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("model.npz", model, ModelFile::read),
        new Kind("run.digitrun", run, RunFile::read));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void namesThatLeaveTheFolderWriteNothing(Kind kind) throws IOException {
    Path outside = folder.resolve("outside");
    for (String name : new String[] {"../outside", "/tmp/../" + outside, "..\\outside", "C:\\x"}) {
      refused(kind, entries -> with(entries, name, new byte[] {1}));
    }
    assertFalse(Files.exists(outside));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aHundredThousandEntriesAreRefused(Kind kind) throws IOException {
    refused(
        kind,
        entries -> {
          for (int i = 0; i < MANY; i++) {
            entries.put("x" + i, new byte[0]);
          }
          return entries;
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aBombInThePlaceOfADescriptionOrOfWeightsIsRefused(Kind kind) throws IOException {
    byte[] bomb = new byte[BOMB_BYTES];
    String description =
        entries(kind.sample()).keySet().stream()
            .filter(name -> name.endsWith(".json"))
            .findFirst()
            .orElseThrow();
    refused(kind, entries -> with(entries, description, bomb));
    String array = firstArray(kind);
    refused(kind, entries -> with(entries, array, bomb));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anArchiveInTheArchiveIsRefused(Kind kind) throws IOException {
    refused(kind, entries -> with(entries, "inner.zip", kind.sample()));
    String array = firstArray(kind);
    refused(kind, entries -> with(entries, array, kind.sample()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void weightsThatAreNoNumbersAreRefused(Kind kind) throws IOException {
    String array = firstArray(kind);
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      refused(
          kind,
          entries -> {
            byte[] bytes = entries.get(array).clone();
            ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(bytes.length - Float.BYTES, value);
            return with(entries, array, bytes);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void descriptionsThatLieAboutShapesAreRefused(Kind kind) throws IOException {
    for (String hidden : new String[] {"-1", "0", "2147483647", "1e300", "2.5", "null", "[[2]]"}) {
      refused(
          kind,
          entries -> {
            entries.replaceAll(
                (name, bytes) ->
                    name.endsWith(".json")
                        ? text(bytes)
                            .replaceAll(
                                "\"hidden\"\\s*:\\s*\\[[^]]*]", "\"hidden\":[" + hidden + "]")
                            .getBytes(StandardCharsets.UTF_8)
                        : bytes);
            return entries;
          });
    }
  }

  private void refused(Kind kind, UnaryOperator<Map<String, byte[]>> change) throws IOException {
    Path file = folder.resolve(kind.name());
    Files.write(file, zip(change.apply(entries(kind.sample()))));
    Problem problem = assertThrows(Problem.class, () -> kind.reader().accept(file));
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      String sentence = problem.sentence(locale);
      assertTrue(sentence.contains(kind.name()), sentence);
      assertTrue(sentence.length() < 1000, sentence);
    }
  }

  private static String firstArray(Kind kind) throws IOException {
    return entries(kind.sample()).keySet().stream()
        .filter(name -> name.endsWith("W1.npy"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, byte[]> with(
      Map<String, byte[]> entries, String name, byte[] content) {
    entries.put(name, content);
    return entries;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] sample) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sample))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
