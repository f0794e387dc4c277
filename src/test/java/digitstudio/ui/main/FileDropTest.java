package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileDropTest {
  private final List<List<Path>> runs = new ArrayList<>();
  private final List<List<Path>> models = new ArrayList<>();
  private final List<Notice> told = new ArrayList<>();
  private final FileDrop drop =
      new FileDrop(Map.of(".digitrun", runs::add, ".npz", models::add), told::add);

  @Test
  void filesOfAKindAreOpenedTogether() {
    drop.open(List.of(Path.of("a.digitrun"), Path.of("m.npz"), Path.of("/x/B.DIGITRUN")));
    assertEquals(List.of(List.of(Path.of("a.digitrun"), Path.of("/x/B.DIGITRUN"))), runs);
    assertEquals(List.of(List.of(Path.of("m.npz"))), models);
    assertTrue(told.isEmpty());
  }

  @Test
  void whatNobodyOpensIsSaidAndTheRestIsOpened() {
    drop.open(List.of(Path.of("a.txt"), Path.of("b.digitrun"), Path.of("c"), Path.of("/")));
    assertEquals(1, runs.size());
    assertEquals(
        "a.txt and 2 more: this is neither a run (.digitrun), a model (.npz) nor a lesson (.dslesson);"
            + " drop one of those",
        told.get(0).sentence(Locale.ENGLISH));
  }

  @Test
  void aRootAloneHasNoNameAndIsSaidAllTheSame() {
    drop.open(List.of(Path.of("/")));
    assertTrue(told.get(0).sentence(Locale.ENGLISH).startsWith("/: this is neither"));
  }
}
