package digitstudio.ui.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.report.figure.FigureFormat;
import digitstudio.text.Problem;
import digitstudio.ui.main.MemoryPreferences;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Accent;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Density;
import digitstudio.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesViewModelTest {
  private final Preferences node = new MemoryPreferences();
  private final Folders folders = new Folders();
  @TempDir Path images;

  /** Folders and a store without a disk. */
  private static final class Folders implements StudioFolders {
    final List<Integer> keptEpochs = new ArrayList<>(List.of(20));
    Optional<Problem> wrong = Optional.empty();

    @Override
    public Path ownData() {
      return Path.of("own");
    }

    @Override
    public Path store() {
      return Path.of("store", "runs.db");
    }

    @Override
    public Path log() {
      return Path.of("log", "studio.log");
    }

    @Override
    public void check(Path folder, Consumer<Optional<Problem>> told) {
      told.accept(wrong);
    }

    @Override
    public void show(Path folder) {}

    @Override
    public void readKeptEpochs(Consumer<Integer> told) {
      told.accept(keptEpochs.get(keptEpochs.size() - 1));
    }

    @Override
    public void keepEpochs(int epochs, Consumer<Problem> failed) {
      keptEpochs.add(epochs);
    }
  }

  private PreferencesViewModel start() {
    return new PreferencesViewModel(
        node, new Texts(Locale.ENGLISH), new Appearance(), folders, List.of("default", "best"), 8);
  }

  @Test
  void everyChoiceIsThereAtTheNextStart() {
    PreferencesViewModel before = start();
    before.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
    before.appearance().choiceProperty().set(ThemeChoice.DARK);
    before.appearance().accentProperty().set(Accent.ORANGE);
    before.appearance().densityProperty().set(Density.COMPACT);
    before.appearance().fontSizeProperty().set(150);
    before.figureLanguageProperty().set(FigureLanguage.ENGLISH);
    before.figureFormatProperty().set(FigureFormat.PDF);
    before.figureDpiProperty().set(600);
    before.presetProperty().set("best");
    before.threadsProperty().set(3);
    before.useData(images);

    PreferencesViewModel after = start();
    assertEquals(Locale.SIMPLIFIED_CHINESE, after.languageProperty().get());
    assertTrue(after.appearance().isDark());
    assertEquals(Accent.ORANGE, after.appearance().accentProperty().get());
    assertEquals(Density.COMPACT, after.appearance().densityProperty().get());
    assertEquals(150, after.appearance().fontSizeProperty().get());
    assertEquals(FigureLanguage.ENGLISH, after.figureLanguageProperty().get());
    assertEquals(FigureFormat.PDF, after.figureFormatProperty().get());
    assertEquals(600, after.figureDpiProperty().get());
    assertEquals("best", after.presetProperty().get());
    assertEquals(3, after.threadsProperty().get());
    assertEquals(images, after.dataProperty().get());
  }

  @Test
  void nonsenseThatWasKeptFallsBackToTheUsual() {
    node.put("language", "tlh");
    node.put("theme", "plaid");
    node.put("accent", "");
    node.put("density", "DENSE");
    node.put("fontSize", "1000");
    node.put("figureLanguage", "x");
    node.put("figureFormat", "BMP");
    node.put("figureDpi", "many");
    node.put("preset", "gone");
    node.put("threads", "900");
    node.put("data", images.resolve("no such folder").toString());

    PreferencesViewModel chosen = start();
    assertEquals(ThemeChoice.SYSTEM, chosen.appearance().choiceProperty().get());
    assertEquals(Accent.BLUE, chosen.appearance().accentProperty().get());
    assertEquals(Density.COMFORTABLE, chosen.appearance().densityProperty().get());
    assertEquals(100, chosen.appearance().fontSizeProperty().get());
    assertEquals(FigureLanguage.SCREEN, chosen.figureLanguageProperty().get());
    assertEquals(FigureFormat.PNG, chosen.figureFormatProperty().get());
    assertEquals(300, chosen.figureDpiProperty().get());
    assertEquals(PreferencesViewModel.AS_LEFT, chosen.presetProperty().get());
    assertEquals(8, chosen.threadsProperty().get());
    assertTrue(chosen.isOwnData());
  }

  @Test
  void restoringTheDefaultsCanBeUndone() {
    PreferencesViewModel chosen = start();
    chosen.refresh();
    chosen.appearance().accentProperty().set(Accent.PINK);
    chosen.threadsProperty().set(2);
    chosen.keepEpochs(5);

    chosen.restoreDefaults();
    assertEquals(Accent.BLUE, chosen.appearance().accentProperty().get());
    assertEquals(8, chosen.threadsProperty().get());
    assertEquals(20, chosen.keptEpochsProperty().get());
    assertNull(node.get("accent", null));

    chosen.undoRestore();
    assertEquals(Accent.PINK, chosen.appearance().accentProperty().get());
    assertEquals(2, chosen.threadsProperty().get());
    assertEquals(List.of(20, 5, 20, 5), folders.keptEpochs);
    assertEquals(Accent.PINK, start().appearance().accentProperty().get());
    assertFalse(chosen.undoableProperty().get());
  }

  @Test
  void aChoiceAfterRestoringMakesItFinal() {
    PreferencesViewModel chosen = start();
    chosen.appearance().accentProperty().set(Accent.PINK);
    chosen.restoreDefaults();
    assertTrue(chosen.undoableProperty().get());
    chosen.appearance().fontSizeProperty().set(120);
    assertFalse(chosen.undoableProperty().get());
    chosen.undoRestore();
    assertEquals(Accent.BLUE, chosen.appearance().accentProperty().get());
  }

  @Test
  void aFolderWithoutTheImagesIsRefusedAndSaysWhy() {
    PreferencesViewModel chosen = start();
    folders.wrong = Optional.of(new Problem("digits.noFolder", "elsewhere"));
    chosen.useData(images);
    assertEquals("digits.noFolder", chosen.problemProperty().get().key());
    assertTrue(chosen.isOwnData());

    folders.wrong = Optional.empty();
    chosen.useData(images);
    assertNull(chosen.problemProperty().get());
    assertFalse(chosen.isOwnData());
  }

  @Test
  void theThemeOfOlderVersionsIsTakenOver() {
    node.putBoolean("dark", true);
    assertTrue(start().appearance().isDark());
    assertNull(node.get("dark", null));
    assertEquals(ThemeChoice.DARK, start().appearance().choiceProperty().get());
  }

  @Test
  void theSystemsThemeIsFollowedUntilAnotherIsChosen() {
    Appearance look = start().appearance();
    look.systemDarkProperty().set(true);
    assertTrue(look.isDark());
    look.darkProperty().set(false);
    assertEquals(ThemeChoice.LIGHT, look.choiceProperty().get());
    look.choiceProperty().set(ThemeChoice.SYSTEM);
    assertTrue(look.isDark());
  }
}
