package digitstudio.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import digitstudio.experiment.RunFile;
import digitstudio.training.CheckpointFile;
import digitstudio.training.ModelFile;
import org.junit.jupiter.api.BeforeAll;

/** Model files, run files and checkpoints of any content. */
class ArchiveFuzzTest {
  private static final HostileFile MODEL = new HostileFile("model.npz");
  private static final HostileFile RUN = new HostileFile("run.digitrun");
  private static final HostileFile CHECKPOINT = new HostileFile("1.checkpoint");

  private static HostileZip model;
  private static HostileZip run;
  private static HostileZip checkpoint;

  /** Before any file is timed: these take a training. */
  @BeforeAll
  static void makeSamples() {
    model = new HostileZip(SampleFiles.model());
    run = new HostileZip(SampleFiles.run());
    checkpoint = new HostileZip(SampleFiles.checkpoint());
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

  @FuzzTest
  void checkpointOfAnyBytes(byte[] bytes) {
    CHECKPOINT.read(bytes, CheckpointFile::read);
  }

  @FuzzTest
  void checkpointWithChangedEntries(FuzzedDataProvider data) {
    CHECKPOINT.read(checkpoint.tampered(data), CheckpointFile::read);
  }
}
