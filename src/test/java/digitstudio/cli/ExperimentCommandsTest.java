package digitstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.experiment.RunArchive;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps, comparisons and the reproduction from the command line, on a few images. */
class ExperimentCommandsTest {
  private static final String[] SMALL = {"--hidden", "8", "--epochs", "1", "--batch-size", "32"};

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SmallWorkbench workbench = new SmallWorkbench();

  @Test
  void aSweepSaysItsCountAndTimeBeforeItTrains() {
    workbench.measuresSpeed = true;
    assertEquals(0, run("sweep", "--grid", "learning-rate=0.1,0.01", "--seeds", "3", "--dry-run"));
    assertTrue(out.toString().matches("6 runs, about .*\\d+ s\\R(?s:.*)"), out.toString());
    assertTrue(workbench.trained.isEmpty());
  }

  @Test
  void theTestFigureIsThatOfTheChosenAlone() throws IOException {
    Path json = folder.resolve("sweep.json");
    assertEquals(
        0,
        run(
            SMALL,
            "sweep",
            "--grid",
            "learning-rate=0.1,0.01",
            "--seeds",
            "2",
            "--json",
            json.toString()));
    assertEquals(4, workbench.trained.size());
    assertEquals(1, count("Test accuracy of the chosen settings"), out.toString());
    assertEquals(4, count("run \\d/4: learning rate η "), out.toString());

    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertEquals(2, read.at("/ranked").size());
    assertEquals(2, read.at("/ranked/0/runs").size());
    assertTrue(
        read.at("/ranked/0/validation/mean").doubleValue()
            >= read.at("/ranked/1/validation/mean").doubleValue());
    assertEquals(2, read.at("/chosen/test/n").intValue());
    assertEquals(
        read.at("/chosen/config/learningRate"), read.at("/ranked/0/runs/0/config/learningRate"));
    assertEquals(1, read.findParents("test").size());
    assertTrue(read.findParents("testAccuracy").isEmpty());
  }

  @Test
  void withoutValidationTheSweepSaysWhyNothingIsChosen() {
    assertEquals(0, run(SMALL, "sweep", "--grid", "learning-rate=0.1,0.01", "--validation", "0"));
    assertTrue(count("nothing can be chosen") >= 1, out.toString());
    assertEquals(0, count("(?i)test accuracy"), out.toString());
  }

  @Test
  void whatTheStoreHasIsNotTrainedAgain() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rates.json"),
            "{\"config\": {\"hidden\": [8], \"epochs\": 1, \"batchSize\": 32},"
                + " \"grid\": {\"learningRate\": [0.1, 0.01]}}");
    assertEquals(0, run("sweep", file.toString(), "--store", "runs.db"));
    assertEquals("rates", workbench.group);
    assertEquals(2, workbench.trained.size());
    assertEquals(2, workbench.kept.size());

    workbench.trained.clear();
    assertEquals(0, run("sweep", file.toString(), "--store", "runs.db", "--seeds", "2"));
    assertEquals(List.of(2L, 2L), workbench.trained.stream().map(TrainingConfig::seed).toList());
    assertEquals(2, count("done already\\R"), out.toString());
    workbench.trained.clear();
    assertEquals(0, run("sweep", file.toString(), "--store", "runs.db", "--seeds", "2"));
    assertTrue(workbench.trained.isEmpty());
    assertEquals(1, count("4 runs, all done already"), out.toString());
  }

  @Test
  void aRunThatDivergesDoesNotEndTheSweep() {
    assertEquals(
        0,
        run(
            SMALL,
            "sweep",
            "--grid",
            "learning-rate=1e30,0.01",
            "--optimizer",
            "sgd",
            "--activation",
            "relu"));
    assertEquals(1, count("diverged after"), out.toString());
    assertEquals(1, count("Chosen on the validation images: learning rate η 0.01"));
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsTrained() {
    assertWrong("there is nothing to try", "sweep");
    assertWrong(
        "comes to 1000000 runs",
        "sweep",
        "--grid",
        "epochs=1..1000:1000",
        "--grid",
        "hidden=1..1000:1000");
    assertWrong("there is no such file", "sweep", "absent.json");
    assertWrong("exclude each other", "sweep", "absent.json", "--grid", "epochs=1,2");
    assertWrong("batch-size is 900", "sweep", "--grid", "batch-size=32,900");
    assertWrong(
        "absent/x.json: there is no folder", "sweep", "--seeds", "2", "--json", "absent/x.json");
    assertWrong("table: \"speed\" is unknown", "reproduce", "--table", "speed");
    assertWrong("epochs is 0; take at least 1", "reproduce", "--epochs", "0");
    assertWrong("at least two different runs", "compare", "--store", "runs.db", "1", "1");
    assertWrong("\"one\" is not the number of a run", "compare", "--store", "runs.db", "one", "2");
    workbench.found.put(1L, details(1, TrainingConfig.DEFAULT, 0.97));
    assertWrong("there is no run 2", "compare", "--store", "runs.db", "1", "2");
    assertTrue(workbench.trained.isEmpty());
  }

  private void assertWrong(String sentence, String... arguments) {
    err.getBuffer().setLength(0);
    assertEquals(2, run(arguments));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void aComparisonSaysWhatDiffersAndTheVerdict() {
    TrainingConfig config = TrainingConfig.DEFAULT;
    workbench.found.put(1L, details(1, config, 0.97));
    workbench.found.put(2L, details(2, config.toBuilder().dropout(0.3).build(), 0.96));
    assertEquals(0, run("compare", "--store", "runs.db", "1", "2"));
    assertEquals(1, count("dropout: 0 of all, 0.3 of all"), out.toString());
    assertEquals(1, count("Verdict: not comparable"), out.toString());
    assertEquals(1, count("too few repeats"), out.toString());
  }

  private static RunDetails details(long id, TrainingConfig config, double accuracy) {
    return new RunDetails(
        summary(id, config, accuracy),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RunSummary summary(long id, TrainingConfig config, double accuracy) {
    return new RunSummary(
        id,
        "run " + id,
        "",
        false,
        "",
        Instant.EPOCH,
        config,
        RunState.FINISHED,
        1,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.of(accuracy),
        OptionalDouble.of(accuracy),
        OptionalDouble.of(accuracy),
        1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void theShortFormOfTwoTablesIsPrintedAndWritten(String language) throws IOException {
    Path json = folder.resolve("reproduction.json");
    assertEquals(
        0,
        program(Locale.forLanguageTag(language + (language.equals("zh") ? "-CN" : "-US")))
            .run(
                "reproduce",
                "--table",
                "loss",
                "--table",
                "batch",
                "--epochs",
                "1",
                "--train-limit",
                "200",
                "--json",
                json.toString()));
    // Three losses and three batches, whole batches of cross-entropy in both.
    assertEquals(5, workbench.trained.size());
    assertEquals(
        1, count(language.equals("zh") ? "报告：批量大小对比" : "Report: batch size"), out.toString());
    assertEquals(6, count(language.equals("zh") ? "，不可比较" : "short form, not comparable"));

    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertTrue(read.at("/shortForm").booleanValue());
    assertEquals("batch", read.at("/tables/1/name").textValue());
    assertEquals(97.33, read.at("/tables/1/rows/1/report/test").doubleValue());
    assertTrue(read.at("/tables/1/rows/1/measured/test").isNumber());
    assertTrue(read.at("/tables/1/rows/1/testDifference").isNull());
    assertEquals(1, read.at("/tables/1/rows/1/curve").size());
    assertEquals("SHORT_FORM", read.at("/tables/0/rows/0/verdict").textValue());
    assertTrue(read.at("/tables/0/rows/0/report/test").isNull());
    assertFalse(read.at("/dataSha256").textValue().isEmpty());
  }

  @Test
  void aReproductionIsWrittenAsADocument() throws IOException {
    Path html = folder.resolve("reproduction.html");
    assertEquals(
        0,
        run(
            "reproduce",
            "--table",
            "batch",
            "--epochs",
            "1",
            "--train-limit",
            "200",
            "--language",
            "zh",
            "--out",
            html.toString()));
    String page = Files.readString(html);
    assertTrue(page.contains("批量梯度下降 小批量梯度下降 随机梯度下降"), page);
    assertTrue(page.contains("97.33"));
    assertEquals(1, count("3 epochs, 0.0 million images"), out.toString());
  }

  @Test
  void aDocumentThatCannotBeWrittenIsSaidBeforeAnythingIsTrained() {
    String gone = folder.resolve("gone").resolve("a.pdf").toString();
    assertWrong("there is no folder", "reproduce", "--out", gone);
    String file = folder.resolve("a.md").toString();
    assertWrong("The language fr is unknown", "reproduce", "--out", file, "--language", "fr");
    assertWrong("name the same file", "reproduce", "--out", file, "--json", file);
    assertTrue(workbench.trained.isEmpty());
  }

  @Test
  void helpExplainsEveryOption() {
    for (String command : List.of("sweep", "compare", "reproduce")) {
      out.getBuffer().setLength(0);
      run(command, "--help");
      out.toString()
          .lines()
          .filter(line -> line.strip().startsWith("--"))
          .forEach(line -> assertTrue(line.strip().matches("\\S+ +\\S.*|--\\S+"), line));
    }
  }

  private long count(String pattern) {
    return Pattern.compile(pattern).matcher(out.toString()).results().count();
  }

  private int run(String[] settings, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(settings));
    return run(all.toArray(String[]::new));
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
        Path.of("usual-store"),
        workbench);
  }

  /** Trains on a few images, and keeps runs in memory. */
  private static final class SmallWorkbench implements Workbench {
    final List<TrainingConfig> trained = new ArrayList<>();
    final Map<TrainingConfig, RunSummary> kept = new HashMap<>();
    final Map<Long, RunDetails> found = new HashMap<>();
    private final TrainingData data = SmallMnist.of(300, 100);
    String group;
    boolean measuresSpeed;

    @Override
    public TrainingData data(Path from) {
      return data;
    }

    @Override
    public RunResult train(
        TrainingConfig config, TrainingData on, TrainingListener listener, StopSignal signal) {
      if (on.test() == data.test()) {
        trained.add(config);
      } else if (!measuresSpeed) {
        signal.stop();
      }
      return new Trainer(config, on).run(listener, signal);
    }

    @Override
    public RunArchive archive(StoreOption store, Console console, String of, String dataSha256) {
      group = of;
      return new RunArchive() {
        @Override
        public Optional<RunSummary> finished(TrainingConfig config) {
          return Optional.ofNullable(kept.get(config));
        }

        @Override
        public Optional<RunRecorder> record(TrainingConfig config) {
          return Optional.of(recorder(config));
        }
      };
    }

    @Override
    public RunArchive sweepArchive(
        StoreOption store, Console console, String of, String dataSha256) {
      return archive(store, console, of, dataSha256);
    }

    private RunRecorder recorder(TrainingConfig config) {
      return new RunRecorder() {
        @Override
        public long id() {
          return kept.size() + 1;
        }

        @Override
        public void finished(RunResult result) {
          kept.put(config, summary(id(), config, result.test().accuracy()));
        }

        @Override
        public void failed(Problem problem) {}

        @Override
        public void epochEnded(EpochResult result) {}
      };
    }

    @Override
    public List<Optional<RunDetails>> runs(StoreOption store, Console console, List<Long> ids) {
      return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }
  }
}
