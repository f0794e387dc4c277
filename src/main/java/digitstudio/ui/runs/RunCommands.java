package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Messages;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the chosen runs: by button, by menu and by key. */
final class RunCommands {
  private static final Map<String, KeyCombination> KEYS = keys();

  private final RunsViewModel viewModel;
  private final Texts texts;
  private final ReadOnlyObjectProperty<SelectedRuns> selected;
  private final List<Command> commands = new ArrayList<>();

  /** What a command needs before it can be done. */
  private enum Needs {
    SOME,
    ONE,
    /** One, and no training under way. */
    ONE_AND_REST
  }

  private record Command(
      String id, Feather icon, KeyCombination key, Needs needs, Consumer<List<RunRow>> action) {}

  /**
   * @param rename changes the name of the chosen run where it stands
   * @param note puts the keyboard into its notes
   */
  RunCommands(RunsViewModel viewModel, Runnable rename, Runnable note) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.selected = viewModel.selection().selectedProperty();
    RunEditing editing = viewModel.editing();
    add("open", Feather.EDIT_3, Needs.ONE, one(editing::open));
    add("form", Feather.SLIDERS, Needs.ONE, one(editing::editSettings));
    add("again", Feather.REFRESH_CW, Needs.ONE_AND_REST, one(editing::runAgain));
    add("save", Feather.SAVE, Needs.ONE, one(editing::save));
    add("rename", Feather.TYPE, Needs.ONE, rows -> rename.run());
    add("note", Feather.FILE_TEXT, Needs.ONE, rows -> note.run());
    add("star", Feather.STAR, Needs.SOME, editing::toggleStar);
    add("delete", Feather.TRASH_2, Needs.SOME, editing::delete);
  }

  /** The key of each, also for the list of all keys of the window. */
  private static Map<String, KeyCombination> keys() {
    KeyCombination.Modifier control = KeyCombination.SHORTCUT_DOWN;
    Map<String, KeyCombination> keys = new LinkedHashMap<>();
    keys.put("open", key(KeyCode.ENTER));
    keys.put("form", key(KeyCode.L, control));
    keys.put("again", key(KeyCode.R, control));
    keys.put("save", key(KeyCode.S, control, KeyCombination.SHIFT_DOWN));
    keys.put("rename", key(KeyCode.F2));
    keys.put("note", key(KeyCode.E, control));
    keys.put("star", key(KeyCode.D, control));
    keys.put("delete", key(KeyCode.DELETE));
    return keys;
  }

  /**
   * What can be done with the chosen runs, for the palette and the list of keys.
   *
   * @param shown the commands of the view once it is made
   * @param seen whether it is the one that is seen
   */
  static List<digitstudio.ui.command.Command> listed(
      Supplier<Optional<RunCommands>> shown, BooleanSupplier seen) {
    List<digitstudio.ui.command.Command> listed = new ArrayList<>();
    KEYS.forEach(
        (id, key) ->
            listed.add(
                digitstudio.ui.command.Command.of(
                        "runs-" + id,
                        "commands.group.runs",
                        language -> Messages.format(language, "runs.command." + id),
                        () -> shown.get().ifPresent(commands -> commands.perform(id)))
                    .on(key)
                    .where(() -> seen.getAsBoolean() && shown.get().isPresent())
                    .unless(() -> shown.get().flatMap(commands -> commands.refusal(id)))
                    .byView()));
    return listed;
  }

  private Optional<String> refusal(String id) {
    Command command = command(id);
    return isPossible(command.needs()) ? Optional.empty() : Optional.of(texts.get(refusalKey()));
  }

  private void perform(String id) {
    perform(command(id));
  }

  private Command command(String id) {
    return commands.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private void add(String id, Feather icon, Needs needs, Consumer<List<RunRow>> action) {
    commands.add(new Command(id, icon, KEYS.get(id), needs, action));
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  private static Consumer<List<RunRow>> one(Consumer<RunRow> action) {
    return rows -> action.accept(rows.get(0));
  }

  private List<RunRow> chosen() {
    return viewModel.selection().chosen();
  }

  private boolean isPossible(Needs needs) {
    return switch (needs) {
      case SOME -> !chosen().isEmpty();
      case ONE -> chosen().size() == 1;
      case ONE_AND_REST -> chosen().size() == 1 && !viewModel.editing().busy().get();
    };
  }

  private void perform(Command command) {
    if (isPossible(command.needs())) {
      command.action().accept(chosen());
    }
  }

  /** Does what a key says, in the table; returns whether it says anything. */
  boolean perform(KeyEvent event) {
    for (Command command : commands) {
      if (command.key().match(event)) {
        perform(command);
        return true;
      }
    }
    return false;
  }

  /** A row of buttons for what is wanted most often. */
  Node buttons() {
    HBox row = new HBox();
    row.getStyleClass().add("run-buttons");
    for (Command command : commands) {
      boolean often =
          switch (command.id()) {
            case "open", "form", "again", "star", "delete" -> true;
            default -> false;
          };
      if (often) {
        row.getChildren().add(button(command));
      }
    }
    row.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private Node button(Command command) {
    Button button = new Button(null, new FontIcon(command.icon()));
    button.setId("runs-" + command.id());
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.accessibleTextProperty().bind(texts.of("runs.command." + command.id()));
    BooleanBinding possible =
        Bindings.createBooleanBinding(
            () -> isPossible(command.needs()), selected, viewModel.editing().busy());
    button.disableProperty().bind(possible.not());
    button.setOnAction(event -> perform(command));
    return new Explained(button, help(command));
  }

  private ObservableValue<String> help(Command command) {
    return texts.binding(
        () -> {
          if (isPossible(command.needs())) {
            return texts.get(
                "runs.help",
                texts.get("runs.command." + command.id() + ".help"),
                command.key().getDisplayText());
          }
          return texts.get(refusalKey());
        },
        selected,
        viewModel.editing().busy());
  }

  /** Why a command that is not possible is not. */
  private String refusalKey() {
    boolean many = chosen().size() > 1;
    return chosen().isEmpty() ? "runs.chooseSome" : many ? "runs.chooseOne" : "runs.busy";
  }

  /** Everything, for the table. */
  ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.setOnShowing(event -> fill(menu));
    // Without an item a menu does not open.
    fill(menu);
    return menu;
  }

  private void fill(ContextMenu menu) {
    List<MenuItem> items = new ArrayList<>();
    for (Command command : commands) {
      if (command.id().equals("rename") || command.id().equals("delete")) {
        items.add(new SeparatorMenuItem());
      }
      MenuItem item = new MenuItem(texts.get("runs.command." + command.id()));
      item.setId("runs-menu-" + command.id());
      item.setGraphic(new FontIcon(command.icon()));
      item.setDisable(!isPossible(command.needs()));
      item.setOnAction(event -> perform(command));
      items.add(item);
    }
    List<RunCommand> others = viewModel.editing().others();
    if (!others.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    for (RunCommand other : others) {
      MenuItem item = new MenuItem(texts.get(other.nameKey()));
      item.setId(other.id());
      item.setGraphic(new FontIcon(other.icon()));
      item.setDisable(
          chosen().isEmpty()
              || (!other.severalAtOnce() && chosen().size() > 1)
              || !summaries().stream().allMatch(other.suits()));
      item.setOnAction(event -> other.command().accept(summaries()));
      items.add(item);
    }
    menu.getItems().setAll(items);
  }

  private List<RunSummary> summaries() {
    return chosen().stream().map(RunRow::run).toList();
  }
}
