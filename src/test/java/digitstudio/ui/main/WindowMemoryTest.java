package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {
  private final Preferences preferences = new MemoryPreferences();

  @Test
  void whatWasChosenIsThereAtTheNextStart() {
    WindowMemory before = new WindowMemory(preferences);
    assertFalse(before.isDark());
    before.rememberLanguage(Locale.SIMPLIFIED_CHINESE);
    before.rememberDark(true);
    before.rememberSize(1024, 700, false);

    WindowMemory after = new WindowMemory(preferences);
    assertEquals(Locale.SIMPLIFIED_CHINESE, after.language());
    assertTrue(after.isDark());
    assertEquals(1024, after.width());
    assertEquals(700, after.height());
  }

  @Test
  void aMaximisedWindowGoesBackToItsSizeBefore() {
    WindowMemory memory = new WindowMemory(preferences);
    memory.rememberSize(1000, 700, false);
    memory.rememberSize(3840, 2160, true);

    assertTrue(memory.isMaximized());
    assertEquals(1000, memory.width());
  }
}
