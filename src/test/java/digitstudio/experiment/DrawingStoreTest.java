package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.IdxPair;
import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import digitstudio.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingStoreTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("deep").resolve("hand.db");
  }

  private static DigitImage image(int seed) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int place = 0; place < pixels.length; place++) {
      pixels[place] = (byte) (place * 31 + seed * 7);
    }
    return new DigitImage(pixels);
  }

  private static List<Integer> labels(DrawingStore store) {
    return store.all().stream().map(Drawing::label).toList();
  }

  private static String problem(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Problem.class, work).getMessage();
  }

  @Test
  void whatIsKeptIsThereAgainWithItsStrokes() {
    List<Stroke> strokes =
        List.of(
            new Stroke(List.of(new Point(0.25, 0.5), new Point(0.75, 0.125)), 0.08),
            new Stroke(List.of(new Point(0.5, 0.5)), 0.04));
    try (DrawingStore store = DrawingStore.open(file())) {
      store.add(List.of(new NewDrawing(7, image(1), strokes), NewDrawing.of(3, image(2))));
    }
    try (DrawingStore store = DrawingStore.open(file())) {
      List<Drawing> all = store.all();
      assertEquals(2, all.size());
      assertEquals(7, all.get(0).label());
      assertEquals(image(1), all.get(0).image());
      assertEquals(strokes, all.get(0).strokes());
      assertEquals(image(2), all.get(1).image());
      assertTrue(all.get(1).strokes().isEmpty());
    }
  }

  @Test
  void relabellingDeletingAndRestoringLast() {
    try (DrawingStore store = DrawingStore.open(file())) {
      List<Long> ids = store.add(List.of(NewDrawing.of(1, image(1)), NewDrawing.of(2, image(2))));
      store.relabel(ids.get(0), 9);
      store.delete(List.of(ids.get(1)));
      assertEquals(List.of(9), labels(store));
    }
    try (DrawingStore store = DrawingStore.open(file())) {
      assertEquals(List.of(9), labels(store));
      store.restore(List.of(2L));
      assertEquals(List.of(9, 2), labels(store));
    }
  }

  @Test
  void aDrawingThatCannotBeKeptKeepsTheOthersOfItsLotOut() {
    try (DrawingStore store = DrawingStore.open(file())) {
      store.add(List.of(NewDrawing.of(1, image(1))));
      assertThrows(IllegalArgumentException.class, () -> NewDrawing.of(10, image(1)));
      assertThrows(Problem.class, () -> store.relabel(1, 10));
      assertEquals(List.of(1), labels(store));
    }
  }

  @Test
  void twoProgramsSeeEachOthersDrawings() {
    try (DrawingStore one = DrawingStore.open(file());
        DrawingStore other = DrawingStore.open(file())) {
      one.add(List.of(NewDrawing.of(4, image(4))));
      other.add(List.of(NewDrawing.of(5, image(5))));
      assertEquals(List.of(4, 5), labels(one));
      assertEquals(List.of(4, 5), labels(other));
    }
  }

  @Test
  void filesOfElsewhereAreLeftAloneAndSaidSo() throws IOException {
    Path text = folder.resolve("text.db");
    Files.writeString(
        text, "this is no database at all, but long enough to look like one".repeat(9));
    byte[] before = Files.readAllBytes(text);
    assertEquals(
        text
            + ": the file of your drawings is damaged; move it away to begin anew, or put a copy in"
            + " its place",
        problem(() -> DrawingStore.open(text)));
    assertArrayEquals(before, Files.readAllBytes(text));

    Path runs = folder.resolve("runs.db");
    RunStore.open(runs).close();
    assertEquals(
        runs
            + ": this is a file of another program; move it away, and your drawings are kept there",
        problem(() -> DrawingStore.open(runs)));
  }

  @Test
  void drawingsGoOutAndComeInAsAPairOfIdxFiles() throws IOException {
    try (DrawingStore store = DrawingStore.open(file())) {
      store.add(List.of(NewDrawing.of(7, image(1)), NewDrawing.of(0, image(2))));
      IdxPair pair = DrawingFiles.export(store.all(), folder.resolve("mine"));
      assertEquals("mine-images-idx3-ubyte.gz", pair.images().getFileName().toString());
      assertEquals("mine-labels-idx1-ubyte.gz", pair.labels().getFileName().toString());

      DigitSet set = pair.read();
      assertEquals(2, set.size());
      assertEquals(7, set.label(0));
      assertEquals(image(2), set.image(1));
      assertEquals(
          List.of(7, 0), DrawingFiles.read(pair.labels()).stream().map(NewDrawing::label).toList());
      assertEquals(
          pair, DrawingFiles.export(store.all(), folder.resolve("mine-images-idx3-ubyte.gz")));
    }
  }

  @Test
  void filesThatAreNoPairAreRefused() throws IOException {
    Path lone = folder.resolve("a-images-idx3-ubyte.gz");
    Files.write(lone, new byte[10]);
    assertEquals(
        "a-images-idx3-ubyte.gz: its other half a-labels-idx1-ubyte.gz is not beside it; put both"
            + " files into one folder",
        problem(() -> DrawingFiles.read(lone)));
    assertTrue(
        problem(() -> DrawingFiles.read(folder.resolve("mine.gz")))
            .startsWith("mine.gz: its name has neither images-idx3-ubyte nor"));
  }

  private static void pack(Path file, int... header) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * header.length);
    for (int number : header) {
      bytes.putInt(number);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes.array());
      out.write(new byte[3]);
    }
  }

  @Test
  void idxFilesWithWrongSizesAndLyingHeadersAreRefused() throws IOException {
    Path images = folder.resolve("b-images-idx3-ubyte.gz");
    Path labels = folder.resolve("b-labels-idx1-ubyte.gz");
    pack(labels, 0x801, 3);

    pack(images, 0x803, 3, 20, 20);
    assertTrue(problem(() -> DrawingFiles.read(images)).startsWith("b-images-idx3-ubyte.gz: "));

    pack(images, 0x803, 2_000_000, 28, 28);
    assertTrue(problem(() -> DrawingFiles.read(images)).startsWith("b-images-idx3-ubyte.gz: "));

    pack(images, 0x801, 3);
    assertTrue(problem(() -> DrawingFiles.read(images)).startsWith("b-images-idx3-ubyte.gz: "));
  }
}
