package digitstudio.ui.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.sets.Pictures;
import digitstudio.digits.sets.SetOptions;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a data set, looking at it before, and having it again at the next start. */
class ChosenDataTest {
  @TempDir Path folder;

  private final List<Problem> complaints = new ArrayList<>();
  private Preferences preferences;
  private ChosenData chosen;
  private SetsViewModel sets;

  @BeforeEach
  void start() {
    preferences = Preferences.userRoot().node("digitstudio-test-" + System.nanoTime());
    open();
  }

  @AfterEach
  void forget() throws BackingStoreException {
    preferences.removeNode();
  }

  private void open() {
    chosen =
        new ChosenData(
            ChosenDataTest::builtIn, new SetsMemory(preferences), Runnable::run, complaints::add);
    sets =
        new SetsViewModel(
            chosen, Runnable::run, Runnable::run, complaints::add, new SimpleBooleanProperty());
  }

  private static TrainingData builtIn() {
    DigitSet one = new DigitSet(new byte[DigitImage.PIXELS], new byte[1]);
    return new TrainingData(one, one, "built in");
  }

  private Path pictures(String name, String... classes) {
    Path set = folder.resolve(name);
    Pictures.write(set, 5, true, classes);
    return set;
  }

  @Test
  void aSetIsLookedAtBeforeItIsTaken() {
    chosen.images();
    sets.look(pictures("some letters", "x", "y"), SetOptions.AUTO);
    assertEquals("MNIST", chosen.dataProperty().get().name());
    assertTrue(sets.previewProperty().get().set().inverted());
    sets.take();
    assertNull(sets.previewProperty().get());
    assertEquals("some letters", chosen.dataProperty().get().name());
    assertEquals(List.of("x", "y"), chosen.images().classes().names());
  }

  @Test
  void whatCannotBeReadIsShownAndNotTaken() {
    chosen.images();
    sets.look(pictures("one", "x"), SetOptions.AUTO);
    assertTrue(sets.previewProperty().get().problem().getMessage().contains("one class only"));
    sets.take();
    assertEquals("MNIST", chosen.images().name());
  }

  @Test
  void theNextStartHasItAgainWhateverItsName() {
    sets.look(pictures("Ümläute & 中文 100%", "x", "y"), SetOptions.AUTO);
    sets.take();
    String sha256 = chosen.images().sha256();
    open();
    assertEquals(sha256, chosen.images().sha256());
    assertEquals("Ümläute & 中文 100%", sets.currentProperty().get().name());
    sets.choose((SetSource) null);
    open();
    assertEquals("MNIST", chosen.images().name());
    assertEquals(1, sets.recent().size());
  }

  @Test
  void aSetThatIsGoneGivesWayAndThatIsTold() throws IOException {
    Path csv = folder.resolve("images.csv");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(i % 2 + ",255" + ",0".repeat(782) + "," + i);
    }
    Files.write(csv, rows);
    sets.look(csv, SetOptions.AUTO);
    sets.take();
    Files.delete(csv);
    open();
    assertEquals("MNIST", chosen.images().name());
    assertTrue(complaints.get(0).getMessage().contains("“images” cannot be read any more"));
  }

  @Test
  void aRunFindsItsOwnImagesAgain() {
    sets.look(pictures("first", "x", "y"), SetOptions.AUTO);
    sets.take();
    String first = chosen.images().sha256();
    sets.look(pictures("second", "a", "b", "c"), SetOptions.AUTO);
    sets.take();
    assertEquals("second", chosen.images().name());
    assertEquals("first", chosen.images(first, "first").name());
    assertEquals("MNIST", chosen.images("built in", "MNIST").name());
    String message =
        assertThrows(Problem.class, () -> chosen.images("nothing", "lost")).getMessage();
    assertTrue(message.contains("trained on “lost”"), message);
  }
}
