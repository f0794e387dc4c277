package digitstudio.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.text.Problem;
import digitstudio.training.ConfigJson;
import digitstudio.training.TrainingConfig;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs that a program has still to do, in a file, so that the next one can go on with them. Of
 * several programs on the same file only the first uses it. Not for more than one thread.
 */
public final class QueueFile implements AutoCloseable {
  /**
   * A run that is to be done.
   *
   * @param group the sweep it belongs to; empty without
   * @param data what it learns from; empty for what is chosen when it begins
   */
  public record Due(String group, TrainingConfig config, Optional<DueData> data) {
    /** A run that learns from what is chosen when it begins. */
    public Due(String group, TrainingConfig config) {
      this(group, config, Optional.empty());
    }

    /** Whether it is the same run, be it queued on other images. */
    public boolean isOf(String otherGroup, TrainingConfig other) {
      return group.equals(otherGroup) && config.equals(other);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private FileChannel lock;
  private boolean owned;

  public QueueFile(Path file) {
    this.file = file;
  }

  /**
   * What was to be done when the file was last written.
   *
   * @throws Problem if the file cannot be read; if it makes no sense it is put aside
   */
  public List<Due> read() {
    if (!own() || !Files.exists(file)) {
      return List.of();
    }
    try {
      return runs(JSON.readTree(file.toFile()));
    } catch (IOException | Problem | IllegalArgumentException e) {
      throw new Problem(e, "queue.unreadable", file.toString(), putAside());
    }
  }

  private static List<Due> runs(JsonNode json) {
    List<Due> runs = new ArrayList<>();
    for (JsonNode run : json.path("runs")) {
      runs.add(
          new Due(
              run.path("group").asText(),
              ConfigJson.read(run.path("config")),
              data(run.path("data"))));
    }
    return runs;
  }

  /** Older programs wrote none. */
  private static Optional<DueData> data(JsonNode json) {
    try {
      return json.isMissingNode()
          ? Optional.empty()
          : Optional.of(
              new DueData(
                  json.path("name").asText(),
                  json.path("sha256").asText(),
                  Instant.parse(json.path("queued").asText())));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a run was queued at no time", e);
    }
  }

  private String putAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return file.toString();
    }
    return aside.toString();
  }

  /**
   * Remembers what is to be done, in the place of what the file held.
   *
   * @throws Problem if the file cannot be written
   */
  public void write(List<Due> runs) {
    if (!own()) {
      return;
    }
    try {
      if (runs.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      ArrayNode list = json.putArray("runs");
      for (Due run : runs) {
        ObjectNode written = list.addObject().put("group", run.group());
        written.set("config", ConfigJson.write(run.config()));
        run.data()
            .ifPresent(
                data ->
                    written
                        .putObject("data")
                        .put("name", data.name())
                        .put("sha256", data.sha256())
                        .put("queued", data.queued().toString()));
      }
      WholeFile.write(file, out -> JSON.writeValue(out, json));
    } catch (IOException e) {
      throw new Problem(e, "queue.unwritable", file.toString());
    }
  }

  /** Whether no other program uses the file. */
  private boolean own() {
    if (lock == null) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        lock =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        owned = lock.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        owned = false;
      } catch (IOException e) {
        throw new Problem(e, "queue.unwritable", file.toString());
      }
    }
    return owned;
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new Problem(e, "queue.unwritable", file.toString());
      }
    }
  }
}
