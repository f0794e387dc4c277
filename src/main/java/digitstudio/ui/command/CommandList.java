package digitstudio.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/**
 * All commands of the window. The palette, the list of keys and the keys themselves are made of it,
 * so that they cannot disagree.
 */
public final class CommandList {
  private final List<Command> commands = new ArrayList<>();
  private final List<Supplier<List<Command>>> sources = new ArrayList<>();
  private Scene scene;

  /**
   * Adds commands, in the order in which they are to be listed.
   *
   * @throws IllegalArgumentException if one of that id is there
   */
  public void add(List<Command> more) {
    for (Command command : more) {
      if (commands.stream().anyMatch(each -> each.id().equals(command.id()))) {
        throw new IllegalArgumentException("two commands " + command.id());
      }
      commands.add(command);
    }
    if (scene != null) {
      install();
    }
  }

  /** Adds commands that come and go, asked for whenever the palette opens. */
  public void addSource(Supplier<List<Command>> source) {
    sources.add(source);
  }

  /** Those that are always there. */
  public List<Command> all() {
    return List.copyOf(commands);
  }

  /** Those and the ones that come and go, as far as their view is seen. */
  public List<Command> offered() {
    List<Command> offered = new ArrayList<>(commands);
    sources.forEach(source -> offered.addAll(source.get()));
    offered.removeIf(command -> !command.seen().getAsBoolean());
    return offered;
  }

  /** Has their keys do what they say, wherever in a window the keyboard is. */
  public void listenTo(Scene window) {
    scene = window;
    install();
  }

  private void install() {
    Set<KeyCombination> keys = new LinkedHashSet<>();
    commands.stream().filter(Command::byWindow).forEach(command -> keys.addAll(command.keys()));
    keys.forEach(key -> scene.getAccelerators().put(key, () -> perform(key)));
  }

  /** The first that can be done now; several may have a key, each in its own view. */
  private void perform(KeyCombination key) {
    for (Command command : commands) {
      if (command.byWindow() && command.keys().contains(key) && command.perform()) {
        return;
      }
    }
  }
}
