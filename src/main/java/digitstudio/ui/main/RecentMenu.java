package digitstudio.ui.main;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files opened last, in a small menu; those that are gone are grey and can be taken out. */
public final class RecentMenu {
  private final RecentFiles recent;
  private final Texts texts;
  private final Executor work;
  private final Executor callbacks;
  private final Consumer<Path> opener;
  private final MenuButton button = new MenuButton(null, new FontIcon(Feather.CLOCK));

  /**
   * @param work looks whether files are there
   * @param callbacks where that is heard
   * @param opener opens one
   */
  public RecentMenu(
      RecentFiles recent, Texts texts, Executor work, Executor callbacks, Consumer<Path> opener) {
    this.recent = recent;
    this.texts = texts;
    this.work = work;
    this.callbacks = callbacks;
    this.opener = opener;
    button.setId("recent-files");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.accessibleTextProperty().bind(texts.of("recent.title"));
    button.disableProperty().bind(Bindings.isEmpty(recent.files()));
    button.setOnShowing(event -> look());
    recent.files().addListener((javafx.beans.Observable change) -> fill(Set.of()));
    fill(Set.of());
  }

  /** The button that opens it, with why it cannot. */
  public Node node() {
    return new Explained(
        button,
        texts.binding(
            () -> texts.get(recent.files().isEmpty() ? "recent.none" : "recent.title"),
            recent.files()));
  }

  private void look() {
    fill(Set.of());
    List<Path> files = List.copyOf(recent.files());
    work.execute(
        () -> {
          Set<Path> missing = RecentFiles.missing(files);
          callbacks.execute(() -> fill(missing));
        });
  }

  private void fill(Set<Path> missing) {
    List<MenuItem> items = new ArrayList<>();
    int number = 0;
    for (Path file : recent.files()) {
      MenuItem item = new MenuItem(name(file, missing.contains(file)));
      item.setId("recent-" + number++);
      item.setMnemonicParsing(false);
      item.setDisable(missing.contains(file));
      item.setOnAction(event -> opener.accept(file));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    if (!missing.isEmpty()) {
      items.add(
          item("recent-forget-missing", "recent.forgetMissing", () -> recent.remove(missing)));
    }
    items.add(
        item(
            "recent-forget-all",
            "recent.forgetAll",
            () -> recent.remove(List.copyOf(recent.files()))));
    button.getItems().setAll(items);
  }

  private MenuItem item(String id, String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }

  private String name(Path file, boolean missing) {
    Path last = file.getFileName() == null ? file : file.getFileName();
    Path folder = file.getParent() == null ? file : file.getParent();
    return texts.get(
        missing ? "recent.missing" : "recent.file", last.toString(), folder.toString());
  }
}
