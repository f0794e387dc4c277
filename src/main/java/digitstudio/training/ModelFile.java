package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
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
            ArrayArchive.begin(zip, JSON);
            zip.write(WRITER.writeValueAsBytes(describe(model)));
            ArrayArchive.write(zip, model, "");
          }
        });
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
    return ArrayArchive.read(file, "model", archive -> read(archive, file));
  }

  private static Model read(ArrayArchive archive, Path file) throws IOException {
    JsonNode json = archive.json(JSON, LONGEST_JSON);
    archive.requireVersion(json, FORMAT, VERSION);
    Description described;
    try {
      described = Description.of(json);
    } catch (Problem e) {
      throw new Problem(e, "model.description", file.toString(), e);
    }
    NetworkSpec spec = described.spec();
    Set<String> entries = new LinkedHashSet<>(List.of(JSON));
    entries.addAll(ArrayArchive.arraysOf(spec, ""));
    archive.requireEntries(entries);
    archive.requireRoom(spec.parameters());
    return new Model(
        spec,
        described.scaling(),
        archive.parameters(spec, ""),
        described.config(),
        described.provenance());
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
