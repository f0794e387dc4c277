package digitstudio.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Models as {@code .npz}: {@code numpy.load} reads W1, b1, W2, …; the entry {@code model.json}
 * holds the rest.
 */
public final class ModelFile {
  /** What model.json calls itself. */
  public static final String FORMAT = "digit-studio model";

  /** Newest version of the format that this program writes and reads. */
  public static final int VERSION = 1;

  private static final String JSON = "model.json";
  private static final int LONGEST_JSON = 1 << 20;

  /** No deflated byte stands for more than this many. */
  private static final long MOST_COMPRESSION = 1032;

  /** ZIP keeps no year before this; one moment for all files makes equal models equal files. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private ModelFile() {}

  /**
   * Writes a model so that the file is whole or not there at all.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Model model, Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // Weights hardly shrink, and an uncompressed file opens at once.
            zip.setLevel(Deflater.NO_COMPRESSION);
            begin(zip, JSON);
            zip.write(WRITER.writeValueAsBytes(describe(model)));
            List<LayerSpec> layers = model.spec().layers();
            for (int i = 0; i < layers.size(); i++) {
              LayerSpec layer = layers.get(i);
              begin(zip, weights(i));
              NpyArray.write(zip, model.parameters().get(2 * i), layer.inputs(), layer.units());
              begin(zip, biases(i));
              NpyArray.write(zip, model.parameters().get(2 * i + 1), layer.units());
            }
          }
        });
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static String weights(int layer) {
    return "W" + (layer + 1) + ".npy";
  }

  private static String biases(int layer) {
    return "b" + (layer + 1) + ".npy";
  }

  private static ObjectNode describe(Model model) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    ObjectNode network = json.putObject("network");
    network.put("inputs", model.spec().inputs());
    model.spec().hidden().forEach(network.putArray("hidden")::add);
    network.put("activation", model.spec().activation().spelling());
    network.put("outputs", model.spec().outputs());
    ObjectNode scaling = json.putObject("scaling");
    scaling.put("contrastStretching", model.scaling().contrastStretching());
    scaling.put("standardization", model.scaling().standardization());
    scaling.put("mean", model.scaling().mean());
    scaling.put("deviation", model.scaling().deviation());
    json.set("config", ConfigJson.write(model.config()));
    json.set("provenance", ConfigJson.write(model.provenance()));
    return json;
  }

  /**
   * Reads a model.
   *
   * @throws Problem naming the file and what is wrong with it
   */
  public static Model read(Path file) {
    try {
      requireZip(file);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return read(zip, file);
      }
    } catch (EOFException | ZipException e) {
      throw new Problem(e, "model.damaged", file.toString());
    } catch (IOException e) {
      throw new Problem(e, "model.unreadable", file.toString());
    }
  }

  private static void requireZip(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new Problem("model.none", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new Problem("model.folder", file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 0) {
        throw new Problem("model.empty", file.toString());
      }
      if (!new String(start, StandardCharsets.ISO_8859_1).equals("PK")) {
        throw new Problem("model.notAModel", file.toString());
      }
    }
  }

  private static Model read(ZipFile zip, Path file) throws IOException {
    JsonNode json = readJson(zip, file);
    requireVersion(json, file);
    Description described;
    try {
      described = Description.of(json);
    } catch (Problem e) {
      throw new Problem(e, "model.description", file.toString(), e);
    }
    requireEntries(zip, described.spec(), file);
    requireRoom(described.spec(), file);
    List<float[]> parameters = new ArrayList<>();
    List<LayerSpec> layers = described.spec().layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      parameters.add(readArray(zip, weights(i), file, layer.inputs(), layer.units()));
      parameters.add(readArray(zip, biases(i), file, layer.units()));
    }
    return new Model(
        described.spec(),
        described.scaling(),
        parameters,
        described.config(),
        described.provenance());
  }

  private static JsonNode readJson(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(JSON);
    if (entry == null) {
      throw new Problem("model.notAModel", file.toString());
    }
    byte[] bytes;
    try (CheckedInputStream in = open(zip, entry)) {
      bytes = in.readNBytes(LONGEST_JSON + 1);
      if (bytes.length > LONGEST_JSON) {
        throw new Problem("model.notAModel", file.toString());
      }
      requireWhole(in, entry);
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Problem(e, "model.notAModel", file.toString());
    }
  }

  private static void requireVersion(JsonNode json, Path file) {
    if (!json.path("format").asText().equals(FORMAT) || !json.path("version").isInt()) {
      throw new Problem("model.notAModel", file.toString());
    }
    int version = json.path("version").intValue();
    if (version != VERSION) {
      throw new Problem(
          "model.version", file.toString(), Integer.toString(version), Integer.toString(VERSION));
    }
  }

  private static void requireEntries(ZipFile zip, NetworkSpec spec, Path file) {
    Set<String> wanted = new LinkedHashSet<>();
    wanted.add(JSON);
    for (int i = 0; i <= spec.hidden().size(); i++) {
      wanted.add(weights(i));
      wanted.add(biases(i));
    }
    Set<String> found = new LinkedHashSet<>();
    zip.stream().map(ZipEntry::getName).forEach(found::add);
    for (String name : wanted) {
      if (!found.contains(name)) {
        throw new Problem("model.missing", file.toString(), name);
      }
    }
    found.removeAll(wanted);
    if (!found.isEmpty()) {
      throw new Problem("model.extra", file.toString(), found.iterator().next());
    }
  }

  /**
   * Refuses a shape that the file cannot hold, or that this Java cannot, before it takes memory.
   */
  private static void requireRoom(NetworkSpec spec, Path file) throws IOException {
    long bytes = spec.parameters() * Float.BYTES;
    if (bytes / MOST_COMPRESSION > Files.size(file)) {
      throw new Problem("model.damaged", file.toString());
    }
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (bytes > free) {
      throw new Problem("model.memory", file.toString(), megabytes(bytes), megabytes(free));
    }
  }

  private static long megabytes(long bytes) {
    return Math.max(1, bytes >> 20);
  }

  private static float[] readArray(ZipFile zip, String name, Path file, int... shape)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    try (CheckedInputStream in = open(zip, entry)) {
      float[] values =
          NpyArray.read(in, file.toString(), name.substring(0, name.indexOf('.')), shape);
      requireWhole(in, entry);
      return values;
    }
  }

  private static CheckedInputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    return new CheckedInputStream(zip.getInputStream(entry), new CRC32());
  }

  /** ZipFile itself does not look at the checksum. */
  private static void requireWhole(CheckedInputStream in, ZipEntry entry) throws ZipException {
    if (in.getChecksum().getValue() != entry.getCrc()) {
      throw new ZipException(entry.getName());
    }
  }

  /** All that model.json says. */
  private record Description(
      NetworkSpec spec, PixelScaling scaling, TrainingConfig config, Provenance provenance) {
    static Description of(JsonNode json) {
      JsonFields fields = new JsonFields(json, JSON);
      TrainingConfig config = ConfigJson.read(object(fields, "config"));
      return new Description(
          spec(new JsonFields(object(fields, "network"), "network")),
          scaling(new JsonFields(object(fields, "scaling"), "scaling")),
          config,
          ConfigJson.readProvenance(object(fields, "provenance")));
    }

    private static JsonNode object(JsonFields fields, String name) {
      return required(fields.object(name), name);
    }

    private static NetworkSpec spec(JsonFields fields) {
      return new NetworkSpec(
          required(fields.count("inputs"), "inputs"),
          ConfigJson.counts(required(fields.array("hidden"), "hidden")),
          Activation.parse(required(fields.text("activation"), "activation")),
          required(fields.count("outputs"), "outputs"));
    }

    private static PixelScaling scaling(JsonFields fields) {
      double mean = required(fields.number("mean"), "mean");
      double deviation = required(fields.number("deviation"), "deviation");
      Settings.requirePositive("deviation", deviation);
      Settings.requireBetween("mean", mean, -1, 256);
      return new PixelScaling(
          required(fields.flag("contrastStretching"), "contrastStretching"),
          required(fields.flag("standardization"), "standardization"),
          mean,
          deviation);
    }

    private static <T> T required(Optional<T> value, String field) {
      return value.orElseThrow(() -> new Problem("json.missing", field));
    }
  }
}
