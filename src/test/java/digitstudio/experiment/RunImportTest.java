package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunImport.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of elsewhere is kept once, however often its file is brought. */
class RunImportTest {
  @TempDir private Path folder;

  private RunStore elsewhere;
  private RunStore here;
  private KeptRun run;

  @BeforeEach
  void recordARunElsewhere() throws Exception {
    elsewhere = RunStore.open(folder.resolve("elsewhere.db"));
    here = RunStore.open(folder.resolve("here.db"));
    run = throughAFile(SampleRuns.recorded(elsewhere, SampleRuns.CONFIG));
  }

  @AfterEach
  void close() {
    elsewhere.close();
    here.close();
  }

  private KeptRun throughAFile(long id) throws Exception {
    Path file = folder.resolve("run-" + id + RunFile.EXTENSION);
    RunFile.write(elsewhere.kept(id).orElseThrow(), file);
    return RunFile.read(file);
  }

  @Test
  void aNewRunIsAddedWithAllThatIsKeptOfIt() {
    RunImport taken = RunImport.into(here, run);
    assertEquals(Outcome.ADDED, taken.outcome());
    assertEquals(run.details().epochs(), here.details(taken.id()).orElseThrow().epochs());
    assertTrue(here.model(taken.id(), RunStore.Weights.BEST).isPresent());
  }

  @Test
  void theSameRunIsNotDoubledThoughItIsCalledOtherwiseHere() {
    long first = RunImport.into(here, run).id();
    here.describe(first, "mine", "my notes", true);
    RunImport again = RunImport.into(here, run);
    assertEquals(new RunImport(first, "mine", Outcome.KNOWN), again);
    assertEquals(1, here.runs().size());
    assertEquals("my notes", here.run(first).orElseThrow().notes());
  }

  @Test
  void theRunOfThisStoreItselfIsKnown() {
    long own = elsewhere.runs().get(0).id();
    assertEquals(
        new RunImport(own, elsewhere.runs().get(0).name(), Outcome.KNOWN),
        RunImport.into(elsewhere, run));
  }

  @Test
  void aRunThatWasDeletedIsBroughtBack() {
    long first = RunImport.into(here, run).id();
    here.delete(List.of(first));
    RunImport again = RunImport.into(here, run);
    assertEquals(Outcome.BROUGHT_BACK, again.outcome());
    assertEquals(first, again.id());
    assertTrue(here.run(first).isPresent());
    assertTrue(here.deleted().isEmpty());
  }

  @Test
  void anotherRunOfTheSameSettingsIsAnotherRun() throws Exception {
    RunImport.into(here, run);
    KeptRun second = throughAFile(SampleRuns.recorded(elsewhere, SampleRuns.CONFIG));
    assertEquals(Outcome.ADDED, RunImport.into(here, second).outcome());
    assertEquals(2, here.runs().size());
  }
}
