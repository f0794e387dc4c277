package digitstudio.experiment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as a file.
 *
 * <pre>{@code
 * {"name": "learning rates", "preset": "default", "config": {"epochs": 5},
 *  "grid": {"learningRate": [0.1, 0.01], "hidden": [[64], [256, 128]],
 *           "dropout": {"from": 0, "to": 0.5, "count": 3}},
 *  "random": 20, "randomSeed": 1, "seeds": 3}
 * }</pre>
 *
 * @param name what its runs are grouped under
 * @param sweep what it says
 */
public record SweepFile(String name, Sweep sweep) {
  /** A sweep is a page of text; a file of more is something else. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String EXAMPLE = "{\"grid\": {\"learningRate\": [0.1, 0.01]}}";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads a file.
   *
   * @throws Problem that names the file and the place in it
   */
  public static SweepFile read(Path file) {
    try {
      JsonNode json = JSON.readTree(bytes(file));
      if (json.isMissingNode()) {
        throw new Problem("keeping.sweepEmpty", EXAMPLE);
      }
      return read(json, nameOf(file));
    } catch (JsonProcessingException e) {
      throw new Problem(e, "sweep.notJson", file.toString(), line(e));
    } catch (IOException e) {
      throw new Problem(e, "sweep.unreadable", file.toString());
    } catch (Problem e) {
      throw e.key().startsWith("sweep.file") ? e : new Problem(e, "sweep.file", file.toString(), e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new Problem("sweep.fileMissing", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new Problem("sweep.fileIsFolder", file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Problem("sweep.fileTooLarge", file.toString());
      }
      return bytes;
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static SweepFile read(JsonNode json, String usualName) {
    JsonFields fields = new JsonFields(json, "sweep");
    String name = fields.text("name").filter(text -> !text.isBlank()).orElse(usualName);
    TrainingConfig preset = Presets.named(fields.text("preset").orElse("default")).config();
    Optional<JsonNode> config = fields.object("config");
    TrainingConfig base =
        config.isPresent() ? ChangedSettings.over(preset, config.get(), "config") : preset;
    Optional<JsonNode> grid = fields.object("grid");
    List<SweepAxis> axes = grid.isPresent() ? axes(grid.get()) : List.of();
    Sweep sweep =
        new Sweep(
            base,
            axes,
            fields.count("random").orElse(0),
            fields.wholeNumber("randomSeed").orElse(1L),
            fields.count("seeds").orElse(1));
    fields.refuseUnread();
    return new SweepFile(name, sweep);
  }

  private static List<SweepAxis> axes(JsonNode grid) {
    List<SweepAxis> axes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : grid.properties()) {
      axes.add(axis(Setting.named(entry.getKey()), "grid." + entry.getKey(), entry.getValue()));
    }
    return axes;
  }

  private static SweepAxis axis(Setting setting, String name, JsonNode json) {
    if (json.isArray()) {
      List<String> values = new ArrayList<>();
      for (JsonNode value : json) {
        values.add(ChangedSettings.text(name + "[" + values.size() + "]", value, setting));
      }
      return new SweepAxis.Values(setting, values);
    }
    if (!json.isObject()) {
      throw new Problem("sweep.axisKind", name, JsonFields.excerpt(json));
    }
    JsonFields range = new JsonFields(json, name);
    double from = required(range, name, "from");
    double to = required(range, name, "to");
    SweepAxis axis = new SweepAxis.Range(setting, from, to, range.count("count").orElse(0));
    range.refuseUnread();
    return axis;
  }

  private static double required(JsonFields range, String name, String field) {
    return range.number(field).orElseThrow(() -> new Problem("json.missing", name + "." + field));
  }
}
