package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);

  private final Preferences preferences = new MemoryPreferences();

  @Test
  void whatWasLeftIsThereAtTheNextStart() {
    WindowMemory before = new WindowMemory(preferences);
    before.remember(new Rectangle2D(100, 50, 1024, 700), false);
    before.rememberView(Place.RUNS);
    before.rememberForm("a form");
    before.rememberSplit("runs", 0.25);

    WindowMemory after = new WindowMemory(preferences);
    assertEquals(1024, after.width());
    assertEquals(700, after.height());
    assertEquals(Optional.of(new Rectangle2D(100, 50, 1024, 700)), after.place(List.of(SCREEN)));
    assertEquals(Place.RUNS, after.view());
    assertEquals(Optional.of("a form"), after.form());
    assertEquals(0.25, after.split("runs", 0.5));
  }

  @Test
  void aMaximisedWindowGoesBackToItsSizeBefore() {
    WindowMemory memory = new WindowMemory(preferences);
    memory.remember(new Rectangle2D(0, 0, 1000, 700), false);
    memory.remember(new Rectangle2D(0, 0, 3840, 2160), true);

    assertTrue(memory.isMaximized());
    assertEquals(1000, memory.width());
  }

  @Test
  void aPlaceOnAScreenThatIsGoneIsForgotten() {
    WindowMemory memory = new WindowMemory(preferences);
    memory.remember(new Rectangle2D(2400, 100, 1000, 700), false);
    Rectangle2D second = new Rectangle2D(1920, 0, 1920, 1080);

    assertTrue(memory.place(List.of(SCREEN, second)).isPresent());
    assertEquals(Optional.empty(), memory.place(List.of(SCREEN)));
  }

  @Test
  void nonsenseThatWasKeptIsPassedOver() {
    preferences.put("width", "-3");
    preferences.put("height", "NaN");
    preferences.put("x", "Infinity");
    preferences.put("y", "here");
    preferences.put("view", "no-such-view");
    preferences.put("split.runs", "7");
    WindowMemory memory = new WindowMemory(preferences);

    assertEquals(1280, memory.width());
    assertEquals(800, memory.height());
    assertEquals(Optional.empty(), memory.place(List.of(SCREEN)));
    assertEquals(Place.TRAIN, memory.view());
    assertEquals(0.5, memory.split("runs", 0.5));
  }
}
