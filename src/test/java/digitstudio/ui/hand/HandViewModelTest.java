package digitstudio.ui.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import digitstudio.experiment.Drawing;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandViewModelTest {
  private static final List<Stroke> LINE =
      List.of(new Stroke(List.of(new Point(0.5, 0.2), new Point(0.5, 0.8)), 0.08));

  private final MemoryDrawings library = new MemoryDrawings();
  private final List<Notice> told = new ArrayList<>();
  private final HandViewModel model =
      new HandViewModel(
          library, Runnable::run, Runnable::run, told::add, new GuidedSession(new Random(1)));

  private List<Integer> labels() {
    return model.shown().stream().map(Drawing::label).toList();
  }

  @Test
  void whatIsKeptIsSeenAndCanBeTakenBack() {
    model.keep(7, LINE);
    model.keep(1, LINE);
    assertEquals(List.of(7, 1), labels());
    assertEquals(LINE, model.shown().get(0).strokes());
    assertFalse(model.shown().get(0).image().isBlank());

    model.undo();
    assertEquals(List.of(7), labels());
    model.undo();
    assertTrue(labels().isEmpty());
    assertFalse(model.undoableProperty().get());
  }

  @Test
  void anEmptyPaperIsNotKept() {
    model.keep(7, List.of());
    assertTrue(labels().isEmpty());
  }

  @Test
  void theChosenAreRelabelledAndDeletedAndBackAgain() {
    model.keep(1, LINE);
    model.keep(2, LINE);
    model.keep(3, LINE);
    model.selected().add(model.shown().get(0).id());
    model.selected().add(model.shown().get(2).id());

    model.relabel(8);
    assertEquals(List.of(8, 2, 8), labels());
    model.delete();
    assertEquals(List.of(2), labels());
    assertTrue(model.selected().isEmpty());

    model.undo();
    assertEquals(List.of(8, 2, 8), labels());
    model.undo();
    assertEquals(List.of(1, 2, 3), labels());
  }

  @Test
  void onlyTheDrawingsOfOneDigitAreShownWhenAsked() {
    model.keep(1, LINE);
    model.keep(2, LINE);
    model.keep(1, LINE);
    model.digitProperty().set(1);
    assertEquals(List.of(1, 1), labels());
    model.selectAll();
    assertEquals(2, model.selected().size());
    model.digitProperty().set(HandViewModel.ALL);
    assertEquals(List.of(1, 2, 1), labels());
  }

  @Test
  void aSessionAsksForTenOfEachAndKeepsThem() {
    GuidedSession session = model.session();
    session.start();
    List<Integer> asked = new ArrayList<>();
    while (session.isRunning()) {
      asked.add(session.targetProperty().get());
      model.keep(session.targetProperty().get(), LINE);
    }
    assertEquals(asked, labels());
    assertEquals(GuidedSession.total(), asked.size());
    for (int digit = 0; digit < 10; digit++) {
      int wanted = digit;
      assertEquals(10, asked.stream().filter(label -> label == wanted).count());
    }
    assertFalse(asked.equals(asked.stream().sorted().toList()), "shuffled");
  }

  @Test
  void aDigitThatIsSkippedComesAtTheEnd() {
    GuidedSession session = model.session();
    session.start();
    int skipped = session.targetProperty().get();
    session.skip();
    assertEquals(0, session.doneProperty().get());
    int last = GuidedSession.NONE;
    while (session.isRunning()) {
      last = session.targetProperty().get();
      session.drawn();
    }
    assertEquals(skipped, last);
    assertEquals(GuidedSession.total(), session.doneProperty().get());
  }

  @Test
  void aStoppedSessionKeepsWhatWasDrawn() {
    model.session().start();
    model.keep(model.session().targetProperty().get(), LINE);
    model.session().stop();
    assertFalse(model.session().isRunning());
    assertEquals(1, labels().size());
  }

  @Test
  void whatCannotBeWrittenIsSaidAndNothingIsLost() {
    model.keep(1, LINE);
    library.failWith(new Problem("hand.vanished", "hand.db"));
    model.keep(2, LINE);
    assertEquals(List.of(1), labels());
    assertEquals(
        "hand.db: the file of your drawings was moved or deleted; put it back, or open the program"
            + " anew for a fresh one",
        told.get(0).sentence(Locale.ENGLISH));
  }

  @Test
  void drawingsAreExportedAndImported(@TempDir Path folder) {
    model.keep(4, LINE);
    model.exportTo(folder.resolve("mine"));
    model.importFrom(folder.resolve("mine-images-idx3-ubyte.gz"));
    assertEquals(List.of(4, 4), labels());
    assertEquals(model.shown().get(0).image(), model.shown().get(1).image());
    assertEquals("1 drawing taken in.", told.get(1).sentence(Locale.ENGLISH));

    model.undo();
    assertEquals(List.of(4), labels());
    model.importFrom(folder.resolve("other-images-idx3-ubyte.gz"));
    assertTrue(told.get(told.size() - 1).error());
  }
}
