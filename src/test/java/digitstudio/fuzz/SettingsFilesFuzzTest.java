package digitstudio.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.SweepFile;
import digitstudio.lesson.LessonFile;

/** JSON of any content where the program reads settings: sweeps, lessons, and the queue. */
class SettingsFilesFuzzTest {
  private static final HostileFile SWEEP = new HostileFile("sweep.json");
  private static final HostileFile LESSON = new HostileFile("lesson.dslesson");
  private static final HostileFile QUEUE = new HostileFile("queue.json");

  @FuzzTest
  void sweep(byte[] bytes) {
    SWEEP.read(bytes, SweepFile::read);
  }

  @FuzzTest
  void lesson(byte[] bytes) {
    LESSON.read(bytes, LessonFile::read);
  }

  @FuzzTest
  void queue(byte[] bytes) {
    QUEUE.read(
        bytes,
        file -> {
          try (QueueFile queue = new QueueFile(file)) {
            queue.read();
          }
        });
  }
}
