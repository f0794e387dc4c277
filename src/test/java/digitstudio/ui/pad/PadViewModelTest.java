package digitstudio.ui.pad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitStep;
import digitstudio.digits.Stroke;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadViewModelTest {
  private final FakePredictions predictions = new FakePredictions();
  private final PadViewModel pad = new PadViewModel(predictions, Runnable::run, Runnable::run);

  private static void line(PadViewModel pad, double x0, double y0, double x1, double y1) {
    pad.beginStroke(x0, y0);
    for (int i = 1; i <= 10; i++) {
      pad.extendStroke(x0 + (x1 - x0) * i / 10, y0 + (y1 - y0) * i / 10);
    }
    pad.endStroke();
  }

  @Test
  void anEmptyPadIsBlankAndPredictsNothing() {
    assertTrue(pad.blankBinding().get());
    assertFalse(pad.undoableProperty().get());
    assertNull(pad.imageProperty().get());
    assertNull(pad.probabilitiesProperty().get());
    assertEquals(-1, pad.bestGuessBinding().get());
    assertTrue(predictions.images.isEmpty());
  }

  @Test
  void everyMoveOfThePenIsPredicted() {
    pad.beginStroke(0.5, 0.2);
    assertEquals(1, predictions.images.size());
    pad.extendStroke(0.5, 0.5);
    assertEquals(2, predictions.images.size());
    pad.extendStroke(0.5, 0.5);

    assertEquals(2, predictions.images.size(), "a pen that rests changes nothing");
    assertEquals(predictions.lastImage(), pad.imageProperty().get());
    assertTrue(predictions.lastImage().ink(14, 14) > 200);
  }

  @Test
  void theAnswerAndTheBestGuessAreShown() {
    predictions.answer = FakePredictions.sure(7, 0.91);
    line(pad, 0.5, 0.2, 0.5, 0.8);

    assertArrayEquals(predictions.answer, pad.probabilitiesProperty().get());
    assertEquals(7, pad.bestGuessBinding().get());
  }

  @Test
  void answersFollowTheTraining() {
    line(pad, 0.5, 0.2, 0.5, 0.8);

    predictions.lastObserver().accept(FakePredictions.sure(1, 0.4));
    assertEquals(1, pad.bestGuessBinding().get());
    predictions.lastObserver().accept(FakePredictions.sure(4, 0.6));
    assertEquals(4, pad.bestGuessBinding().get());
  }

  @Test
  void anAnswerToAnOlderDrawingIsDropped() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    var older = predictions.lastObserver();
    line(pad, 0.2, 0.2, 0.8, 0.8);
    predictions.lastObserver().accept(FakePredictions.sure(4, 0.6));

    older.accept(FakePredictions.sure(1, 0.9));
    assertEquals(4, pad.bestGuessBinding().get());

    pad.clear();
    older.accept(FakePredictions.sure(1, 0.9));
    assertNull(pad.probabilitiesProperty().get());
  }

  @Test
  void withoutANetworkThatIsSaidUntilThereIsOne() {
    predictions.answer = new float[0];
    line(pad, 0.5, 0.2, 0.5, 0.8);
    assertTrue(pad.networkMissingProperty().get());
    assertNull(pad.probabilitiesProperty().get());

    predictions.lastObserver().accept(FakePredictions.sure(1, 0.4));
    assertFalse(pad.networkMissingProperty().get());
    assertEquals(1, pad.bestGuessBinding().get());
  }

  @Test
  void undoTakesBackStrokeByStroke() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    var one = pad.imageProperty().get();
    line(pad, 0.2, 0.5, 0.8, 0.5);

    pad.undo();
    assertEquals(one, pad.imageProperty().get());
    assertEquals(1, pad.strokesProperty().get().size());

    predictions.answer = null;
    pad.undo();
    assertTrue(pad.blankBinding().get());
    assertNull(predictions.lastImage());
    assertFalse(pad.undoableProperty().get());
    pad.undo();
    assertTrue(pad.blankBinding().get());
  }

  @Test
  void clearingCanBeUndone() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    var drawn = pad.imageProperty().get();

    pad.clear();
    assertTrue(pad.blankBinding().get());
    assertNull(pad.imageProperty().get());
    pad.clear();
    pad.undo();

    assertEquals(drawn, pad.imageProperty().get());
  }

  @Test
  void undoAmidAStrokeEndsIt() {
    pad.beginStroke(0.5, 0.5);
    pad.undo();
    pad.extendStroke(0.7, 0.7);

    assertTrue(pad.blankBinding().get());
  }

  @Test
  void aClickIsADot() {
    pad.beginStroke(0.5, 0.5);
    pad.endStroke();

    assertEquals(255, pad.imageProperty().get().ink(14, 14));
  }

  @Test
  void thePenWidthIsThatOfTheStrokesToCome() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    pad.penWidthProperty().set(12);
    line(pad, 0.3, 0.2, 0.3, 0.8);

    List<Double> widths = pad.strokesProperty().get().stream().map(Stroke::width).toList();
    assertEquals(List.of(0.08, 0.12), widths);
  }

  @Test
  void theWorkerSkipsDrawingsThatAreOutOfDate() {
    Deque<Runnable> worker = new ArrayDeque<>();
    PadViewModel slow = new PadViewModel(predictions, worker::add, Runnable::run);
    line(slow, 0.5, 0.2, 0.5, 0.8);

    assertEquals(1, worker.size());
    assertTrue(predictions.images.isEmpty());
    worker.remove().run();
    assertEquals(1, predictions.images.size());
    line(pad, 0.5, 0.2, 0.5, 0.8);
    assertEquals(pad.imageProperty().get(), predictions.images.get(0), "the newest one was drawn");
  }

  @Test
  void anImageThatComesAfterTheClearingIsNotShown() {
    Deque<Runnable> worker = new ArrayDeque<>();
    PadViewModel slow = new PadViewModel(predictions, worker::add, Runnable::run);
    line(slow, 0.5, 0.2, 0.5, 0.8);
    slow.clear();

    worker.remove().run();

    assertNull(slow.imageProperty().get());
    assertNull(predictions.lastImage());
    line(slow, 0.5, 0.2, 0.5, 0.8);
    worker.remove().run();
    assertNotNull(slow.imageProperty().get());
  }

  @Test
  void warmingUpShowsAndAsksNothing() {
    pad.warmUp();

    assertTrue(pad.blankBinding().get());
    assertNull(pad.imageProperty().get());
    assertTrue(predictions.images.isEmpty());
  }

  @Test
  void refreshAsksAgain() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    int asked = predictions.images.size();
    predictions.answer = FakePredictions.sure(2, 0.5);

    pad.refresh();

    assertEquals(asked + 1, predictions.images.size());
    assertEquals(2, pad.bestGuessBinding().get());
  }

  @Test
  void whatWasUndoneCanBeHadBack() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    line(pad, 0.2, 0.5, 0.8, 0.5);
    var two = pad.imageProperty().get();
    pad.clear();
    assertFalse(pad.redoableProperty().get());
    pad.undo();
    pad.undo();
    pad.undo();
    assertTrue(pad.blankBinding().get());

    pad.redo();
    pad.redo();
    assertEquals(two, pad.imageProperty().get());
    pad.redo();
    assertTrue(pad.blankBinding().get(), "the clearing is had back too");
    assertFalse(pad.redoableProperty().get());
    pad.redo();
    pad.undo();
    assertEquals(two, pad.imageProperty().get());
  }

  @Test
  void aNewStrokeForgetsWhatWasUndone() {
    line(pad, 0.5, 0.2, 0.5, 0.8);
    pad.undo();
    assertTrue(pad.redoableProperty().get());
    line(pad, 0.2, 0.5, 0.8, 0.5);

    assertFalse(pad.redoableProperty().get());
    pad.redo();
    assertEquals(1, pad.strokesProperty().get().size());
  }

  /** Sure of 1 if there is ink in the image's middle, else of 0. */
  private static float[] middle(DigitImage image) {
    return FakePredictions.sure(image.ink(14, 14) > 127 ? 1 : 0, 0.9);
  }

  @Test
  void aStepThatIsLeftOutChangesWhatIsSeenAndTheWholeIsStillRead() {
    predictions.reading = PadViewModelTest::middle;
    line(pad, 0.1, 0.1, 0.1, 0.3);
    var whole = pad.imageProperty().get();
    assertEquals(1, pad.bestGuessBinding().get());

    pad.choose(DigitStep.CROP, false);
    pad.choose(DigitStep.CENTRE, false);

    assertNotEquals(whole, pad.imageProperty().get());
    assertEquals(0, pad.bestGuessBinding().get());
    assertEquals(0.9f, pad.wholeProbabilitiesProperty().get()[1]);
    pad.chooseAllSteps();
    assertEquals(whole, pad.imageProperty().get());
    assertEquals(1, pad.bestGuessBinding().get());
  }

  @Test
  void eachStepsEffectIsReadWhileItIsLookedAtClosely() {
    predictions.reading = PadViewModelTest::middle;
    line(pad, 0.1, 0.1, 0.1, 0.3);
    assertTrue(pad.effectsProperty().get().isEmpty());
    assertTrue(pad.picturesProperty().get().isEmpty());

    pad.closelyProperty().set(true);

    assertEquals(EnumSet.allOf(DigitStep.class), pad.effectsProperty().get().keySet());
    assertEquals(0.9f, pad.effectsProperty().get().get(DigitStep.GREY)[1]);
    assertEquals(20, pad.picturesProperty().get().orElseThrow().after(DigitStep.SCALE).height());
    pad.choose(DigitStep.CROP, false);
    pad.choose(DigitStep.CENTRE, false);
    assertEquals(0.9f, pad.effectsProperty().get().get(DigitStep.CENTRE)[1], "with it");
    assertEquals(0.9f, pad.effectsProperty().get().get(DigitStep.GREY)[0], "still without it");

    pad.clear();
    assertTrue(pad.effectsProperty().get().isEmpty());
    assertTrue(pad.picturesProperty().get().isEmpty());
  }

  @Test
  void withoutANetworkTheStepsAreSeenAllTheSame() {
    pad.closelyProperty().set(true);
    predictions.answer = new float[0];
    line(pad, 0.5, 0.2, 0.5, 0.8);

    assertTrue(pad.networkMissingProperty().get());
    assertTrue(pad.effectsProperty().get().isEmpty());
    assertTrue(pad.picturesProperty().get().isPresent());
  }
}
