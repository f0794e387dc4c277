package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitSet;
import digitstudio.training.RunImages.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run's images and what its network answers on them, against the run's own evaluations. */
class AnswersTest {
  private static final TrainingData DATA = SmallMnist.of(1000, 300);
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder()
          .hidden(16)
          .epochs(3)
          .batchSize(20)
          .trainLimit(900)
          .seed(7)
          .contrastStretching(true)
          .standardization(true)
          .build();

  private final List<ConfusionMatrix> read = new ArrayList<>();

  private RunResult train(TrainingConfig config) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochRead(int epoch, ConfusionMatrix confusion) {
            assertEquals(read.size() + 1, epoch);
            read.add(confusion);
          }
        };
    return new Trainer(config, DATA).run(listener, new StopSignal());
  }

  private static Answers answers(RunResult result, Part part) {
    RunImages images = RunImages.of(part, result.config(), DATA);
    return Answers.of(result.model(), images.images(), new StopSignal()).orElseThrow();
  }

  private static void assertSame(ConfusionMatrix expected, ConfusionMatrix actual) {
    assertArrayEquals(expected.counts(), actual.counts());
  }

  @Test
  void theImagesOfARunAreFoundAgainAndAnsweredAsTheRunDid() {
    RunResult result = train(CONFIG);
    assertSame(result.train().confusion(), answers(result, Part.TRAIN).confusion());
    assertSame(
        result.validation().orElseThrow().confusion(),
        answers(result, Part.VALIDATION).confusion());
    assertSame(result.test().confusion(), answers(result, Part.TEST).confusion());
  }

  @Test
  void trainAndValidationImagesAreTheFirstOfTheFileWithNoneInBoth() {
    RunImages train = RunImages.of(Part.TRAIN, CONFIG, DATA);
    RunImages validation = RunImages.of(Part.VALIDATION, CONFIG, DATA);
    int[] places = new int[900];
    System.arraycopy(train.places(), 0, places, 0, train.places().length);
    System.arraycopy(
        validation.places(), 0, places, train.places().length, validation.places().length);
    Arrays.sort(places);
    for (int i = 0; i < places.length; i++) {
      assertEquals(i, places[i]);
    }
    for (int i = 0; i < validation.places().length; i++) {
      assertEquals(DATA.train().image(validation.places()[i]), validation.images().image(i));
      assertEquals(DATA.train().label(validation.places()[i]), validation.images().label(i));
    }
  }

  @Test
  void whereNothingIsHeldOutEveryImageLearntFromIsCountedOnceAnEpoch() {
    RunResult result = train(CONFIG.toBuilder().validation(0).build());
    assertEquals(3, read.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(900, read.get(i).total());
      assertEquals(result.epochs().get(i).trainAccuracy(), read.get(i).accuracy(), 1e-12);
    }
  }

  @Test
  void theLastEpochsMatrixIsThatOfTheImagesHeldOut() {
    RunResult result = train(CONFIG);
    assertEquals(3, read.size());
    assertSame(result.validation().orElseThrow().confusion(), read.get(2));
    assertEquals(result.epochs().get(0).validationAccuracy(), read.get(0).accuracy(), 1e-12);
  }

  @Test
  void readingStopsWhenItIsTold() {
    StopSignal stop = new StopSignal();
    stop.stop();
    RunResult result = train(CONFIG);
    DigitSet images = DATA.test();
    assertEquals(Optional.empty(), Answers.of(result.model(), images, stop));
  }

  @Test
  void theLikeliestAndTheSecondAreTold() {
    Answers answers =
        new Answers(
            new byte[] {2, 1, 0}, 3, new float[] {.2f, .5f, .3f, .1f, .8f, .1f, .3f, .3f, .4f});
    assertEquals(1, answers.given(0));
    assertEquals(2, answers.second(0));
    assertFalse(answers.isRight(0));
    assertTrue(answers.isRight(1));
    assertEquals(0.2f, answers.margin(0), 1e-6);
    assertEquals(0, answers.second(1));
    assertEquals(3, answers.rightInTwo());
    assertEquals(1.0 / 3, answers.confusion().accuracy(), 1e-12);
  }
}
