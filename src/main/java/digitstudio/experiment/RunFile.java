package digitstudio.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import digitstudio.training.ArrayArchive;
import digitstudio.training.Model;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;

/**
 * Runs that travel, as {@code .digitrun}: a ZIP file of {@code run.json} (settings, provenance,
 * curve, evaluations, confusion of each epoch) and, under {@code final}, {@code best} and {@code
 * epochs}, the weights as NumPy arrays.
 */
public final class RunFile {
  /** What the name of such a file ends with. */
  public static final String EXTENSION = ".digitrun";

  /** What run.json calls itself. */
  public static final String FORMAT = "digit-studio run";

  /** Version of the format that this program writes; it reads those before as well. */
  public static final int VERSION = 2;

  static final String FINAL = "final/";
  static final String BEST = "best/";

  private static final String EPOCHS = "epochs/";

  private static final String JSON = "run.json";

  /** Room for the curve of a quarter of a million epochs. */
  private static final int LONGEST_JSON = 64 << 20;

  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private RunFile() {}

  /**
   * Writes a run that is over, so that the file is whole or not there at all.
   *
   * @throws Problem if the run still goes on
   * @throws IOException if the file cannot be written
   */
  public static void write(KeptRun run, Path file) throws IOException {
    RunSummary summary = run.details().summary();
    if (!summary.state().isOver()) {
      throw new Problem("runFile.goesOn", summary.name());
    }
    WholeFile.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ArrayArchive.begin(zip, JSON);
            zip.write(WRITER.writeValueAsBytes(RunFileJson.write(run)));
            if (run.last().isPresent()) {
              ArrayArchive.write(zip, run.last().get(), FINAL);
            }
            if (run.best().isPresent()) {
              ArrayArchive.write(zip, run.best().get(), BEST);
            }
            for (int epoch : run.weights().epochs()) {
              ArrayArchive.write(zip, run.weights().at(epoch).orElseThrow(), folder(epoch));
            }
          }
        });
  }

  /** Where the weights of an epoch stand. */
  private static String folder(int epoch) {
    return EPOCHS + epoch + "/";
  }

  /**
   * Reads a run; its id is 0.
   *
   * @throws Problem naming the file and what is wrong with it
   */
  public static KeptRun read(Path file) {
    return ArrayArchive.read(file, "runFile", archive -> read(archive, file));
  }

  private static KeptRun read(ArrayArchive archive, Path file) throws IOException {
    JsonNode json = archive.json(JSON, LONGEST_JSON);
    archive.requireVersion(json, FORMAT, 1, VERSION);
    RunFileJson.Description described;
    try {
      described = RunFileJson.read(json);
    } catch (Problem e) {
      throw new Problem(e, "runFile.description", file.toString(), e);
    }
    NetworkSpec spec = described.spec();
    Set<String> entries = new LinkedHashSet<>(List.of(JSON));
    Set<String> kinds = new LinkedHashSet<>(described.weights());
    described.keptEpochs().forEach(epoch -> kinds.add(folder(epoch)));
    kinds.forEach(kind -> entries.addAll(ArrayArchive.arraysOf(spec, kind)));
    archive.requireEntries(entries);
    archive.requireRoom(spec.parameters() * kinds.size());
    SortedMap<Integer, Model> epochs = new TreeMap<>();
    for (int epoch : described.keptEpochs()) {
      epochs.put(epoch, model(archive, described, folder(epoch)));
    }
    return new KeptRun(
        described.details(),
        weights(archive, described, FINAL),
        weights(archive, described, BEST),
        described.confusions(),
        new MemoryWeights(epochs));
  }

  private static Optional<Model> weights(
      ArrayArchive archive, RunFileJson.Description described, String kind) throws IOException {
    return described.weights().contains(kind)
        ? Optional.of(model(archive, described, kind))
        : Optional.empty();
  }

  private static Model model(
      ArrayArchive archive, RunFileJson.Description described, String kind) throws IOException {
    RunDetails details = described.details();
    return new Model(
        described.spec(),
        described.scaling(),
        archive.parameters(described.spec(), kind),
        details.summary().config(),
        details.provenance().orElseThrow());
  }
}
