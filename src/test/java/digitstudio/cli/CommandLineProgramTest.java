package digitstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.bench.BenchmarkPlan;
import digitstudio.bench.Figure;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.experiment.Presets;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.Shuffle;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import digitstudio.training.augment.Augmentation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, with the training itself left out. */
class CommandLineProgramTest {
  @TempDir private Path folder;
  @TempDir private Path storeFolder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeWorkbench workbench = new FakeWorkbench();

  @Test
  void withoutOptionsTheFirstPresetIsTrained() {
    assertEquals(0, run("train"));
    assertEquals(Presets.FIRST.config(), workbench.config);
    assertEquals(Path.of("usual-data"), workbench.folder);
  }

  @Test
  void everyOptionReachesItsSetting() {
    assertEquals(
        0,
        run(
            ("train --hidden 300,100 --activation leaky-relu:0.2 --loss mean-squared-error"
                    + " --optimizer adam --beta1 0.8 --beta2 0.95 --epsilon 1e-6"
                    + " --no-bias-correction --learning-rate 0.01 --schedule step:3:0.5"
                    + " --batch-size all --reduction sum --regularization l1 --lambda 0.2"
                    + " --dropout 0.3 --init normal:0.05 --epochs 4 --patience 2 --validation 0.3"
                    + " --shuffle never --seed -9 --train-limit 5000 --own-drawings 2.5"
                    + " --contrast-stretching --standardization --shift 1.5 --rotation 12"
                    + " --scale 0.1 --shear 0.2 --elastic 34 --smoothness 4 --data elsewhere")
                .split(" ")));
    assertEquals(
        new TrainingConfig(
            List.of(300, 100),
            new Activation.LeakyRelu(0.2),
            Loss.MEAN_SQUARED_ERROR,
            new Optimizer.Adam(0.8, 0.95, 1e-6, false),
            new LearningRate.Step(0.01, 3, 0.5),
            new BatchSize.All(),
            Reduction.SUM,
            new Regularizer.L1(0.2),
            0.3,
            new Initializer.Normal(0.05),
            4,
            2,
            0.3,
            5000,
            2.5,
            true,
            true,
            new Augmentation(1.5, 12, 0.1, 0.2, 34, 4),
            Shuffle.NEVER,
            -9),
        workbench.config);
    assertEquals(Path.of("elsewhere"), workbench.folder);
  }

  @Test
  void optionsOverrideThePresetAndLeaveTheRestOfIt() {
    run("train", "--preset", "optimizer-momentum", "--epochs", "3", "--hidden", "none");
    assertEquals(
        Presets.named("optimizer-momentum").config().toBuilder().epochs(3).hidden().build(),
        workbench.config);
  }

  @Test
  void anotherOptimizerKeepsOnlyWhatFitsIt() {
    run("train", "--preset", "optimizer-momentum", "--momentum", "0.8", "--optimizer", "nesterov");
    assertEquals(new Optimizer.Nesterov(0.8), workbench.config.optimizer());
    run("train", "--preset", "optimizer-rmsprop", "--optimizer", "sgd");
    assertEquals(new Optimizer.Sgd(), workbench.config.optimizer());
  }

  @Test
  void theLearningRateAloneKeepsTheScheduleOfThePreset() {
    run("train", "--preset", "dropout", "--learning-rate", "0.5");
    assertEquals(new LearningRate.Cosine(0.5), workbench.config.learningRate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --lambda 1 | --lambda has no effect without regularization",
        "train --regularization l2 | --regularization l2 needs a strength",
        "train --optimizer sgd --momentum 0.9 | --momentum does not belong to the optimizer sgd",
        "train --optimizer sgd --no-bias-correction | --no-bias-correction does not belong",
        "train --hidden 0 | hidden is 0; take at least 1",
        "train --hidden 3,,4 | hidden: \"\" is not a whole number",
        "train --activation swish | activation: \"swish\" is unknown",
        "train --activation leaky-relu:2 | slope is 2",
        "train --init normal:0 | init is 0",
        "train --learning-rate NaN | learning-rate is NaN",
        "train --validation 0.6 | validation is 0.6",
        "train --validation 0 --patience 3 | patience needs a validation share",
        "train --seed x | seed: \"x\" is not a whole number",
        "train --preset fast | there is no preset \"fast\"",
        "train --epoch 3 | the option --epoch is unknown; see digit-studio train --help",
        "train --epochs | --epochs needs a value",
        "train --epochs 3 --epochs 4 | --epochs is given twice",
        "train more | more is one argument too many",
        "evaluate | MODEL.npz is missing; see digit-studio evaluate --help",
        "predict model.npz | IMAGE is missing",
        "test | the command test is unknown",
        "evaluate absent.npz | absent.npz: there is no such file",
        "train --json absent/run.json | absent/run.json: there is no folder",
        "train --json same --out ./same | same: --json and --out name the same file",
      })
  void whatIsWrongIsSaidInOneSentence(String arguments, String sentence) {
    assertEquals(2, run(arguments.split(" ")));
    assertTrue(err.toString().startsWith("digit-studio: " + sentence), err.toString());
    assertEquals(1, err.toString().lines().count());
    assertEquals("", out.toString());
    assertFalse(workbench.trained);
  }

  @Test
  void aFolderIsNoPlaceForAFile() {
    assertEquals(2, run("train", "--out", folder.toString()));
    assertTrue(err.toString().contains("this is a folder"));
    assertFalse(workbench.trained);
  }

  @Test
  void whatCannotBeWrittenIsFoundBeforeTheTrainingAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(2, run("train", "--json", file.resolve("run.json").toString()));
    assertFalse(workbench.trained);

    run("train", "--json", folder.resolve("run.json").toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("file", "run.json"),
          files.map(each -> each.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aRunIsWrittenAsJsonAndAsModel() throws IOException {
    Path json = folder.resolve("run.json");
    Path model = folder.resolve("model.npz");
    assertEquals(0, run("train", "--json", json.toString(), "--out", model.toString()));

    JsonNode run = new ObjectMapper().readTree(json.toFile());
    assertEquals("adam", run.at("/config/optimizer").textValue());
    assertEquals("ab", run.at("/provenance/dataSha256").textValue());
    assertEquals(1, run.at("/epochs/0/epoch").intValue());
    assertEquals(0.5, run.at("/epochs/0/trainLoss").doubleValue());
    assertEquals(0.75, run.at("/epochs/0/trainAccuracy").doubleValue());
    assertEquals(2.5, run.at("/epochs/0/seconds").doubleValue());
    assertEquals(0.8, run.at("/train/accuracy").doubleValue());
    assertEquals(0.8, run.at("/test/accuracy").doubleValue());
    assertEquals(2, run.at("/test/precision").size());
    assertEquals(0.75, run.at("/test/recall/0").doubleValue());
    assertEquals(1, run.at("/test/confusion/0/1").intValue());
    assertEquals(2.5, run.at("/trainingSeconds").doubleValue());
    assertEquals("FINISHED", run.at("/state").textValue());
    assertFalse(run.at("/stoppedEarly").booleanValue());
    assertEquals(0, run.at("/doctor").size());
    assertEquals(List.of(2), ModelFile.read(model).spec().hidden());
  }

  @Test
  void theModelIsWrittenWhereTheJsonCannotBe() throws IOException {
    Path vanishing = Files.createDirectory(folder.resolve("vanishing"));
    Path model = folder.resolve("model.npz");
    workbench.meanwhile = () -> assertTrue(vanishing.toFile().delete());
    assertEquals(
        1,
        run(
            "train",
            "--json",
            vanishing.resolve("run.json").toString(),
            "--out",
            model.toString()));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("run.json"), err.toString());
    assertEquals(List.of(2), ModelFile.read(model).spec().hidden());
  }

  @Test
  void whatNoOtherArgumentWouldHaveAvoidedIsAFailure() {
    workbench.failure = new Problem("store.full", "runs.db");
    assertEquals(1, run("train"));
    workbench.failure = new Problem("store.newer", "runs.db", "9", "3");
    assertEquals(2, run("train"));
  }

  @Test
  void aNumberThatIsNotFiniteIsNullInJson() throws IOException {
    Path json = folder.resolve("run.json");
    workbench.state = RunState.DIVERGED;
    workbench.loss = Double.POSITIVE_INFINITY;
    run("train", "--json", json.toString());

    JsonNode run = new ObjectMapper().readTree(json.toFile());
    assertTrue(run.at("/epochs/0/trainLoss").isNull());
    assertTrue(run.at("/epochs/0/validationLoss").isNull());
    assertTrue(run.at("/test/loss").isNull());
    assertEquals("DIVERGED", run.at("/state").textValue());
  }

  @Test
  void whatTheDoctorFindsIsInTheJsonWithTheSettingsThatHelp() throws IOException {
    Path json = folder.resolve("run.json");
    workbench.state = RunState.DIVERGED;
    run("train", "--json", json.toString());

    JsonNode found = new ObjectMapper().readTree(json.toFile()).at("/doctor/0");
    assertEquals("divergence", found.at("/condition").textValue());
    assertEquals("doctor.divergence.notFinite", found.at("/key").textValue());
    assertEquals(1, found.at("/arguments/0").intValue());
    assertEquals("doctor.change.learningRate", found.at("/changeKey").textValue());
    assertEquals(0.0001, found.at("/config/learningRate").doubleValue());
  }

  @Test
  void aRunThatDivergedIsAFailureWithAWayOutAndNoModel() {
    workbench.state = RunState.DIVERGED;
    Path model = folder.resolve("model.npz");
    assertEquals(1, run("train", "--out", model.toString()));
    assertEquals(1, err.toString().lines().count());
    assertTrue(err.toString().contains("learning rate"), err.toString());
    assertFalse(Files.exists(model));
  }

  @Test
  void aRunThatWasStoppedWritesItsFilesAndEndsWith130() {
    workbench.state = RunState.STOPPED;
    Path json = folder.resolve("run.json");
    Path model = folder.resolve("model.npz");
    assertEquals(130, run("train", "--json", json.toString(), "--out", model.toString()));
    assertTrue(Files.exists(json));
    assertTrue(Files.exists(model));
  }

  @Test
  void everyEpochIsOneLine() {
    run("train", "--validation", "0");
    assertTrue(
        out.toString().startsWith("epoch 1/10: loss 0.5000, accuracy 75.00 %, 2.50 s"),
        out.toString());
    assertTrue(out.toString().contains("test: accuracy 80.00 %"), out.toString());
  }

  @Test
  void quietPrintsNothing() {
    assertEquals(0, run("train", "--quiet"));
    assertEquals("", out.toString() + err);
  }

  @Test
  void aProblemOfTheWorkIsOneSentence() {
    workbench.failure = new Problem("settings.batchTooLarge", 9, 5);
    assertEquals(2, run("train"));
    assertEquals(
        "digit-studio: batch-size is 9 but there are 5 training images; take a smaller batch, or"
            + " all"
            + System.lineSeparator(),
        err.toString());
  }

  @Test
  void whatNobodyExpectedIsOneSentenceThatNamesTheLog() {
    workbench.failure = new IllegalStateException("broken");
    assertEquals(1, run("train"));
    assertEquals(1, err.toString().lines().count());
    assertTrue(err.toString().contains(System.getProperty("digitstudio.log")), err.toString());
  }

  @Test
  void tooLittleMemoryIsSaid() {
    workbench.error = new OutOfMemoryError();
    assertEquals(1, run("train"));
    assertTrue(err.toString().startsWith("digit-studio: memory did not suffice"), err.toString());
  }

  @Test
  void aPictureIsAnsweredWithItsDigitAndEveryProbability() throws IOException {
    Path model = savedModel();
    assertEquals(2, run("predict", model.toString(), "a.png", "blank.png", "b.png"));
    assertEquals(
        List.of("a.png: 1  0:0.2500  1:0.7500", "b.png: 1  0:0.2500  1:0.7500"),
        out.toString().lines().toList());
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void aPictureOfRowsIsAnsweredRowByRowUnlessItIsSaidToBeOneDigit() throws IOException {
    String model = savedModel().toString();
    assertEquals(0, run("predict", model, "rows.png"));
    assertEquals(
        List.of(
            "rows.png:1: 11",
            "rows.png:1:1: 1  0:0.2500  1:0.7500",
            "rows.png:1:2: 1  0:0.2500  1:0.7500",
            "rows.png:2: 1",
            "rows.png:2:1: 1  0:0.2500  1:0.7500"),
        out.toString().lines().toList());

    out.getBuffer().setLength(0);
    assertEquals(0, run("predict", model, "--one", "rows.png"));
    assertEquals(List.of("rows.png: 1  0:0.2500  1:0.7500"), out.toString().lines().toList());
  }

  @Test
  void anEvaluationIsPrintedAndWritten() throws IOException {
    Path json = folder.resolve("evaluation.json");
    assertEquals(0, run("evaluate", savedModel().toString(), "--json", json.toString()));
    assertTrue(
        out.toString().contains("digit 0: precision 1.0000, recall 0.7500, F1 0.8571, 4 images"),
        out.toString());
    assertEquals(
        0.8, new ObjectMapper().readTree(json.toFile()).at("/test/accuracy").doubleValue());
  }

  @Test
  void aBenchmarkMeasuresWhatItIsAskedFor() throws IOException {
    Path json = folder.resolve("bench.json");
    assertEquals(
        0, run(("bench --only batch-128 deep --rounds 2 --images 6000 --json " + json).split(" ")));

    assertEquals(new BenchmarkPlan(List.of("batch-128", "deep"), 2, 6000), workbench.plan);
    assertTrue(out.toString().contains("0.2500 s"), out.toString());
    assertTrue(out.toString().contains("(6000 images timed)"), out.toString());
    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertEquals(2, read.get("rounds").intValue());
    assertEquals(0.25, read.at("/figures/0/value").doubleValue());
    assertEquals(0.5, read.at("/figures/0/samples/1").doubleValue());
    assertTrue(read.at("/figures/1/value").isNull(), read.toString());
    assertFalse(read.at("/machine/processor").asText().isEmpty(), read.toString());
  }

  @Test
  void anUnknownBenchmarkIsRefusedBeforeTheImagesAreRead() {
    assertEquals(2, run("bench", "--only", "batch-7"));
    assertTrue(err.toString().contains("batch-7"), err.toString());
    assertEquals(null, workbench.folder);
  }

  @Test
  void presetsAreListedByTheirNames() {
    assertEquals(0, run("presets"));
    Presets.all().forEach(preset -> assertTrue(out.toString().contains(preset.name())));
  }

  @Test
  void helpSpeaksTheLanguageOfTheLocale() {
    assertEquals(0, run("train", "--help"));
    assertTrue(out.toString().contains("Units of each hidden layer"), out.toString());
    program(Locale.SIMPLIFIED_CHINESE).run("train", "--help");
    assertTrue(out.toString().contains("各隐藏层的单元数"), out.toString());
    program(Locale.SIMPLIFIED_CHINESE).run("train", "--hidden", "0");
    assertTrue(err.toString().contains("至少取 1"), err.toString());
  }

  @Test
  void everyOptionIsExplained() {
    run("train", "--help");
    out.toString()
        .lines()
        .filter(line -> line.strip().startsWith("--"))
        .forEach(line -> assertTrue(line.strip().matches("\\S+ +\\S.*"), line));
  }

  @Test
  void theVersionIsPrinted() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().matches("Digit Studio \\d+\\..*\\R"), out.toString());
  }

  private Path savedModel() throws IOException {
    Path file = folder.resolve("saved.npz");
    ModelFile.write(FakeWorkbench.MODEL, file);
    return file;
  }

  private int run(String... arguments) {
    return program(Locale.US).run(arguments);
  }

  private CommandLineProgram program(Locale locale) {
    return new CommandLineProgram(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        locale,
        Path.of("usual-data"),
        storeFolder.resolve("runs.db"),
        workbench);
  }

  /** Trains nothing and says what it is told to. */
  private static final class FakeWorkbench implements Workbench {
    static final Provenance PROVENANCE =
        new Provenance("Digit Studio", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "B");
    static final Model MODEL =
        new Model(
            TrainingConfig.builder().hidden(2).build().network(1, 2),
            PixelScaling.PLAIN,
            List.of(new float[2], new float[2], new float[4], new float[2]),
            TrainingConfig.builder().hidden(2).build(),
            PROVENANCE);

    RunState state = RunState.FINISHED;
    double loss = 0.5;
    RuntimeException failure;
    Error error;
    TrainingConfig config;
    Path folder;
    boolean trained;
    Runnable meanwhile = () -> {};
    BenchmarkPlan plan;

    @Override
    public void bench(BenchmarkPlan asked, TrainingData data, Consumer<Figure> figures) {
      plan = asked;
      figures.accept(new Figure("batch-128", "s", 0.25, List.of(0.25, 0.5), 6000));
      figures.accept(new Figure("accuracy.98", "s", Double.NaN, List.of(Double.NaN), 0));
    }

    @Override
    public TrainingData data(Path from) {
      folder = from;
      DigitSet none = new DigitSet(new byte[0], new byte[0]);
      return new TrainingData(none, none, "ab");
    }

    @Override
    public RunResult train(
        TrainingConfig settings, TrainingData data, TrainingListener listener, StopSignal signal) {
      config = settings;
      trained = true;
      meanwhile.run();
      if (failure != null) {
        throw failure;
      }
      if (error != null) {
        throw error;
      }
      EpochResult epoch = new EpochResult(1, loss, 0.75, Double.NaN, Double.NaN, 0, 0.001, 2.5);
      listener.epochEnded(epoch);
      return new RunResult(
          settings,
          PROVENANCE,
          state,
          List.of(epoch),
          0,
          false,
          answers(),
          Optional.empty(),
          answers(),
          2.5,
          MODEL);
    }

    private Evaluation answers() {
      return new Evaluation(loss, new ConfusionMatrix(new long[][] {{3, 1}, {0, 1}}));
    }

    @Override
    public Evaluation evaluate(Model model, DigitSet images, Loss of) {
      return answers();
    }

    @Override
    public List<List<DigitImage>> digits(Path file) {
      DigitImage digit = new DigitImage(new byte[DigitImage.PIXELS]);
      return file.toString().startsWith("rows")
          ? List.of(List.of(digit, digit), List.of(digit))
          : List.of(List.of(digit));
    }

    @Override
    public DigitImage picture(Path file) {
      if (file.toString().startsWith("blank")) {
        throw new Problem("model.none", file.toString());
      }
      return new DigitImage(new byte[DigitImage.PIXELS]);
    }

    @Override
    public int withPredictor(Model model, Function<Function<DigitImage, float[]>, Integer> work) {
      return work.apply(image -> new float[] {0.25f, 0.75f});
    }
  }
}
