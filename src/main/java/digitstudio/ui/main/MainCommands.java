package digitstudio.ui.main;

import digitstudio.nn.Spelling;
import digitstudio.text.Messages;
import digitstudio.ui.command.Command;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What can be done in every view: train, open and save, and go from view to view. */
final class MainCommands {
  private static final KeyCombination.Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;

  private final MainViewModel main;
  private final TopBar topBar;
  private final Texts texts;

  MainCommands(MainViewModel main, TopBar topBar, Texts texts) {
    this.main = main;
    this.topBar = topBar;
    this.texts = texts;
  }

  /**
   * @param places the rail leads to
   * @param panes the parts of the window, for a step forward or back
   */
  List<Command> all(Set<Place> places, java.util.function.IntConsumer panes) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        command("train", "commands.train", main::train)
            .on(key(KeyCode.F5), key(KeyCode.ENTER, SHORTCUT))
            .unless(this::formIsWrong));
    commands.add(
        command("pause", "commands.pause", main::pauseOrResume)
            .on(key(KeyCode.P, SHORTCUT))
            .unless(unless(() -> main.busyProperty().get(), "window.nothingToPause")));
    commands.add(
        command("stop", "commands.stop", main::stopAll)
            .on(key(KeyCode.PERIOD, SHORTCUT))
            .unless(unless(() -> main.busyProperty().get(), "window.nothingToStop")));
    commands.add(
        command("open-model", "window.openModel", topBar::openModel).on(key(KeyCode.O, SHORTCUT)));
    commands.add(
        command("save-model", "window.saveModel", topBar::saveModel)
            .on(key(KeyCode.S, SHORTCUT))
            .unless(unless(() -> main.modelProperty().get() != null, "window.nothingToSave")));
    for (Place place : places) {
      commands.add(
          Command.of(
                  "place-" + Spelling.of(place),
                  "commands.group.views",
                  language -> Messages.format(language, place.nameKey()),
                  () -> main.placeProperty().set(place))
              .on(key(place.key(), SHORTCUT)));
    }
    commands.add(view("pane-next", "commands.nextPane", () -> panes.accept(1)).on(key(KeyCode.F6)));
    commands.add(
        view("pane-before", "commands.paneBefore", () -> panes.accept(-1))
            .on(key(KeyCode.F6, KeyCombination.SHIFT_DOWN)));
    return commands;
  }

  private Optional<String> formIsWrong() {
    return main.formIsWrong().get() ? Optional.of(main.trainHelp().get()) : Optional.empty();
  }

  private Supplier<Optional<String>> unless(BooleanSupplier possible, String reason) {
    return () -> possible.getAsBoolean() ? Optional.empty() : Optional.of(texts.get(reason));
  }

  private static Command command(String id, String key, Runnable action) {
    return Command.of(
        id, "commands.group.train", language -> Messages.format(language, key), action);
  }

  private static Command view(String id, String key, Runnable action) {
    return Command.of(
        id, "commands.group.views", language -> Messages.format(language, key), action);
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
