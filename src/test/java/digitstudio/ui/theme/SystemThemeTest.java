package digitstudio.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemThemeTest {
  private static final Function<List<String>, Optional<String>> SILENT =
      command -> Optional.empty();

  @TempDir Path home;

  private static boolean asked(String os, String program, String answer) {
    return new SystemTheme(
            os,
            name -> null,
            command ->
                command.get(0).equals(program) ? Optional.of(answer) : Optional.<String>empty())
        .isDark();
  }

  @Test
  void eachSystemIsAskedInItsOwnWay() {
    assertTrue(asked("Linux", "gsettings", "'prefer-dark'\n"));
    assertFalse(asked("Linux", "gsettings", "'prefer-light'\n"));
    assertFalse(asked("Linux", "gsettings", "'default'\n"));
    assertTrue(asked("Mac OS X", "defaults", "Dark\n"));
    assertFalse(asked("Mac OS X", "reg", "Dark\n"));
    assertTrue(asked("Windows 11", "reg", "    AppsUseLightTheme    REG_DWORD    0x0\r\n"));
    assertFalse(asked("Windows 11", "reg", "    AppsUseLightTheme    REG_DWORD    0x1\r\n"));
  }

  @Test
  void whereNobodyAnswersItIsLight() {
    assertFalse(new SystemTheme("Linux", name -> null, SILENT).isDark());
  }

  @Test
  void gtksFilesAndItsVariableAreRead() throws IOException {
    Map<String, String> environment = Map.of("HOME", home.toString());
    SystemTheme theme = new SystemTheme("Linux", environment::get, SILENT);
    assertFalse(theme.isDark());
    Path folder = Files.createDirectories(home.resolve(".config/gtk-3.0"));
    Files.writeString(
        folder.resolve("settings.ini"), "[Settings]\ngtk-theme-name = Adwaita-dark\n");
    assertTrue(theme.isDark());
    Map<String, String> forced = Map.of("HOME", home.toString(), "GTK_THEME", "Adwaita");
    assertEquals(false, new SystemTheme("Linux", forced::get, SILENT).isDark());
  }
}
