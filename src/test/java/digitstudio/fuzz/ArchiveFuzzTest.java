package digitstudio.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import digitstudio.experiment.RunFile;
import digitstudio.training.ModelFile;
import org.junit.jupiter.api.BeforeAll;

/** Model files and run files of any content. */
class ArchiveFuzzTest {
  private static final HostileFile MODEL = new HostileFile("model.npz");
  private static final HostileFile RUN = new HostileFile("run.digitrun");

  private static HostileZip model;
  private static HostileZip run;

  /** Before any file is timed: these two take a training. */
  @BeforeAll
  static void makeSamples() {
    model = new HostileZip(SampleFiles.model());
    run = new HostileZip(SampleFiles.run());
  }

  @FuzzTest
  void modelOfAnyBytes(byte[] bytes) {
    MODEL.read(bytes, ModelFile::read);
  }

  @FuzzTest
  void modelWithChangedEntries(FuzzedDataProvider data) {
    MODEL.read(model.tampered(data), ModelFile::read);
  }

  @FuzzTest
  void runOfAnyBytes(byte[] bytes) {
    RUN.read(bytes, RunFile::read);
  }

  @FuzzTest
  void runWithChangedEntries(FuzzedDataProvider data) {
    RUN.read(run.tampered(data), RunFile::read);
  }
}
