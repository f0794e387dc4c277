package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files, whole and broken. */
class ModelFileTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(3, List.of(2), new Activation.LeakyRelu(0.1), 2);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeAModel() throws IOException {
    file = folder.resolve("model.npz");
    ModelFile.write(model(), file);
  }

  private static Model model() {
    return new Model(
        SPEC,
        new PixelScaling(true, true, 0.13, 0.31),
        List.of(
            new float[] {1, -2, 3.5f, 4, 5, 6e-20f},
            new float[] {7, 8},
            new float[] {9, 10, 11, Float.MAX_VALUE},
            new float[] {0, -0f}),
        TrainingConfig.builder().hidden(2).activation(new Activation.LeakyRelu(0.1)).build(),
        new Provenance("Digit Studio", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "B"));
  }

  @Test
  void everythingIsReadBack() {
    Model read = ModelFile.read(file);

    assertEquals(SPEC, read.spec());
    assertEquals(model().scaling(), read.scaling());
    assertEquals(model().config(), read.config());
    assertEquals(model().provenance(), read.provenance());
    assertEquals(4, read.parameters().size());
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(model().parameters().get(i), read.parameters().get(i));
    }
  }

  @Test
  void manyBufferfulsAreReadBack() throws IOException {
    NetworkSpec wide = new NetworkSpec(201, List.of(307), new Activation.Relu(), 10);
    float[] weights = new float[201 * 307];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i;
    }
    ModelFile.write(
        new Model(
            wide,
            PixelScaling.PLAIN,
            List.of(weights, new float[307], new float[3070], new float[10]),
            TrainingConfig.DEFAULT,
            model().provenance()),
        file);
    assertArrayEquals(weights, ModelFile.read(file).parameters().get(0));
  }

  @Test
  void theDescriptionComesFirstAndTheArraysStartAtAMultipleOf64() throws IOException {
    Map<String, byte[]> entries = entries();
    assertEquals(
        List.of("model.json", "W1.npy", "b1.npy", "W2.npy", "b2.npy"),
        List.copyOf(entries.keySet()));
    byte[] weights = entries.get("W1.npy");
    assertEquals(0, (weights.length - 6 * Float.BYTES) % 64);
    String header = new String(weights, 10, 60, StandardCharsets.US_ASCII);
    assertTrue(
        header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"), header);
  }

  @Test
  void equalModelsAreEqualFiles() throws IOException {
    byte[] first = Files.readAllBytes(file);
    ModelFile.write(model(), file);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("disk full");
                }));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void whatIsNoModelIsRefusedByName() throws IOException {
    refused("model.none", folder.resolve("absent.npz"));
    refused("model.folder", folder);
    Files.write(file, new byte[0]);
    refused("model.empty", file);
    Files.writeString(file, "not a zip");
    refused("model.notOne", file);
    rewrite(entries -> entries.remove("model.json"));
    refused("model.notOne", file);
    rewrite(entries -> entries.put("model.json", utf8("not json")));
    refused("model.notOne", file);
    rewrite(entries -> entries.put("model.json", utf8("{}")));
    refused("model.notOne", file);
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 2; length < whole.length; length += 37) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(Problem.class, () -> ModelFile.read(file));
    }
  }

  @Test
  void aFlippedBitInTheWeightsIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] seven = {0, 0, (byte) 0xE0, 0x40};
    bytes[indexOf(bytes, seven)] ^= 1;
    Files.write(file, bytes);
    refused("model.damaged", file);
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    rewriteJson("\"version\" : 1", "\"version\" : 2");
    Problem problem = refused("model.version", file);
    assertTrue(problem.getMessage().contains("version 2"));
  }

  @Test
  void aDescriptionOfNothingIsRefused() throws IOException {
    rewriteJson("\"inputs\" : 3", "\"inputs\" : 0");
    refused("model.description", file);
  }

  @Test
  void missingAndExtraArraysAreRefused() throws IOException {
    rewrite(entries -> entries.remove("b2.npy"));
    refused("model.missing", file);
    rewrite(entries -> entries.put("W3.npy", new byte[] {1}));
    refused("model.extra", file);
  }

  @Test
  void anArrayOfAnotherKindIsRefused() throws IOException {
    rewriteHeader("'<f4'", "'<f8'");
    refused("model.arrayType", file);
    rewriteHeader("'<f4'", "'>f4'");
    refused("model.arrayType", file);
    rewriteHeader("False", "True ");
    refused("model.arrayOrder", file);
    rewriteHeader("(3, 2)", "(2, 3)");
    refused("model.arrayShape", file);
    rewriteHeader("NUMPY", "MUMPY");
    refused("model.notAnArray", file);
  }

  @Test
  void anArrayThatIsTooShortOrTooLongIsRefused() throws IOException {
    rewrite(entries -> entries.merge("W1.npy", new byte[0], (w, e) -> Arrays.copyOf(w, 130)));
    refused("model.damaged", file);
    rewrite(
        entries -> entries.merge("W1.npy", new byte[0], (w, e) -> Arrays.copyOf(w, w.length + 1)));
    refused("model.arrayTooLong", file);
  }

  @Test
  void weightsThatAreNotFiniteAreRefused() throws IOException {
    byte[] nan = {0, 0, (byte) 0xC0, 0x7F};
    rewrite(
        entries -> {
          byte[] biases = entries.get("b1.npy");
          System.arraycopy(nan, 0, biases, biases.length - 4, 4);
        });
    refused("model.notFinite", file);
  }

  @Test
  void aShapeThatTheFileCannotHoldTakesNoMemory() throws IOException {
    rewriteJson("\"inputs\" : 3", "\"inputs\" : 200000000");
    refused("model.damaged", file);
  }

  @Test
  void aDescriptionThatUnpacksWithoutEndIsRefused() throws IOException {
    rewrite(entries -> entries.put("model.json", new byte[64 << 20]));
    assertTrue(Files.size(file) < 1 << 20);
    refused("model.notOne", file);
  }

  private Problem refused(String key, Path path) throws IOException {
    Problem problem = assertThrows(Problem.class, () -> ModelFile.read(path));
    assertEquals(key, problem.key());
    assertTrue(problem.getMessage().startsWith(path + ":"), problem.getMessage());
    writeAModel();
    return problem;
  }

  private void rewriteJson(String from, String to) throws IOException {
    rewrite(
        entries ->
            entries.computeIfPresent(
                "model.json",
                (name, json) -> {
                  String text = new String(json, StandardCharsets.UTF_8);
                  assertTrue(text.contains(from), text);
                  return utf8(text.replace(from, to));
                }));
  }

  private void rewriteHeader(String from, String to) throws IOException {
    rewrite(
        entries ->
            entries.computeIfPresent(
                "W1.npy",
                (name, array) -> {
                  String text = new String(array, StandardCharsets.ISO_8859_1);
                  return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
                }));
  }

  private void rewrite(Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> entries = entries();
    change.accept(entries);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.transferTo(bytes);
        entries.put(entry.getName(), bytes.toByteArray());
      }
    }
    return entries;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
