package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Reduction;
import digitstudio.text.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Own drawings as a weighted part of what a run learns from. */
class OwnDrawingsTest {
  private static final TrainingData DATA = SmallMnist.of(300, 50);
  private static final OwnDrawings DRAWINGS =
      OwnDrawings.of(SmallMnist.of(340, 1).train().select(IntStream.range(300, 340).toArray()));
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(6).epochs(2).batchSize(32).validation(0).build();

  private static RunResult train(TrainingConfig config, TrainingData data) {
    return new Trainer(config, data).run(new TrainingListener() {}, new StopSignal());
  }

  @Test
  void aDrawingOfWeightTwoCountsAsTwoTrainingImages() {
    int[] twice =
        IntStream.concat(
                IntStream.range(0, 300),
                IntStream.concat(IntStream.range(300, 340), IntStream.range(300, 340)))
            .toArray();
    TrainingData appended =
        new TrainingData(SmallMnist.of(340, 1).train().select(twice), DATA.test(), DATA.sha256());
    for (Reduction reduction : Reduction.values()) {
      TrainingConfig plain = CONFIG.toBuilder().reduction(reduction).learningRate(1e-4).build();
      RunResult expected = train(plain, appended);
      RunResult drawn =
          train(plain.toBuilder().ownDrawings(2).build(), DATA.withDrawings(() -> DRAWINGS));
      for (int i = 0; i < expected.model().parameters().size(); i++) {
        assertArrayEquals(expected.model().parameters().get(i), drawn.model().parameters().get(i));
      }
      assertEquals(expected.epochs().get(1).trainLoss(), drawn.epochs().get(1).trainLoss());
    }
  }

  @Test
  void withoutAWeightTheDrawingsAreNotEvenRead() {
    RunResult plain = train(CONFIG, DATA);
    RunResult beside =
        train(
            CONFIG,
            DATA.withDrawings(
                () -> {
                  throw new AssertionError("read");
                }));
    assertEquals(plain.epochs().get(1).trainLoss(), beside.epochs().get(1).trainLoss());
    assertEquals(0, beside.provenance().drawings());
    assertEquals("", beside.provenance().drawingsSha256());
  }

  @Test
  void theFractionOfAWeightIsAShareThatTheSeedDraws() {
    int[] times = new int[40];
    Arrays.stream(DRAWINGS.shown(2.25, 7)).forEach(shown -> times[shown]++);
    assertEquals(10, Arrays.stream(times).filter(count -> count == 3).count());
    assertEquals(30, Arrays.stream(times).filter(count -> count == 2).count());
    assertArrayEquals(DRAWINGS.shown(2.25, 7), DRAWINGS.shown(2.25, 7));
    assertFalse(Arrays.equals(DRAWINGS.shown(2.25, 7), DRAWINGS.shown(2.25, 8)));
    assertEquals(20, Arrays.stream(DRAWINGS.shown(0.5, 1)).distinct().count());
  }

  @Test
  void drawingsAreLearntFromAndNeverHeldOut() {
    TrainingConfig config = CONFIG.toBuilder().validation(0.2).ownDrawings(1).build();
    RunData with =
        RunData.of(config, DATA.withDrawings(() -> DRAWINGS), RunImages.splitSeed(config));
    RunData without =
        RunData.of(config.toBuilder().ownDrawings(0).build(), DATA, RunImages.splitSeed(config));
    assertEquals(without.train().size() + 40, with.train().size());
    assertArrayEquals(without.validation().labels(), with.validation().labels());
    assertArrayEquals(
        without.train().labels(), Arrays.copyOf(with.train().labels(), without.train().size()));
  }

  @Test
  void theProvenanceTellsWhichDrawings() {
    RunResult run =
        train(CONFIG.toBuilder().ownDrawings(1).build(), DATA.withDrawings(() -> DRAWINGS));
    assertEquals(40, run.provenance().drawings());
    assertEquals(DRAWINGS.sha256(), run.provenance().drawingsSha256());
    assertEquals(run.provenance(), ConfigJson.readProvenance(ConfigJson.write(run.provenance())));
    OwnDrawings fewer = OwnDrawings.of(DRAWINGS.images().first(39));
    assertNotEquals(DRAWINGS.sha256(), fewer.sha256());
    assertFalse(run.provenance().hasDrawingsOf(run.provenance().with(fewer)));
  }

  @Test
  void settingsOfBeforeAreReadAndWrittenAsTheyWere() {
    assertFalse(ConfigJson.write(CONFIG).has("ownDrawings"));
    assertEquals(0, ConfigJson.read(ConfigJson.write(CONFIG)).ownDrawings());
    TrainingConfig drawn = CONFIG.toBuilder().ownDrawings(2.5).build();
    assertEquals(drawn, ConfigJson.read(ConfigJson.write(drawn)));
    assertThrows(Problem.class, () -> CONFIG.toBuilder().ownDrawings(-1).build());
    assertThrows(Problem.class, () -> CONFIG.toBuilder().ownDrawings(Double.NaN).build());
  }

  @Test
  void whatCannotBeLearntFromIsRefusedWithASentence() {
    assertEquals("own.none", refused(OwnDrawings.NONE, 1));
    DigitSet all = DATA.train();
    int[] threes = IntStream.range(0, 300).filter(i -> all.label(i) == 3).toArray();
    assertEquals("own.oneDigit", refused(OwnDrawings.of(all.select(threes)), 1));
    assertEquals("own.tooLittle", refused(DRAWINGS, 0.001));
  }

  private static String refused(OwnDrawings drawings, double weight) {
    TrainingConfig config = CONFIG.toBuilder().ownDrawings(weight).build();
    Problem problem =
        assertThrows(Problem.class, () -> new Trainer(config, DATA.withDrawings(() -> drawings)));
    assertFalse(problem.sentence(Locale.ENGLISH).isBlank());
    return problem.key();
  }
}
