package digitstudio.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import digitstudio.experiment.RunFile;
import digitstudio.training.ModelFile;

/** Model files and run files of any content. */
class ArchiveFuzzTest {
  private static final HostileFile MODEL = new HostileFile("model.npz");
  private static final HostileFile RUN = new HostileFile("run.digitrun");

  /** Made when first asked for: only the tests that tamper need a training. */
  private static final class Samples {
    static final HostileZip MODEL = new HostileZip(SampleFiles.model());
    static final HostileZip RUN = new HostileZip(SampleFiles.run());
  }

  @FuzzTest
  void modelOfAnyBytes(byte[] bytes) {
    MODEL.read(bytes, ModelFile::read);
  }

  @FuzzTest
  void modelWithChangedEntries(FuzzedDataProvider data) {
    MODEL.read(Samples.MODEL.tampered(data), ModelFile::read);
  }

  @FuzzTest
  void runOfAnyBytes(byte[] bytes) {
    RUN.read(bytes, RunFile::read);
  }

  @FuzzTest
  void runWithChangedEntries(FuzzedDataProvider data) {
    RUN.read(Samples.RUN.tampered(data), RunFile::read);
  }
}
