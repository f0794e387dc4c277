package digitstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of kept runs, with the real engine on a few images. */
class RunCommandsTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path store() {
    return folder.resolve("runs.db");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLineProgram(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Locale.US,
            Path.of("data"),
            store(),
            new FewImages())
        .run(arguments);
  }

  private int line(String arguments) {
    return run(arguments.split(" "));
  }

  private void train(String more) {
    assertEquals(0, line("train --hidden 8 --epochs 2 --quiet" + more), err::toString);
  }

  private RunSummary kept(long id) {
    try (RunStore store = RunStore.open(store())) {
      return store.run(id).orElseThrow();
    }
  }

  @Test
  void trainKeepsItsRun() {
    train(" --name mine --group sweep");
    assertEquals("", out.toString() + err);
    RunSummary run = kept(1);
    assertEquals("mine", run.name());
    assertEquals("sweep", run.group());
    assertEquals(RunState.FINISHED, run.state());
    assertEquals(2, run.epochs());
    assertTrue(run.testAccuracy().isPresent());
  }

  @Test
  void trainKeepsNothingIfItIsToldSo() {
    train(" --no-store");
    assertFalse(Files.exists(store()));
  }

  @Test
  void aStoreThatCannotBeOpenedIsToldAndTheTrainingGoesOn() {
    Path json = folder.resolve("run.json");
    train(" --store " + folder + " --json " + json);
    assertTrue(err.toString().contains("this is a folder"), err.toString());
    assertEquals(1, err.toString().lines().count());
    assertTrue(Files.exists(json));
  }

  @Test
  void aRunThatCouldNotBeginIsKeptAsFailed() {
    assertEquals(2, line("train --batch-size 5000 --quiet"));
    assertEquals(RunState.FAILED, kept(1).state());
  }

  @Test
  void runsAreListedAndShown() {
    train(" --name first");
    train(" --name second --group g");
    assertEquals(0, line("runs"));
    List<String> lines = out.toString().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).matches(" +2 .*finished +2/2 .*second \\[g\\]"), lines.get(0));
    assertTrue(lines.get(1).endsWith("first"), lines.get(1));
    assertEquals(0, line("runs --group g"));
    assertEquals(1, out.toString().lines().count());
    assertEquals(0, line("runs show 1"));
    assertTrue(out.toString().contains("optimizer: adam"), out.toString());
    assertTrue(out.toString().contains("epoch 2/2"), out.toString());
  }

  @Test
  void runsAreWrittenAsJson() throws Exception {
    train("");
    Path list = folder.resolve("list.json");
    Path one = folder.resolve("one.json");
    assertEquals(0, line("runs --json " + list));
    JsonNode runs = new ObjectMapper().readTree(list.toFile());
    assertEquals(1, runs.size());
    assertEquals("FINISHED", runs.get(0).path("state").asText());
    assertEquals(2, runs.get(0).path("last").path("epoch").asInt());
    assertEquals(0, line("runs show 1 --json " + one));
    JsonNode run = new ObjectMapper().readTree(one.toFile());
    assertEquals(2, run.path("epochs").size());
    assertEquals(10, run.path("test").path("confusion").size());
  }

  @Test
  void nameNoteAndStarAreChanged() {
    train("");
    assertEquals(0, run("runs", "rename", "1", "a better name"));
    assertEquals(0, run("runs", "note", "1", "why it is better"));
    assertEquals(0, run("runs", "star", "1"));
    assertEquals("a better name", kept(1).name());
    assertEquals("why it is better", kept(1).notes());
    assertTrue(kept(1).starred());
    assertEquals(0, run("runs", "star", "--off", "1"));
    assertFalse(kept(1).starred());
  }

  @Test
  void deletedRunsAreHadBack() {
    train("");
    train("");
    assertEquals(0, line("runs delete 1 2"));
    assertEquals(0, line("runs"));
    assertTrue(out.toString().startsWith("there are no runs"), out.toString());
    assertEquals(0, line("runs --deleted"));
    assertEquals(2, out.toString().lines().count());
    assertEquals(0, line("runs restore 2"));
    assertEquals(2, kept(2).id());
  }

  @Test
  void aRunTravelsAndIsVerified() throws Exception {
    train(" --name traveller");
    Path file = folder.resolve("one.digitrun");
    assertEquals(0, line("export 1 " + file), err::toString);
    assertEquals(0, line("import " + file + " --store " + folder.resolve("other.db")));
    assertTrue(out.toString().contains("traveller is now run 1"), out.toString());
    assertEquals(0, line("verify --quiet " + file), () -> out.toString() + err);
    assertEquals(0, line("verify " + file));
    assertTrue(out.toString().contains("equal to the last bit"), out.toString());
  }

  @Test
  void aRunThatIsKeptAlreadyIsSaidSoAndNotDoubled() throws Exception {
    train(" --name traveller");
    Path file = folder.resolve("one.digitrun");
    line("export 1 " + file);
    line("runs rename 1 settled");
    assertEquals(0, line("import " + file), err::toString);
    assertTrue(out.toString().contains("\"settled\" is kept here already, as run 1"));
    line("runs delete 1");
    assertEquals(0, line("import " + file), err::toString);
    assertTrue(out.toString().contains("\"settled\" was deleted here and is back, as run 1"));
    line("runs");
    assertEquals(1, out.toString().lines().count());
  }

  @Test
  void aCurveThatSaysOtherwiseIsFound() throws Exception {
    train("");
    Path file = folder.resolve("one.digitrun");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE epochs SET train_loss = train_loss * 2 WHERE epoch = 2");
    }
    line("export 1 " + file);
    assertEquals(4, line("verify " + file), () -> out.toString() + err);
    assertTrue(out.toString().contains("different; the first difference is in epoch 2"));
  }

  @Test
  void aBadFileAmongSeveralLeavesTheStoreAsItWas() throws Exception {
    train("");
    Path good = folder.resolve("good.digitrun");
    line("export 1 " + good);
    Path bad = Files.writeString(folder.resolve("bad.digitrun"), "no run");
    assertEquals(2, line("import " + good + " " + bad));
    line("runs");
    assertEquals(1, out.toString().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs show 99 | there is no run 99 in",
        "runs show seven | \"seven\" is not the number of a run",
        "runs restore 1 | there is no run 1 in",
        "runs --store /nowhere/x.db | /nowhere/x.db: there is no store of runs there",
        "runs show 1 --store /nowhere/x.db | /nowhere/x.db: there is no store of runs there",
        "runs star | ID is missing",
        "runs paint 1 | is one argument too many",
        "import /nowhere.digitrun | /nowhere.digitrun: there is no such file",
        "verify /nowhere.digitrun | /nowhere.digitrun: there is no such file",
        "export 1 /nowhere/x.digitrun | there is no folder /nowhere",
      })
  void whatCannotBeDoneIsAnsweredWithOneSentence(String arguments, String sentence) {
    train("");
    assertEquals(2, line(arguments), () -> out.toString() + err);
    assertTrue(err.toString().contains(sentence), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  /** The real engine, on so few images that a training takes no time. */
  private static final class FewImages implements Workbench {
    @Override
    public TrainingData data(Path from) {
      return SmallMnist.of(500, 100);
    }
  }

  /** Trains in a store until a step, as if Ctrl-C had been pressed then. */
  private long stopped(long lastStep) {
    TrainingConfig config = TrainingConfig.builder().hidden(8).epochs(3).build();
    StopSignal signal = new StopSignal();
    try (RunStore store = RunStore.open(store())) {
      RunRecorder recorder = store.record(config, "halfway", "");
      TrainingListener stopping =
          new TrainingListener() {
            @Override
            public void stepEnded(long step, int images, double loss, int correct) {
              if (step == lastStep) {
                signal.stop();
              }
            }
          };
      recorder.finished(
          new FewImages()
              .train(
                  config, new FewImages().data(Path.of("data")), recorder.then(stopping), signal));
      return recorder.id();
    }
  }

  @Test
  void trainGoesOnWithARunInItsOwnRow() {
    long id = stopped(3);
    assertEquals(RunState.STOPPED, kept(id).state());
    assertEquals(0, line("train --resume " + id), err::toString);
    assertTrue(out.toString().contains("goes on in epoch 1 of 3"), out::toString);
    assertEquals(RunState.FINISHED, kept(id).state());
    assertEquals("halfway", kept(id).name());
    assertEquals(3, kept(id).epochs());
  }

  @Test
  void whatCannotBeResumedIsRefused() {
    train("");
    assertEquals(2, line("train --resume 1"));
    assertTrue(err.toString().contains("came to its end"), err::toString);
    assertEquals(2, line("train --resume 9"));
    assertEquals(2, line("train --resume nine"));
    assertEquals(2, line("train --resume 1 --epochs 5"));
    assertTrue(err.toString().contains("leave out the others"), err::toString);
    assertEquals(2, line("train --resume 1 --no-store"));
  }
}
