package digitstudio.fuzz;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.IdxPair;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.training.BatchSize;
import digitstudio.training.Checkpoint;
import digitstudio.training.CheckpointFile;
import digitstudio.training.Checkpointing;
import digitstudio.training.ModelFile;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Files as the program itself writes them, from which hostile ones are made. */
final class SampleFiles {
  private static final int IMAGES = 20;
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder()
          .hidden(2)
          .epochs(2)
          .batchSize(new BatchSize.All())
          .validation(0.5)
          .seed(1)
          .build();

  private static final TrainingListener NO_LISTENER = new TrainingListener() {};

  /** Writes a file into a folder, and says where. */
  private interface Writer {
    Path into(Path folder) throws IOException;
  }

  private SampleFiles() {}

  /** A trained model. */
  static byte[] model() {
    return written(
        folder -> {
          Path file = folder.resolve("model.npz");
          RunResult result = new Trainer(CONFIG, data()).run(NO_LISTENER, new StopSignal());
          ModelFile.write(result.model(), file);
          return file;
        });
  }

  /** A run with its curve and weights. */
  static byte[] run() {
    return written(
        folder -> {
          Path file = folder.resolve("run.digitrun");
          try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
            RunRecorder recorder = store.record(CONFIG, "", "");
            recorder.finished(new Trainer(CONFIG, data()).run(recorder, new StopSignal()));
            RunFile.write(store.kept(recorder.id()).orElseThrow(), file);
          }
          return file;
        });
  }

  /** A training under way. */
  static byte[] checkpoint() {
    return written(
        folder -> {
          Path file = folder.resolve("1.checkpoint");
          Path before = folder.resolve("1.checkpoint.before");
          new Trainer(CONFIG, data()).run(new CheckpointListener(file, before), new StopSignal());
          Files.deleteIfExists(before);
          return file;
        });
  }

  /** Twelve images of four by four pixels and two classes, as a CSV. */
  static byte[] csv() {
    StringBuilder rows = new StringBuilder("label");
    for (int p = 0; p < 16; p++) {
      rows.append(",pixel").append(p);
    }
    Random random = new Random(1);
    for (int i = 0; i < 12; i++) {
      rows.append('\n').append(i % 2 == 0 ? "猫" : "dog");
      for (int p = 0; p < 16; p++) {
        rows.append(',').append(random.nextInt(256));
      }
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Three images as an idx file. */
  static byte[] images() {
    return bytes(out -> IdxPair.writeImages(digits().first(3), out));
  }

  /** Their labels. */
  static byte[] labels() {
    return bytes(out -> IdxPair.writeLabels(digits().first(3), out));
  }

  static byte[] packed(byte[] plain) {
    return bytes(
        out -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
          }
        });
  }

  /** A seven, dark on light. */
  static byte[] picture(String format) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 64, 48);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(20, 8, 20, 4);
    graphics.fillPolygon(new int[] {36, 40, 30, 26}, new int[] {12, 12, 40, 40}, 4);
    graphics.dispose();
    return bytes(out -> ImageIO.write(image, format, out));
  }

  private static TrainingData data() {
    DigitSet digits = digits();
    return new TrainingData(digits, digits, "0".repeat(64));
  }

  private static DigitSet digits() {
    byte[] pixels = new byte[IMAGES * DigitImage.PIXELS];
    new Random(1).nextBytes(pixels);
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(pixels, labels);
  }

  private static byte[] written(Writer writer) {
    try {
      Path folder = Files.createTempDirectory("sample");
      byte[] bytes = Files.readAllBytes(writer.into(folder));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to a stream. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes a checkpoint after every step. */
  private record CheckpointListener(Path file, Path before)
      implements TrainingListener, Checkpointing {
    @Override
    public Checkpointing checkpointing() {
      return this;
    }

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
      try {
        CheckpointFile.write(moment.get(), Map.of("started", "now"), file, before);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
