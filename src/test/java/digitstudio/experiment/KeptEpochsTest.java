package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.text.Problem;
import digitstudio.training.Answers;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunImages;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store keeps of the epochs of real runs. */
class KeptEpochsTest {
  private static final TrainingData DATA = SmallMnist.of(600, 100);
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(8).epochs(6).batchSize(50).build();

  @TempDir private Path folder;
  private RunStore store;
  private final Map<Integer, List<float[]>> seen = new TreeMap<>();

  @BeforeEach
  void open() {
    store = RunStore.open(folder.resolve("runs.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Looks over the recorder's shoulder. */
  private final class Witness implements TrainingListener {
    private Network network;

    @Override
    public void started(Network network, PixelScaling scaling, int trainImages, int steps) {
      this.network = network;
    }

    @Override
    public void epochEnded(EpochResult result) {
      seen.put(result.epoch(), network.parameters());
    }
  }

  private long train(TrainingConfig config, TrainingListener also) {
    RunRecorder recorder = store.record(config, "", "");
    RunResult result =
        new Trainer(config, DATA).run(new Witness().then(recorder).then(also), new StopSignal());
    recorder.finished(result);
    return recorder.id();
  }

  private long train(TrainingConfig config) {
    return train(config, TrainingListener.SILENT);
  }

  private void assertKept(long id, Integer... epochs) {
    KeptWeights weights = store.epochWeights(id);
    assertEquals(List.of(epochs), weights.epochs());
    for (int epoch : epochs) {
      List<float[]> kept = weights.at(epoch).orElseThrow().parameters();
      for (int i = 0; i < kept.size(); i++) {
        assertArrayEquals(seen.get(epoch).get(i), kept.get(i));
      }
    }
  }

  @Test
  void theWeightsOfEveryEpochOfAShortRunAreKeptAsTheyWere() {
    assertKept(train(CONFIG), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void ofALongerRunAsManyEpochsAreKeptAsWasChosenFromTheFirstToTheLast() {
    store.keepEpochs(4);
    assertEquals(4, store.keptEpochs());
    assertKept(train(CONFIG.toBuilder().epochs(10).build()), 1, 4, 7, 10);
    store.keepEpochs(0);
    assertKept(train(CONFIG));
    assertEquals(6, store.confusions(2).size());
  }

  @Test
  void moreEpochsThanCanBeKeptAreRefused() {
    assertThrows(Problem.class, () -> store.keepEpochs(-1));
    assertThrows(Problem.class, () -> store.keepEpochs(RunStore.MOST_KEPT_EPOCHS + 1));
    assertEquals(RunStore.KEPT_EPOCHS, store.keptEpochs());
  }

  @Test
  void aRunThatMayEndEarlyIsThinnedOutAsItGrowsAndItsLastEpochKept() {
    store.keepEpochs(4);
    long id = train(CONFIG.toBuilder().epochs(12).patience(50).build());
    assertKept(id, 1, 5, 9, 12);
  }

  @Test
  void whicheverTheNumberTheEpochsAreSpreadAndNeverTooMany() {
    for (int most = 0; most <= 9; most++) {
      for (boolean early : new boolean[] {false, true}) {
        for (int epochs = 1; epochs <= 60; epochs++) {
          assertEquals(most > 0, kept(most, epochs, early).contains(epochs));
          assertTrue(kept(most, epochs, early).size() <= most);
        }
        assertTrue(most < 3 || kept(most, 60, early).contains(1));
      }
    }
    assertEquals(List.of(1, 21, 40, 60), kept(4, 60, false));
    assertTrue(kept(9, 60, true).size() >= 4);
  }

  private static List<Integer> kept(int most, int epochs, boolean early) {
    EvenEpochs even = new EvenEpochs(most, epochs, early);
    List<Integer> kept = new ArrayList<>();
    for (int epoch : IntStream.rangeClosed(1, epochs).toArray()) {
      if (even.takes(epoch)) {
        kept.add(epoch);
      }
      kept.removeAll(even.surplus());
      assertTrue(kept.size() <= most);
    }
    if (even.takesLast(epochs)) {
      kept.add(epochs);
    }
    return kept;
  }

  @Test
  void theWeightsOfARunThatGoesOnAreThereBeforeTheyAreWritten() {
    List<List<Integer>> told = new ArrayList<>();
    List<Integer> read = new ArrayList<>();
    long id =
        train(
            CONFIG,
            new TrainingListener() {
              @Override
              public void epochEnded(EpochResult result) {
                told.add(store.epochWeights(1).epochs());
                assertTrue(store.epochWeights(1).at(result.epoch()).isPresent());
                read.add(store.confusions(1).size());
              }
            });
    assertEquals(1, id);
    assertEquals(List.of(1, 2), told.get(1));
    assertEquals(List.of(1, 2, 3, 4, 5, 6), read);
  }

  @Test
  void eachEpochsMatrixIsThatOfItsWeightsOnTheImagesHeldOut() {
    long id = train(CONFIG);
    RunImages held = RunImages.of(RunImages.Part.VALIDATION, CONFIG, DATA);
    List<EpochConfusion> confusions = store.confusions(id);
    assertEquals(6, confusions.size());
    for (EpochConfusion epoch : confusions) {
      Model model = store.epochWeights(id).at(epoch.epoch()).orElseThrow();
      Answers apart = Answers.of(model, held.images(), new StopSignal()).orElseThrow();
      assertArrayEquals(apart.confusion().counts(), epoch.confusion().counts());
    }
  }

  @Test
  void theNearestKeptEpochIsTold() {
    store.keepEpochs(3);
    KeptWeights weights = store.epochWeights(train(CONFIG.toBuilder().epochs(9).build()));
    assertEquals(List.of(1, 5, 9), weights.epochs());
    assertEquals(OptionalInt.of(5), weights.nearest(4));
    assertEquals(OptionalInt.of(1), weights.nearest(3));
    assertEquals(OptionalInt.empty(), KeptWeights.NONE.nearest(3));
    assertFalse(weights.at(4).isPresent());
  }

  @Test
  void aRunFileCarriesTheEpochsToAnotherStore() throws IOException {
    store.keepEpochs(3);
    long id = train(CONFIG);
    Path file = folder.resolve("run.digitrun");
    RunFile.write(store.kept(id).orElseThrow(), file);
    KeptRun read = RunFile.read(file);
    try (RunStore elsewhere = RunStore.open(folder.resolve("elsewhere.db"))) {
      long there = elsewhere.add(read);
      assertEquals(store.epochWeights(id).epochs(), elsewhere.epochWeights(there).epochs());
      RunStoreTest.assertSame(
          store.epochWeights(id).at(4).orElse(store.epochWeights(id).at(3).orElseThrow()),
          elsewhere
              .epochWeights(there)
              .at(4)
              .orElseGet(() -> elsewhere.epochWeights(there).at(3).orElseThrow()));
      List<EpochConfusion> expected = store.confusions(id);
      List<EpochConfusion> actual = elsewhere.confusions(there);
      assertEquals(6, actual.size());
      for (int i = 0; i < 6; i++) {
        assertEquals(expected.get(i).epoch(), actual.get(i).epoch());
        assertArrayEquals(
            expected.get(i).confusion().counts(), actual.get(i).confusion().counts());
      }
    }
  }

  // What the first version wrote

  private Path old(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = getClass().getResourceAsStream("/digitstudio/" + name)) {
      Files.copy(in, copy);
    }
    return copy;
  }

  @Test
  void aStoreOfTheFirstVersionOpensWithItsRunsAndTakesNewOnes() throws IOException {
    close();
    store = RunStore.open(old("store-1.db"));
    RunSummary run = store.runs().get(0);
    assertEquals("old run", run.name());
    assertEquals(5, store.details(run.id()).orElseThrow().epochs().size());
    assertTrue(store.model(run.id(), RunStore.Weights.FINAL).isPresent());
    assertEquals(List.of(), store.epochWeights(run.id()).epochs());
    assertEquals(List.of(), store.confusions(run.id()));
    assertKept(train(CONFIG), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void aRunFileOfTheFirstVersionIsReadStill() throws IOException {
    KeptRun run = RunFile.read(old("run-1.digitrun"));
    assertEquals("old run", run.details().summary().name());
    assertTrue(run.last().isPresent() && run.best().isPresent());
    assertEquals(List.of(), run.confusions());
    assertEquals(List.of(), run.weights().epochs());
    assertEquals("old run", store.run(store.add(run)).orElseThrow().name());
  }
}
