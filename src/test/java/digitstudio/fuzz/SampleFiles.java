package digitstudio.fuzz;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.IdxPair;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.training.BatchSize;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
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
}
