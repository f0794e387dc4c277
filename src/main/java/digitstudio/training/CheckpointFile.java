package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * Checkpoints as files: a ZIP archive of NumPy arrays and JSON, each part with its checksum, in
 * which nothing is believed before it was checked.
 */
public final class CheckpointFile {
  static final String FORMAT = "digit-studio checkpoint";

  /** The only version of the format that this program writes and reads. */
  static final int VERSION = 1;

  private static final String SENTENCES = "checkpoint";
  private static final String JSON = "checkpoint.json";
  private static final String ORDER = "order.bin";
  private static final String LOSS = "loss.bin";
  private static final String ACCURACY = "accuracy.bin";
  private static final String BEST = "best.";
  private static final int LONGEST_JSON = 64 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CheckpointFile() {}

  /**
   * What a checkpoint says of itself, read without its arrays.
   *
   * @param labels as they were given to {@link #write}
   * @param config settings of the run
   * @param epoch under way, counted from 1; one more than there are when all are done
   * @param epochsDone whose results the checkpoint holds
   */
  public record Head(
      Map<String, String> labels, TrainingConfig config, int epoch, int epochsDone) {}

  /** The names of the optimizer's arrays: of the first state, and of the second. */
  private static String state(int which) {
    return "state" + (which + 1) + ".";
  }

  /**
   * Writes a checkpoint beside and then in the place of the last, which is kept as the one before.
   *
   * @param labels what the writer wants to know again, beside the run itself
   * @throws IOException if it cannot be written; those that were there are left
   */
  public static void write(
      Checkpoint checkpoint, Map<String, String> labels, Path file, Path before)
      throws IOException {
    WholeFile.replaceLastingly(
        file,
        before,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // Weights hardly shrink, and time matters more than room here.
            zip.setLevel(Deflater.NO_COMPRESSION);
            ArrayArchive.begin(zip, JSON);
            zip.write(MAPPER.writeValueAsBytes(CheckpointJson.write(checkpoint, labels)));
            NetworkSpec spec = checkpoint.spec();
            ArrayArchive.write(zip, spec, checkpoint.weights(), "");
            int parameters = checkpoint.weights().size();
            List<float[]> optimizer = checkpoint.optimizer();
            for (int s = 0; s < optimizer.size() / parameters; s++) {
              ArrayArchive.write(
                  zip, spec, optimizer.subList(s * parameters, (s + 1) * parameters), state(s));
            }
            if (!checkpoint.best().isEmpty()) {
              ArrayArchive.write(zip, spec, checkpoint.best(), BEST);
            }
            write(zip, ORDER, bytes(checkpoint.order()));
            write(zip, LOSS, bytes(checkpoint.lossByStep()));
            write(zip, ACCURACY, bytes(checkpoint.accuracyByStep()));
          }
        });
  }

  private static void write(ZipOutputStream zip, String name, ByteBuffer bytes) throws IOException {
    ArrayArchive.begin(zip, name);
    zip.write(bytes.array());
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer bytes(int[] order) {
    ByteBuffer bytes = room(order.length * Integer.BYTES);
    bytes.asIntBuffer().put(order);
    return bytes;
  }

  private static int bytesOf(int buckets) {
    return buckets * (2 * Float.BYTES + Double.BYTES);
  }

  private static ByteBuffer bytes(CurveState curve) {
    ByteBuffer bytes = room(bytesOf(curve.sum().length));
    for (int b = 0; b < curve.sum().length; b++) {
      bytes.putFloat(curve.least()[b]).putFloat(curve.greatest()[b]).putDouble(curve.sum()[b]);
    }
    return bytes;
  }

  /**
   * Reads what a checkpoint says of itself.
   *
   * @throws Problem naming the file and what is wrong with it
   */
  public static Head head(Path file) {
    return ArrayArchive.read(
        file,
        SENTENCES,
        archive -> {
          Description said = describe(archive, file);
          return new Head(said.labels(), said.config(), said.epoch(), said.epochs().size());
        });
  }

  /**
   * Reads a checkpoint.
   *
   * @throws Problem naming the file and what is wrong with it
   */
  public static Checkpoint read(Path file) {
    return ArrayArchive.read(file, SENTENCES, archive -> read(archive, file));
  }

  private static Description describe(ArrayArchive archive, Path file) throws IOException {
    JsonNode json = archive.json(JSON, LONGEST_JSON);
    archive.requireVersion(json, FORMAT, VERSION);
    try {
      return CheckpointJson.read(json);
    } catch (Problem e) {
      throw new Problem(e, "checkpoint.description", file.toString(), e);
    }
  }

  private static Checkpoint read(ArrayArchive archive, Path file) throws IOException {
    Description said = describe(archive, file);
    NetworkSpec spec = said.spec();
    int states = said.config().optimizer().stateArrays();
    Set<String> entries = new LinkedHashSet<>(List.of(JSON, ORDER, LOSS, ACCURACY));
    entries.addAll(ArrayArchive.arraysOf(spec, ""));
    for (int s = 0; s < states; s++) {
      entries.addAll(ArrayArchive.arraysOf(spec, state(s)));
    }
    if (said.hasBest()) {
      entries.addAll(ArrayArchive.arraysOf(spec, BEST));
    }
    archive.requireEntries(entries);
    archive.requireRoom(
        spec.parameters() * (1 + states + (said.hasBest() ? 1 : 0)) + said.images());
    List<float[]> optimizer = new ArrayList<>();
    for (int s = 0; s < states; s++) {
      optimizer.addAll(archive.anyParameters(spec, state(s)));
    }
    return said.with(
        archive.anyParameters(spec, ""),
        optimizer,
        said.hasBest() ? archive.anyParameters(spec, BEST) : List.of(),
        order(archive.bytes(ORDER, said.images() * Integer.BYTES), file),
        curve(archive, LOSS, said.lossByStep()),
        curve(archive, ACCURACY, said.accuracyByStep()));
  }

  /** A permutation and nothing else: a number out of range would reach into other memory. */
  private static int[] order(ByteBuffer bytes, Path file) {
    int[] order = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(order);
    boolean[] seen = new boolean[order.length];
    for (int image : order) {
      if (image < 0 || image >= order.length || seen[image]) {
        throw new Problem("checkpoint.order", file.toString());
      }
      seen[image] = true;
    }
    return order;
  }

  private static CurveState curve(ArrayArchive archive, String name, CurveShape shape)
      throws IOException {
    ByteBuffer bytes = archive.bytes(name, bytesOf(shape.buckets()));
    float[] least = new float[shape.buckets()];
    float[] greatest = new float[shape.buckets()];
    double[] sum = new double[shape.buckets()];
    for (int b = 0; b < shape.buckets(); b++) {
      least[b] = bytes.getFloat();
      greatest[b] = bytes.getFloat();
      sum[b] = bytes.getDouble();
    }
    return new CurveState(
        shape.stepsPerBucket(), shape.steps(), shape.inLast(), least, greatest, sum);
  }

  /** The numbers of a curve without its buckets. */
  record CurveShape(long stepsPerBucket, long steps, long inLast, int buckets) {}

  /** All that checkpoint.json says. */
  record Description(
      Map<String, String> labels,
      TrainingConfig config,
      Provenance provenance,
      NetworkSpec spec,
      int epoch,
      boolean begun,
      int batches,
      long step,
      long imagesSeen,
      long trainingNanos,
      Checkpoint.EpochSums sums,
      List<EpochResult> epochs,
      boolean hasBest,
      int images,
      long chanceState,
      long masksDrawn,
      CurveShape lossByStep,
      CurveShape accuracyByStep) {
    Checkpoint with(
        List<float[]> weights,
        List<float[]> optimizer,
        List<float[]> best,
        int[] order,
        CurveState loss,
        CurveState accuracy) {
      return new Checkpoint(
          config,
          provenance,
          spec,
          epoch,
          begun,
          batches,
          step,
          imagesSeen,
          trainingNanos,
          sums,
          epochs,
          weights,
          optimizer,
          best,
          order,
          chanceState,
          masksDrawn,
          loss,
          accuracy);
    }
  }
}
