package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import digitstudio.digits.DigitSet;
import digitstudio.text.Problem;
import digitstudio.training.OwnDrawings;
import digitstudio.training.SmallMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntDrawingsTest {
  @TempDir Path folder;

  @Test
  void everyFifthDrawingIsHeldOutWhateverHappensToTheOthers() {
    DigitSet digits = SmallMnist.of(12, 1).train();
    try (DrawingStore store = DrawingStore.open(folder.resolve(LearntDrawings.FILE))) {
      store.add(NewDrawing.allOf(digits));
      store.delete(List.of(2L));
      List<Drawing> all = store.all();
      assertEquals(
          List.of(5L, 10L), all.stream().filter(Drawing::isHeldOut).map(Drawing::id).toList());
      OwnDrawings learnt = LearntDrawings.of(all);
      assertArrayEquals(
          digits.select(new int[] {0, 2, 3, 5, 6, 7, 8, 10, 11}).pixels(),
          learnt.images().pixels());
    }
    assertEquals(9, LearntDrawings.read(folder.resolve(LearntDrawings.FILE)).images().size());
  }

  @Test
  void whereNothingWasEverDrawnThereIsNothingAndNoFileIsMade() {
    Path none = folder.resolve("none.db");
    assertSame(OwnDrawings.NONE, LearntDrawings.read(none));
    assertEquals(false, Files.exists(none));
  }

  @Test
  void aFileThatHoldsNoDrawingsIsTold() throws IOException {
    Path other = folder.resolve("other.db");
    Files.writeString(other, "no drawings at all, and no database either, just some text");
    assertThrows(Problem.class, () -> LearntDrawings.read(other));
  }
}
