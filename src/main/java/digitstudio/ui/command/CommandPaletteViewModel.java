package digitstudio.ui.command;

import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The palette: what is typed, and the commands that answer to it in either language, whichever the
 * window has.
 */
public final class CommandPaletteViewModel {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final CommandList list;
  private final Texts texts;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final IntegerProperty chosen = new SimpleIntegerProperty(-1);

  /** Ids of what was done last, the newest first. */
  private final List<String> recent = new ArrayList<>();

  private List<Command> offered = List.of();

  private record Ranked(Command command, int score) {}

  public CommandPaletteViewModel(CommandList list, Texts texts) {
    this.list = list;
    this.texts = texts;
    query.addListener(change -> find());
  }

  /** Begins anew: everything, what was done last first. */
  public void open() {
    offered = list.offered();
    if (query.get().isEmpty()) {
      find();
    } else {
      query.set("");
    }
  }

  private void find() {
    List<Ranked> ranked = new ArrayList<>();
    for (Command command : offered) {
      score(command).ifPresent(score -> ranked.add(new Ranked(command, score)));
    }
    Comparator<Ranked> best = Comparator.comparingInt(one -> -one.score());
    if (query.get().isBlank()) {
      best = Comparator.comparingInt(this::age);
    }
    ranked.sort(best);
    found.setAll(ranked.stream().map(Ranked::command).toList());
    chosen.set(found.isEmpty() ? -1 : 0);
  }

  private int age(Ranked one) {
    int place = recent.indexOf(one.command().id());
    return place < 0 ? recent.size() : place;
  }

  private OptionalInt score(Command command) {
    OptionalInt best = OptionalInt.empty();
    for (Locale language : LANGUAGES) {
      String name = command.name().apply(language);
      String group = new Texts(language).get(command.group());
      for (String text : List.of(name, group + " " + name)) {
        OptionalInt score = FuzzyMatch.score(query.get(), text);
        if (score.isPresent() && (best.isEmpty() || score.getAsInt() > best.getAsInt())) {
          best = score;
        }
      }
    }
    return best;
  }

  /** Goes up or down the list, from its end to its beginning too. */
  public void move(int steps) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + steps, found.size()));
    }
  }

  /** Does what is chosen; returns whether it could be done. */
  public boolean perform() {
    Optional<Command> command = chosenCommand();
    if (command.isEmpty() || refusal(command.get()).isPresent()) {
      return false;
    }
    recent.remove(command.get().id());
    recent.add(0, command.get().id());
    return command.get().perform();
  }

  private Optional<Command> chosenCommand() {
    int place = chosen.get();
    return place >= 0 && place < found.size() ? Optional.of(found.get(place)) : Optional.empty();
  }

  /** Whether the chosen command can be done now. */
  public boolean isPossible() {
    return chosenCommand().filter(command -> refusal(command).isEmpty()).isPresent();
  }

  /** Its name in the window's language, its group before it. */
  public String name(Command command) {
    return texts.get(
        "commands.named", texts.get(command.group()), command.name().apply(texts.locale()));
  }

  /** Why a command cannot be done now. */
  public Optional<String> refusal(Command command) {
    return command.refusal().get();
  }

  public StringProperty queryProperty() {
    return query;
  }

  /** What answers, the best first. */
  public ObservableList<Command> found() {
    return found;
  }

  /** Place of the chosen one among those; -1 for none. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }
}
