package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.main.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window says of run files that are brought to it. */
class RunIntakeTest {
  @TempDir private Path folder;

  private RunStore here;
  private final List<Notice> told = new ArrayList<>();
  private final List<List<Long>> chosen = new ArrayList<>();
  private RunIntake intake;

  @BeforeEach
  void open() {
    here = RunStore.open(folder.resolve("here.db"));
    intake = new RunIntake(() -> here, Runnable::run, Runnable::run, told::add, chosen::add);
  }

  @AfterEach
  void close() {
    here.close();
  }

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name + RunFile.EXTENSION);
    Path other = folder.resolve(name + ".db");
    try (RunStore elsewhere = RunStore.open(other)) {
      RunRecorder recorder = elsewhere.record(TrainingConfig.builder().hidden(4).build(), name, "");
      recorder.stateChanged(RunState.RUNNING);
      recorder.epochEnded(new EpochResult(1, 0.5, 0.9, 0.6, 0.8, 0, 0.001, 1));
    }
    // Closing interrupts it: a run that is over can be exported.
    try (RunStore elsewhere = RunStore.open(other)) {
      RunFile.write(elsewhere.kept(elsewhere.runs().get(0).id()).orElseThrow(), file);
    }
    return file;
  }

  private String said() {
    return told.get(told.size() - 1).sentence(Locale.ENGLISH);
  }

  @Test
  void aRunIsTakenInAndChosen() throws Exception {
    intake.take(List.of(file("wide")));
    assertEquals("“wide” is imported and chosen in the table", said());
    assertEquals(List.of(List.of(here.runs().get(0).id())), chosen);
  }

  @Test
  void aRunThatIsThereIsSaidSoAndChosenAndNotDoubled() throws Exception {
    Path file = file("wide");
    intake.take(List.of(file));
    intake.take(List.of(file));
    assertEquals("“wide” is kept here already; it is chosen in the table", said());
    assertEquals(1, here.runs().size());
    assertEquals(chosen.get(0), chosen.get(1));
  }

  @Test
  void severalFilesAreToldTogetherAndABadOneKeepsNoOtherOut() throws Exception {
    Path known = file("a");
    intake.take(List.of(known));
    Path bad = folder.resolve("bad.digitrun");
    Files.writeString(bad, "nonsense");
    intake.take(List.of(known, bad, file("b"), file("c")));
    assertEquals(
        "2 runs are imported, 1 was here already; 1 file is refused: "
            + bad
            + ": this is not a run of Digit Studio;"
            + " name a .digitrun file that was exported by it",
        said());
    assertTrue(told.get(1).error());
    assertEquals(3, chosen.get(1).size());
    assertTrue(told.get(1).sentence(Locale.SIMPLIFIED_CHINESE).contains("导入了 2 次训练，1 次已有记录；1 个文件"));
  }

  @Test
  void aBadFileAloneIsOneSentence() {
    intake.take(List.of(folder.resolve("gone.digitrun")));
    assertTrue(said().endsWith("there is no such file; check the path"));
    assertTrue(chosen.isEmpty());
  }

  @Test
  void aStoreThatCannotBeOpenedIsSaid() throws Exception {
    Path file = file("wide");
    RunIntake closed =
        new RunIntake(
            () -> {
              throw new Problem("store.full", "runs.db");
            },
            Runnable::run,
            Runnable::run,
            told::add,
            chosen::add);
    closed.take(List.of(file));
    assertTrue(said().contains("the disk is full"));
  }

  @Test
  void nothingChosenIsNothingDone() {
    intake.take(List.of());
    assertTrue(told.isEmpty());
    assertFalse(here.runs().iterator().hasNext());
  }
}
