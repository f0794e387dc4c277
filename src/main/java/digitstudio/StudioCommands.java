package digitstudio;

import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Spelling;
import digitstudio.text.Messages;
import digitstudio.ui.command.Command;
import digitstudio.ui.command.ViewKeys;
import digitstudio.ui.form.FormHistory;
import digitstudio.ui.form.FormKeys;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.RecentFiles;
import digitstudio.ui.prefs.PreferencesViewModel;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** What can be done beside training: how the window looks, what the form shows, what is opened. */
final class StudioCommands {
  private static final KeyCombination.Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;
  private static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private static final String VIEW = "commands.group.look";
  private static final String FORM = "commands.group.form";
  private static final String HELP = "commands.group.help";
  private static final int SIZE_STEP = 10;

  private final MainViewModel main;
  private final SettingsViewModel settings;
  private final PreferencesViewModel preferences;
  private final Texts texts;

  StudioCommands(
      MainViewModel main,
      SettingsViewModel settings,
      PreferencesViewModel preferences,
      Texts texts) {
    this.main = main;
    this.settings = settings;
    this.preferences = preferences;
    this.texts = texts;
  }

  /** The form's: undo, redo, back to the preset, and every preset by its name. */
  List<Command> form() {
    FormHistory history = settings.history();
    BooleanSupplier seen = () -> main.placeProperty().get() == Place.TRAIN;
    List<Command> commands = new ArrayList<>();
    commands.add(
        command("form-undo", FORM, "commands.undo", history::undo)
            .on(FormKeys.UNDO)
            .where(seen)
            .unless(unless(() -> history.undoableProperty().get(), "commands.nothingToUndo")));
    commands.add(
        command("form-redo", FORM, "commands.redo", history::redo)
            .on(FormKeys.REDO.toArray(KeyCombination[]::new))
            .where(seen)
            .unless(unless(() -> history.redoableProperty().get(), "commands.nothingToRedo")));
    commands.add(
        command("form-reset", FORM, "commands.reset", () -> fill(settings.presetProperty().get()))
            .unless(unless(() -> settings.modifiedProperty().get(), "commands.isPreset")));
    for (Preset preset : settings.presets()) {
      commands.add(
          Command.of(
              "preset-" + preset.name(),
              "commands.group.preset",
              language -> Messages.format(language, preset.titleKey()),
              () -> fill(preset)));
    }
    return commands;
  }

  private void fill(Preset preset) {
    settings.select(preset);
    main.placeProperty().set(Place.TRAIN);
  }

  /**
   * Lessons: open one, end it, make one of the form.
   *
   * @param isOpen whether one is open
   */
  List<Command> lessons(BooleanSupplier isOpen, Runnable open, Runnable end, Runnable make) {
    return List.of(
        command("lesson-open", FORM, "lessons.open", open).on(key(KeyCode.L, SHORTCUT)),
        command("lesson-end", FORM, "lessons.endCommand", end)
            .unless(unless(isOpen, "lessons.noneOpen")),
        command("lesson-make", FORM, "lessons.make", make)
            .unless(
                unless(() -> settings.configProperty().get() != null, "lessons.make.formWrong")));
  }

  /** What explains the window. */
  List<Command> help(Runnable page, Runnable explain) {
    return List.of(
        command("help", HELP, "help.command", page).on(key(KeyCode.F1, SHORTCUT)),
        command("help-explain", HELP, "help.explain", explain).on(key(KeyCode.F1, SHIFT)));
  }

  /** How the window looks. */
  List<Command> look(Stage stage) {
    Appearance look = preferences.appearance();
    List<Command> commands = new ArrayList<>();
    for (ThemeChoice theme : ThemeChoice.values()) {
      String key = "prefs.theme." + Spelling.of(theme);
      commands.add(
          command("theme-" + Spelling.of(theme), VIEW, key, () -> look.choiceProperty().set(theme))
              .unless(
                  unless(() -> look.choiceProperty().get() != theme, "commands.chosenAlready")));
    }
    commands.add(language("en", "window.english", Locale.ENGLISH));
    commands.add(language("zh", "window.chinese", Locale.SIMPLIFIED_CHINESE));
    for (Accent accent : Accent.values()) {
      commands.add(
          Command.of(
                  "accent-" + Spelling.of(accent),
                  VIEW,
                  language ->
                      Messages.format(
                          language, "commands.accent", Messages.format(language, accent.nameKey())),
                  () -> look.accentProperty().set(accent))
              .unless(
                  unless(() -> look.accentProperty().get() != accent, "commands.chosenAlready")));
    }
    for (Density density : Density.values()) {
      String key = "prefs.density." + Spelling.of(density);
      commands.add(
          command(
                  "density-" + Spelling.of(density),
                  VIEW,
                  key,
                  () -> look.densityProperty().set(density))
              .unless(
                  unless(() -> look.densityProperty().get() != density, "commands.chosenAlready")));
    }
    commands.addAll(letters(look));
    commands.add(
        command("full-screen", VIEW, "commands.fullScreen", () -> fullScreen(stage))
            .on(key(KeyCode.F11)));
    return commands;
  }

  private static void fullScreen(Stage stage) {
    stage.setFullScreen(!stage.isFullScreen());
  }

  private Command language(String tag, String key, Locale locale) {
    return command("language-" + tag, VIEW, key, () -> texts.localeProperty().set(locale))
        .unless(unless(() -> !texts.locale().equals(locale), "commands.chosenAlready"));
  }

  private List<Command> letters(Appearance look) {
    return List.of(
        command("letters-larger", VIEW, "commands.larger", () -> size(look, SIZE_STEP))
            .on(
                key(KeyCode.PLUS, SHORTCUT),
                key(KeyCode.EQUALS, SHORTCUT),
                key(KeyCode.ADD, SHORTCUT))
            .unless(
                unless(
                    () -> look.fontSizeProperty().get() < Appearance.LARGEST,
                    "commands.largestAlready")),
        command("letters-smaller", VIEW, "commands.smaller", () -> size(look, -SIZE_STEP))
            .on(key(KeyCode.MINUS, SHORTCUT), key(KeyCode.SUBTRACT, SHORTCUT))
            .unless(
                unless(
                    () -> look.fontSizeProperty().get() > Appearance.SMALLEST,
                    "commands.smallestAlready")),
        command(
                "letters-usual",
                VIEW,
                "commands.usualSize",
                () -> look.fontSizeProperty().set(Appearance.USUAL))
            .on(key(KeyCode.DIGIT0, SHORTCUT))
            .unless(
                unless(
                    () -> look.fontSizeProperty().get() != Appearance.USUAL,
                    "commands.chosenAlready")));
  }

  private static void size(Appearance look, int step) {
    int wanted = look.fontSizeProperty().get() + step;
    look.fontSizeProperty()
        .set(Math.max(Appearance.SMALLEST, Math.min(Appearance.LARGEST, wanted)));
  }

  /** What opens a window of its own, and the keys of the views for the list of all keys. */
  List<Command> windows(Runnable showPreferences, Runnable palette, Runnable keys) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        command("preferences", HELP, "prefs.open", showPreferences)
            .on(key(KeyCode.COMMA, SHORTCUT)));
    commands.add(
        command("palette", HELP, "commands.palette", palette)
            .on(key(KeyCode.P, SHORTCUT, SHIFT), key(KeyCode.K, SHORTCUT)));
    commands.add(command("keys", HELP, "commands.showKeys", keys).on(key(KeyCode.F1)));
    commands.add(command("show-data", HELP, "commands.showData", preferences::showData));
    commands.add(command("show-store", HELP, "commands.showStore", preferences::showStore));
    commands.add(command("show-log", HELP, "commands.showLog", preferences::showLog));
    commands.add(command("restore-defaults", HELP, "prefs.restore", preferences::restoreDefaults));
    commands.add(
        command("undo-restore", HELP, "commands.undoRestore", preferences::undoRestore)
            .unless(
                unless(() -> preferences.undoableProperty().get(), "commands.nothingRestored")));
    commands.addAll(ViewKeys.all());
    return commands;
  }

  /** The files opened last, by their names. */
  static List<Command> recent(RecentFiles recent, Consumer<Path> opener) {
    List<Command> commands = new ArrayList<>();
    for (Path file : recent.files()) {
      commands.add(
          Command.of(
              "recent-" + file,
              "recent.title",
              language -> file.toString(),
              () -> opener.accept(file)));
    }
    return commands;
  }

  private Supplier<Optional<String>> unless(BooleanSupplier possible, String reason) {
    return () -> possible.getAsBoolean() ? Optional.empty() : Optional.of(texts.get(reason));
  }

  private static Command command(String id, String group, String key, Runnable action) {
    return Command.of(id, group, language -> Messages.format(language, key), action);
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
