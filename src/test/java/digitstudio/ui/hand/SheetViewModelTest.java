package digitstudio.ui.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.Ink;
import digitstudio.digits.scan.Box;
import digitstudio.digits.scan.PaperSheet;
import digitstudio.experiment.NewDrawing;
import digitstudio.ui.main.Notice;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetViewModelTest {
  @TempDir private Path folder;

  private final List<Notice> told = new ArrayList<>();
  private final List<NewDrawing> kept = new ArrayList<>();
  private boolean trained = true;

  /** Reads whatever it is shown as 0, 1, 2 … in turn. */
  private final SheetViewModel model =
      new SheetViewModel(
          (images, observer) -> {
            List<float[]> answers = new ArrayList<>();
            for (int i = 0; i < images.size(); i++) {
              float[] answer = new float[trained ? 10 : 0];
              if (trained) {
                answer[i % 10] = 0.9f;
              }
              answers.add(answer);
            }
            observer.accept(answers);
          },
          Runnable::run,
          Runnable::run,
          told::add,
          kept::addAll);

  /** A picture of two rows, of three digits and of two. */
  static Path picture(Path folder) throws IOException {
    Ink ink =
        new PaperSheet(400, 240)
            .print("804", "SansSerif", Font.PLAIN, 70, 60, 100)
            .print("35", "SansSerif", Font.PLAIN, 70, 60, 200)
            .seen();
    BufferedImage picture =
        new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        int tone = Math.round(255 * ink.values()[y * ink.width() + x]);
        picture.setRGB(x, y, tone << 16 | tone << 8 | tone);
      }
    }
    Path file = folder.resolve("sheet.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @BeforeEach
  void open() throws IOException {
    model.open(picture(folder));
  }

  private Box box(int place) {
    return model.digitsProperty().get().get(place).box();
  }

  @Test
  void aPictureIsReadRowByRow() {
    assertEquals("012\n34", model.text());
    assertEquals(0.9, model.digitsProperty().get().get(2).probability(), 1e-6);
    assertFalse(model.workingProperty().get());
    assertFalse(model.networkMissingProperty().get());
  }

  @Test
  void aDigitThatIsCorrectedStaysSoAndTheNextIsChosen() {
    model.select(1);
    model.label(8);
    assertEquals("812\n34", model.text());
    assertEquals(1, model.selectedProperty().get());
    model.refresh();
    assertEquals("812\n34", model.text());
    model.undo();
    assertEquals("012\n34", model.text());
    assertFalse(model.undoableProperty().get());
  }

  @Test
  void aBoxIsAddedWhereItIsReadAndTakenAway() {
    Box first = box(0);
    model.selectedProperty().set(1);
    model.remove();
    assertEquals(4, model.digitsProperty().get().size());
    assertEquals("01\n23", model.text());
    Box before = box(1);
    model.add(
        new Box(first.left() + first.width() + 4, first.top(), first.width(), first.height()));
    assertEquals(5, model.digitsProperty().get().size());
    assertEquals(1, model.selectedProperty().get());
    assertEquals(before, box(2));
    model.add(new Box(0, 0, 2, 2));
    assertEquals(5, model.digitsProperty().get().size());
  }

  @Test
  void aBoxThatIsMovedIsReadAnewAndOneOverNothingIsUnknown() {
    Box corner = new Box(300, 200, 60, 30);
    model.selectedProperty().set(0);
    model.move(0, corner);
    int place = model.selectedProperty().get();
    assertEquals(corner, box(place));
    assertTrue(model.digitsProperty().get().get(place).image().isEmpty());
    assertTrue(model.text().contains("?"), model.text());
    model.keepAll();
    assertEquals(4, kept.size());
  }

  @Test
  void whatIsKeptBearsTheLabelsAsTheyWereCorrected() {
    model.select(1);
    model.label(8);
    model.keepAll();
    assertEquals(List.of(8, 1, 2, 3, 4), kept.stream().map(NewDrawing::label).toList());
    assertTrue(kept.stream().noneMatch(drawing -> drawing.image().isBlank()));
  }

  @Test
  void withoutANetworkTheBoxesAreThereToBeLabelled() {
    trained = false;
    model.refresh();
    assertTrue(model.networkMissingProperty().get());
    assertEquals("???\n??", model.text());
    model.select(-1);
    model.label(5);
    assertEquals("???\n?5", model.text());
  }

  @Test
  void aPictureThatCannotBeReadIsSaidAndLeavesTheLastOne() throws IOException {
    Path broken = folder.resolve("broken.png");
    Files.writeString(broken, "nothing");
    model.open(broken);
    assertEquals(
        "broken.png: not a picture that can be read; take a PNG or JPEG file",
        told.get(0).sentence(Locale.ENGLISH));
    assertEquals("012\n34", model.text());
    assertFalse(model.workingProperty().get());
  }

  @Test
  void nothingIsDoneWithoutAPicture() {
    SheetViewModel empty =
        new SheetViewModel(
            (images, observer) -> {}, Runnable::run, Runnable::run, told::add, kept::addAll);
    empty.select(1);
    empty.label(3);
    empty.remove();
    empty.undo();
    empty.add(new Box(0, 0, 50, 50));
    empty.refresh();
    empty.keepAll();
    assertNull(empty.sheetProperty().get());
    assertEquals("", empty.text());
    assertTrue(kept.isEmpty());
  }
}
