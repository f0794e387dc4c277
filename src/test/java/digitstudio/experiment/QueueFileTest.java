package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.experiment.QueueFile.Due;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFileTest {
  private static final DueData LETTERS =
      new DueData("letters", "ab12", Instant.parse("2026-11-20T08:00:00.123Z"));

  @TempDir Path folder;

  @Test
  void whatIsDueComesBackWithTheImagesItWasQueuedFor() {
    Path file = folder.resolve("queue.json");
    List<Due> due =
        List.of(
            new Due("rates", TrainingConfig.DEFAULT, Optional.of(LETTERS)),
            new Due("", TrainingConfig.DEFAULT));
    try (QueueFile queue = new QueueFile(file)) {
      queue.write(due);
      assertEquals(due, queue.read());
      queue.write(List.of());
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void aFileWithATimeThatIsNoneIsPutAside() throws IOException {
    Path file = folder.resolve("queue.json");
    try (QueueFile queue = new QueueFile(file)) {
      queue.write(List.of(new Due("", TrainingConfig.DEFAULT, Optional.of(LETTERS))));
      Files.writeString(file, Files.readString(file).replace("2026-11-20T", "yesterday "));
      Problem problem = assertThrows(Problem.class, queue::read);
      assertEquals("queue.unreadable", problem.key());
      assertTrue(Files.exists(folder.resolve("queue.json.damaged")));
    }
  }

  @Test
  void drawingsThatWereKeptLaterAreNotLearntFrom() {
    DigitImage image = new DigitImage(new byte[DigitImage.PIXELS]);
    List<Drawing> all =
        List.of(
            new Drawing(1, 7, image, List.of(), LETTERS.queued().minusSeconds(1)),
            new Drawing(2, 3, image, List.of(), LETTERS.queued().plusSeconds(1)));
    assertEquals(1, LETTERS.drawings(all).images().size());
  }
}
