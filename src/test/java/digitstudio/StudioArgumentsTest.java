package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.ui.main.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudioArgumentsTest {
  private static Optional<StudioArguments> read(String... arguments) {
    return StudioArguments.read(List.of(arguments));
  }

  @Test
  void noArgumentsOpenTheStudioAsItIs() {
    assertEquals(Optional.of(StudioArguments.NONE), read());
  }

  @Test
  void runFilesAndModelsAreOpenedInTheirOrderWhateverTheirFolderIsCalled() {
    List<Path> files = List.of(Path.of("/home/小明/my runs/wide 🙂.digitrun"), Path.of("Seven.NPZ"));
    StudioArguments arguments =
        read(files.get(0).toString(), files.get(1).toString()).orElseThrow();
    assertEquals(files, arguments.files());
    assertTrue(arguments.place().isEmpty());
  }

  @Test
  void aLessonIsOpened() {
    assertEquals(List.of(Path.of("课 1.dslesson")), read("课 1.dslesson").orElseThrow().files());
  }

  @Test
  void aViewIsOpenedByItsNameWithFilesOrWithout() {
    assertEquals(Optional.of(Place.RUNS), read("--view", "runs").orElseThrow().place());
    StudioArguments both = read("--view", "Draw", "model.npz").orElseThrow();
    assertEquals(Optional.of(Place.DRAW), both.place());
    assertEquals(List.of(Path.of("model.npz")), both.files());
  }

  @Test
  void commandsAndWhatNobodyKnowsAreLeftToTheCommandLine() {
    for (String[] arguments :
        new String[][] {
          {"train"},
          {"--help"},
          {"--view"},
          {"--view", "nowhere"},
          {"evaluate", "model.npz"},
          {"model.npz", "--one"},
          {"picture.png"},
          {"bad\0name.npz"},
          {""}
        }) {
      assertTrue(read(arguments).isEmpty(), String.join(" ", arguments));
    }
  }
}
