package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each system's own place for a person's data, and for what may be deleted. */
class ProgramFoldersTest {
  @Test
  void linuxHasTheCacheHomeOrDotCache() {
    assertEquals(Path.of("/home/ada/.cache/digit-studio"), linux(Map.of()));
    assertEquals(Path.of("/var/x/digit-studio"), linux(Map.of("XDG_CACHE_HOME", "/var/x")));
  }

  @Test
  void aRelativeCacheHomeIsIgnored() {
    assertEquals(
        Path.of("/home/ada/.cache/digit-studio"), linux(Map.of("XDG_CACHE_HOME", "cache")));
  }

  @Test
  void macHasLibraryCaches() {
    assertEquals(
        Path.of("/Users/ada/Library/Caches/digit-studio"),
        ProgramFolders.cache("Mac OS X", "/Users/ada", Map.<String, String>of()::get));
  }

  @Test
  void windowsHasLocalAppData() {
    assertEquals(
        Path.of("/local/digit-studio"),
        ProgramFolders.cache("Windows 11", "/users/ada", Map.of("LOCALAPPDATA", "/local")::get));
    assertEquals(
        Path.of("/users/ada/AppData/Local/digit-studio"),
        ProgramFolders.cache("Windows 11", "/users/ada", Map.<String, String>of()::get));
  }

  @Test
  void theLogIsWhereEachSystemKeepsLogs() {
    assertEquals(
        Path.of("/home/ada/.local/state/digit-studio/digit-studio.log"),
        ProgramFolders.log("Linux", "/home/ada", Map.<String, String>of()::get));
    assertEquals(
        Path.of("/var/x/digit-studio/digit-studio.log"),
        ProgramFolders.log("Linux", "/home/ada", Map.of("XDG_STATE_HOME", "/var/x")::get));
    assertEquals(
        Path.of("/Users/ada/Library/Logs/digit-studio/digit-studio.log"),
        ProgramFolders.log("Mac OS X", "/Users/ada", Map.<String, String>of()::get));
    assertEquals(
        Path.of("/local/digit-studio/log/digit-studio.log"),
        ProgramFolders.log("Windows 11", "/users/ada", Map.of("LOCALAPPDATA", "/local")::get));
  }

  @Test
  void runsAreKeptWhereEachSystemKeepsAPersonsData() {
    assertEquals(
        Path.of("/home/ada/.local/share/digit-studio"),
        ProgramFolders.data("Linux", "/home/ada", Map.<String, String>of()::get));
    assertEquals(
        Path.of("/var/x/digit-studio"),
        ProgramFolders.data("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "/var/x")::get));
    assertEquals(
        Path.of("/home/ada/.local/share/digit-studio"),
        ProgramFolders.data("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "x")::get));
    assertEquals(
        Path.of("/Users/ada/Library/Application Support/digit-studio"),
        ProgramFolders.data("Mac OS X", "/Users/ada", Map.<String, String>of()::get));
    assertEquals(
        Path.of("/roaming/digit-studio"),
        ProgramFolders.data("Windows 11", "/users/ada", Map.of("APPDATA", "/roaming")::get));
    assertEquals(
        Path.of("/users/ada/AppData/Roaming/digit-studio"),
        ProgramFolders.data("Windows 11", "/users/ada", Map.<String, String>of()::get));
  }

  private static Path linux(Map<String, String> environment) {
    return ProgramFolders.cache("Linux", "/home/ada", environment::get);
  }
}
