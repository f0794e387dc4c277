package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.digits.sets.ImageSets;
import digitstudio.digits.sets.Pictures;
import digitstudio.digits.sets.SetOptions;
import digitstudio.report.document.LabReport;
import digitstudio.report.document.RunReport;
import digitstudio.text.Problem;
import digitstudio.training.DataDescription;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of one's own from their folder to the store, the files and the report. */
class OwnDataTest {
  @TempDir Path folder;

  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(16).epochs(12).batchSize(8).learningRate(0.01).build();

  private TrainingData pictures(String... classes) {
    Path set = folder.resolve("bars-" + classes.length);
    Pictures.write(set, 15, true, classes);
    return TrainingData.of(ImageSets.read(set, SetOptions.AUTO));
  }

  private static RunResult train(TrainingData data, RunRecorder recorder) {
    RunResult result = new Trainer(CONFIG, data).run(recorder, new StopSignal());
    recorder.finished(result);
    return result;
  }

  @Test
  void threeClassesGoThroughTrainingStoreFilesAndReport() throws IOException {
    TrainingData data = pictures("circle", "square", "triangle");
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunRecorder recorder = store.record(CONFIG, "", "");
      RunResult result = train(data, recorder);
      assertEquals(3, result.model().spec().outputs());
      assertTrue(result.test().accuracy() > 0.9, "accuracy " + result.test().accuracy());
      DataDescription kept = new DataDescription("bars-3", data.classes());

      assertEquals(kept, store.run(recorder.id()).orElseThrow().data());
      KeptRun run = store.kept(recorder.id()).orElseThrow();
      assertEquals(kept, run.details().provenance().orElseThrow().data());
      assertEquals(3, run.last().orElseThrow().spec().outputs());

      Path exported = folder.resolve("run.digitrun");
      RunFile.write(run, exported);
      KeptRun read = RunFile.read(exported);
      assertEquals(kept, read.details().summary().data());
      assertEquals(kept, store.run(store.add(read)).orElseThrow().data());

      Path file = folder.resolve("model.npz");
      ModelFile.write(result.model(), file);
      Model model = ModelFile.read(file);
      assertEquals(kept, model.provenance().data());

      LabReport report = new RunReport(Locale.US).of(run.details(), run.last(), "");
      String words = report.toString();
      assertTrue(words.contains("triangle"), words);
      assertTrue(words.contains("784–16–3"), words);
      assertTrue(words.contains("bars-3"), words);
    }
  }

  @Test
  void twentySixLettersAreTrainedAndNamed() {
    String[] letters =
        IntStream.range(0, 26).mapToObj(i -> Character.toString('A' + i)).toArray(String[]::new);
    TrainingData data = pictures(letters);
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunRecorder recorder = store.record(CONFIG, "", "");
      RunResult result = train(data, recorder);
      assertEquals(26, result.test().confusion().classes());
      assertEquals("Z", result.provenance().data().className(25));
      assertEquals(26, store.confusions(recorder.id()).get(0).confusion().classes());
    }
  }

  @Test
  void runsOnOtherDataAreNotCompared() {
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunRecorder one = store.record(CONFIG, "", "");
      train(pictures("a", "b", "c"), one);
      RunRecorder other = store.record(CONFIG, "", "");
      train(pictures("a", "b"), other);
      List<RunDetails> runs =
          List.of(store.details(one.id()).orElseThrow(), store.details(other.id()).orElseThrow());
      assertEquals(Fairness.Verdict.INCOMPARABLE, Comparison.of(runs).fairness().verdict());
    }
  }

  @Test
  void aStoreOfTheSecondVersionOpensAndItsRunsAreMnists() throws IOException {
    Path copy = folder.resolve("store-2.db");
    try (InputStream in = getClass().getResourceAsStream("/digitstudio/store-2.db")) {
      Files.copy(in, copy);
    }
    try (RunStore store = RunStore.open(copy)) {
      RunSummary run = store.runs().get(0);
      assertEquals(DataDescription.MNIST, run.data());
      assertEquals(2, store.details(run.id()).orElseThrow().epochs().size());
      assertTrue(store.model(run.id(), RunStore.Weights.FINAL).isPresent());
      RunRecorder recorder = store.record(CONFIG, "", "");
      train(pictures("a", "b", "c"), recorder);
      assertEquals(
          Optional.of(new ClassNames(List.of("a", "b", "c"))),
          store.run(recorder.id()).map(one -> one.data().classes()));
    }
  }

  @Test
  void classNamesAreTwoToSixtyTwoAndDiffer() {
    assertThrows(Problem.class, () -> new ClassNames(List.of("a")));
    assertThrows(Problem.class, () -> new ClassNames(List.of("a", "a")));
    assertThrows(Problem.class, () -> new ClassNames(List.of("a", " ")));
    assertThrows(Problem.class, () -> ClassNames.numbered(63));
    assertEquals(62, ClassNames.numbered(62).count());
  }
}
