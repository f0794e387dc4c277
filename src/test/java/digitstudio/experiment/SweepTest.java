package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Activation;
import digitstudio.nn.Optimizer;
import digitstudio.text.Problem;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runs that a sweep comes to. */
class SweepTest {
  private static final TrainingConfig BASE = TrainingConfig.DEFAULT;

  @TempDir private Path folder;

  @Test
  void aGridIsEveryCombinationWithItsRepeatsTogether() {
    Sweep sweep = sweep(0, 2, "learning-rate=0.1,0.01", "activation=relu,tanh");
    assertEquals(8, sweep.count());
    List<TrainingConfig> configs = sweep.configs();
    assertEquals(8, configs.size());
    assertEquals(config(0.1, new Activation.Relu(), 1), configs.get(0));
    assertEquals(config(0.1, new Activation.Relu(), 2), configs.get(1));
    assertEquals(config(0.1, new Activation.Tanh(), 1), configs.get(2));
    assertEquals(config(0.01, new Activation.Tanh(), 2), configs.get(7));
  }

  private static TrainingConfig config(double rate, Activation activation, long seed) {
    return BASE.toBuilder().learningRate(rate).activation(activation).seed(seed).build();
  }

  @Test
  void theLayersOfOneNetworkAreJoinedByHyphens() {
    assertEquals(
        List.of(List.of(), List.of(256), List.of(256, 128)),
        sweep(0, 1, "hidden=none,256,256-128").configs().stream()
            .map(TrainingConfig::hidden)
            .toList());
  }

  @Test
  void valuesThatAreTheSameAreTriedOnce() {
    assertEquals(1, sweep(0, 1, "learning-rate=0.1,0.1").count());
    assertEquals(1, sweep(0, 1, "learning-rate=0.1,0.10").configs().size());
  }

  @Test
  void aRangeOfLearningRatesIsDividedByItsLogarithm() {
    assertEquals(List.of(0.001, 0.01, 0.1), rates(sweep(0, 1, "learning-rate=0.001..0.1:3")));
    assertEquals(
        List.of(0.0, 0.25, 0.5),
        sweep(0, 1, "dropout=0..0.5:3").configs().stream().map(TrainingConfig::dropout).toList());
    assertEquals(
        List.of("10", "15", "20"),
        sweep(0, 1, "epochs=10..20:3").configs().stream()
            .map(config -> Setting.EPOCHS.value(config).orElseThrow())
            .toList());
  }

  @Test
  void aMillionCombinationsAreCountedAndRefusedWithoutBeingMade() {
    Sweep sweep =
        sweep(
            0,
            1,
            "epochs=1..1000:1000",
            "batch-size=1..1000:1000",
            "patience=1..1000:1000",
            "seed=1..10000:10000",
            "train-limit=1000..9999:9000",
            "hidden=1..10000:10000",
            "dropout=0..0.9:900");
    assertEquals(Long.MAX_VALUE, sweep.count());
    Problem refused = assertThrows(Problem.class, sweep::configs);
    assertEquals("sweep.tooMany", refused.key());
    assertEquals(3, sweep(3, 1, "epochs=1..1000:1000", "hidden=1..1000:1000").configs().size());
  }

  @Test
  void drawsAreOfTheirSeedAndWithinTheirRange() {
    Sweep sweep = sweep(50, 1, "learning-rate=0.0001..1");
    List<Double> rates = rates(sweep);
    assertEquals(rates, rates(sweep));
    assertNotEquals(rates, rates(new Sweep(BASE, sweep.axes(), 50, 2, 1)));
    assertEquals(50, rates.size());
    assertTrue(rates.stream().allMatch(rate -> rate >= 0.0001 && rate <= 1), rates.toString());
    // By size: as many below the middle of the logarithms as above it, more or less.
    long small = rates.stream().filter(rate -> rate < 0.01).count();
    assertTrue(small > 12 && small < 38, rates.toString());
  }

  @Test
  void moreDrawsThanCombinationsAreTheGrid() {
    Sweep sweep = sweep(100, 2, "learning-rate=0.1,0.01", "activation=relu,tanh");
    assertEquals(8, sweep.count());
    assertEquals(
        sweep(0, 2, "learning-rate=0.1,0.01", "activation=relu,tanh").configs(), sweep.configs());
  }

  @Test
  void anotherOptimizerKeepsOnlyWhatFitsIt() {
    assertEquals(
        List.of(new Optimizer.Sgd(), new Optimizer.Momentum(0.9)),
        sweep(0, 1, "optimizer=sgd,momentum").configs().stream()
            .map(TrainingConfig::optimizer)
            .toList());
  }

  @Test
  void theTimeIsThatOfAllRuns() {
    SpeedEstimate speed = new SpeedEstimate();
    List<TrainingConfig> configs = sweep(0, 3, "learning-rate=0.1,0.01").configs();
    assertTrue(Sweep.seconds(configs, speed, 60_000).isEmpty());
    speed.measured(BASE, 48_000, 48_000);
    assertEquals(60, Sweep.seconds(configs, speed, 60_000).getAsDouble(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning-rate | does not say which values",
        "=0.1 | does not say which values",
        "learning-rate= | learning-rate has no values",
        "learning-rate=0.1,,0.2 | a value of the list is empty",
        "rate=1 | there is no setting \"rate\"",
        "learning-rate=fast | learning-rate: \"fast\" is not a number",
        "learning-rate=0.1..0.01:3 | the range from 0.1 to 0.01 is empty",
        "learning-rate=0..1:3 | learning-rate is 0; take a number above 0",
        "learning-rate=0.1..1:1 | cannot have one value alone",
        "learning-rate=0.1..1 | say how many values",
        "dropout=0.5,1 | dropout is 1",
        "momentum=0.9 | --momentum does not belong",
        "lambda=1 | --lambda has no effect",
        "standardization=perhaps | standardization: \"perhaps\" is unknown; take one of true,"
            + " false",
      })
  void aWrongAxisIsOneSentence(String axis, String sentence) {
    Problem problem = assertThrows(Problem.class, () -> sweep(0, 1, axis).configs());
    assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
  }

  @Test
  void aSettingListedTwiceAndSeedsAskedForTwiceAreRefused() {
    assertThrows(Problem.class, () -> sweep(0, 1, "seed=1,2", "seed=3"));
    assertThrows(Problem.class, () -> sweep(0, 2, "seed=1,2"));
    assertThrows(Problem.class, () -> sweep(5, 1));
  }

  @Test
  void aFileSaysWhatTheOptionsSay() throws IOException {
    SweepFile file =
        read(
            "{'preset': 'optimizer-momentum', 'config': {'epochs': 3, 'hidden': [64]},"
                + " 'grid': {'learningRate': [0.1, 0.01], 'momentum': [0.8],"
                + " 'hidden': [[], 32, [64, 32]], 'standardization': [true, false],"
                + " 'dropout': {'from': 0, 'to': 0.5, 'count': 2}},"
                + " 'random': 4, 'randomSeed': 9, 'seeds': 2}");
    assertEquals("sweep", file.name());
    TrainingConfig base = Presets.named("optimizer-momentum").config();
    assertEquals(
        new Sweep(
            base.toBuilder().epochs(3).hidden(64).build(),
            Stream.of(
                    "learning-rate=0.1,0.01",
                    "momentum=0.8",
                    "hidden=none,32,64-32",
                    "standardization=true,false",
                    "dropout=0..0.5:2")
                .map(SweepAxis::parse)
                .toList(),
            4,
            9,
            2),
        file.sweep());
    assertEquals(8, file.sweep().configs().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'grid': {'learningRate': []}} | learning-rate has no values",
        "{'grid': {'rate': [1]}} | there is no setting \"rate\"",
        "{'grid': {'learningRate': ['fast']}} | \"fast\" is not a number",
        "{'grid': {'learningRate': [true]}} | grid.learningRate[0] is true",
        "{'grid': {'learningRate': [0.1, null]}} | grid.learningRate[1] is null",
        "{'grid': {'learningRate': 0.1}} | grid.learningRate is 0.1; write a list",
        "{'grid': {'learningRate': {'from': 1}}} | grid.learningRate.to is missing",
        "{'grid': {'dropout': {'from': 0, 'to': 1, 'by': 2}}} | \"by\" is not a setting",
        "{'grid': {'epochs': {'from': 1, 'to': 99999, 'count': 99999}}} | comes to 99999 runs",
        "{'grid': 5} | grid is 5",
        "{'config': {'momentum': 0.9}} | --momentum does not belong",
        "{'config': {'epochs': 0}} | epochs is 0; take at least 1",
        "{'gird': {}} | \"gird\" is not a setting that is known",
        "{'preset': 'fast'} | there is no preset \"fast\"",
        "{'seeds': 0} | seeds is 0; take at least 1",
        "{'seeds': 'many'} | seeds is \"many\"",
        "{'seeds': 1, 'seeds': 2} | line 1 is not proper JSON",
        "[1] | sweep is [1]",
        "{'seeds': | line 1 is not proper JSON",
        "{} {} | line 1 is not proper JSON",
      })
  void aWrongFileIsOneSentenceWithItsPlace(String json, String sentence) {
    Problem problem =
        assertThrows(
            Problem.class,
            () -> {
              SweepFile file = read(json);
              file.sweep().configs();
            });
    assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
    assertEquals(1, problem.getMessage().lines().count());
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsSaid() {
    assertEquals(
        "sweep.fileMissing",
        assertThrows(Problem.class, () -> SweepFile.read(folder.resolve("absent.json"))).key());
    assertEquals(
        "sweep.fileIsFolder", assertThrows(Problem.class, () -> SweepFile.read(folder)).key());
  }

  @Test
  void anEmptyFileIsSaidWithAnExample() throws IOException {
    String said = assertThrows(Problem.class, () -> read(" ")).getMessage();
    assertTrue(said.contains("sweep.json: the file is empty; write a sweep such as"));
    assertTrue(said.endsWith("{\"grid\": {\"learningRate\": [0.1, 0.01]}}"));
  }

  private SweepFile read(String json) throws IOException {
    return SweepFile.read(Files.writeString(folder.resolve("sweep.json"), json.replace('\'', '"')));
  }

  private static List<Double> rates(Sweep sweep) {
    return sweep.configs().stream().map(config -> config.learningRate().initial()).toList();
  }

  private static Sweep sweep(int draws, int seeds, String... axes) {
    List<SweepAxis> parsed = new ArrayList<>(Arrays.stream(axes).map(SweepAxis::parse).toList());
    return new Sweep(BASE, parsed, draws, 1, seeds);
  }
}
