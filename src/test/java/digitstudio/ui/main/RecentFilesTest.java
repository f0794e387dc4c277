package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
  private final Preferences preferences = new MemoryPreferences();
  @TempDir Path folder;

  @Test
  void theNewestComesFirstAndNoneTwice() {
    RecentFiles recent = new RecentFiles(preferences);
    recent.add(folder.resolve("a.npz"));
    recent.add(folder.resolve("b 数字.digitrun"));
    recent.add(folder.resolve("a.npz"));

    List<Path> wanted = List.of(folder.resolve("a.npz"), folder.resolve("b 数字.digitrun"));
    assertEquals(wanted, recent.files());
    assertEquals(wanted, new RecentFiles(preferences).files());
  }

  @Test
  void noMoreAreKeptThanAMenuHolds() {
    RecentFiles recent = new RecentFiles(preferences);
    for (int i = 0; i < 30; i++) {
      recent.add(folder.resolve(i + ".npz"));
    }
    assertEquals(RecentFiles.MOST, recent.files().size());
    assertEquals(folder.resolve("29.npz"), recent.files().get(0));
  }

  @Test
  void aMissingFileIsKnownAndCanBeTakenOut() throws IOException {
    RecentFiles recent = new RecentFiles(preferences);
    Path there = Files.createFile(folder.resolve("there.npz"));
    Path gone = folder.resolve("gone.npz");
    recent.add(there);
    recent.add(gone);

    Set<Path> missing = RecentFiles.missing(recent.files());
    assertEquals(Set.of(gone), missing);
    recent.remove(missing);
    assertEquals(List.of(there), new RecentFiles(preferences).files());
  }

  @Test
  void pathsTooLongToBeKeptTogetherDropTheOldest() {
    RecentFiles recent = new RecentFiles(preferences);
    String name = "x".repeat(1500);
    for (int i = 0; i < 10; i++) {
      recent.add(Path.of("/" + i + name));
    }
    List<Path> kept = new RecentFiles(preferences).files();
    assertEquals(recent.files(), kept);
    assertEquals(Path.of("/9" + name), kept.get(0));
  }
}
