package digitstudio.experiment;

import digitstudio.digits.DigitSet;
import digitstudio.digits.IdxPair;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Drawings in files that every program reads that reads MNIST. */
public final class DrawingFiles {
  private DrawingFiles() {}

  /**
   * Writes drawings as a pair of idx files, packed, each whole or not at all.
   *
   * @param chosen name of either file, or of both without what tells them apart
   * @return the two files
   */
  public static IdxPair export(List<Drawing> drawings, Path chosen) throws IOException {
    DigitSet set = DrawingStore.set(drawings);
    IdxPair pair = IdxPair.named(chosen);
    write(pair.images(), out -> IdxPair.writeImages(set, out));
    write(pair.labels(), out -> IdxPair.writeLabels(set, out));
    return pair;
  }

  private static void write(Path file, WholeFile.Content content) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            content.writeTo(packed);
          }
        });
  }

  /**
   * Reads drawings from the pair of idx files that a file belongs to.
   *
   * @throws digitstudio.text.Problem naming the file, if it is not what it should be
   */
  public static List<NewDrawing> read(Path file) {
    return NewDrawing.allOf(IdxPair.beside(file).read());
  }
}
