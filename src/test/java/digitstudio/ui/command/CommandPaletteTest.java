package digitstudio.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Messages;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandPaletteTest {
  private final List<String> done = new ArrayList<>();
  private final CommandList list = new CommandList();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final CommandPaletteViewModel palette = new CommandPaletteViewModel(list, texts);
  private String refused;
  private boolean seen = true;

  private Command command(String id, String key) {
    return Command.of(
        id, "commands.group.look", in -> Messages.format(in, key), () -> done.add(id));
  }

  private CommandPaletteTest() {
    list.add(
        List.of(
            command("dark", "prefs.theme.dark"),
            command("light", "prefs.theme.light"),
            command("data", "commands.showData"),
            command("stop", "commands.stop").unless(() -> Optional.ofNullable(refused)),
            command("undo", "commands.undo").where(() -> seen)));
    palette.open();
  }

  private String first(String typed) {
    palette.queryProperty().set(typed);
    return palette.found().isEmpty() ? null : palette.found().get(0).id();
  }

  @Test
  void bothLanguagesAreUnderstoodWhateverTheScreens() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      texts.localeProperty().set(language);
      assertEquals("dark", first("dark"));
      assertEquals("dark", first("深色"));
      assertEquals("light", first("LIGHT th"));
      assertEquals("light", first("浅主"));
    }
  }

  @Test
  void lettersLeftOutAreForgivenAndWrongOnesAreNot() {
    assertEquals("dark", first("drkthm"));
    assertEquals("data", first("ofim"));
    assertEquals(null, first("dark zebra"));
  }

  @Test
  void wordsThatBeginSoComeBeforeLettersScattered() {
    assertEquals("stop", first("sto"));
    assertTrue(
        FuzzyMatch.score("th", "Dark theme").getAsInt()
            > FuzzyMatch.score("th", "Stop with it").getAsInt());
    assertTrue(FuzzyMatch.score("xyz", "Dark theme").isEmpty());
    assertTrue(FuzzyMatch.score("", "anything").isPresent());
  }

  @Test
  void whatCannotBeDoneIsListedWithItsReasonAndNotDone() {
    refused = "No training is going on";
    assertEquals("stop", first("stop"));
    assertFalse(palette.perform());
    assertEquals(Optional.of(refused), palette.refusal(palette.found().get(0)));
    refused = null;
    assertTrue(palette.perform());
    assertEquals(List.of("stop"), done);
  }

  @Test
  void commandsOfAViewThatIsNotSeenAreNotOffered() {
    assertEquals("undo", first("undo"));
    seen = false;
    palette.open();
    assertEquals(null, first("undo"));
  }

  @Test
  void whatWasDoneLastComesFirst() {
    first("light");
    palette.perform();
    palette.open();
    assertEquals("light", palette.found().get(0).id());
  }

  @Test
  void theListIsWalkedRoundAndRound() {
    palette.move(-1);
    assertEquals(palette.found().size() - 1, palette.chosenProperty().get());
    palette.move(1);
    assertEquals(0, palette.chosenProperty().get());
  }

  @Test
  void noTwoCommandsHaveOneId() {
    List<Command> twice = List.of(command("dark", "prefs.theme.dark"));
    assertThrows(IllegalArgumentException.class, () -> list.add(twice));
  }
}
