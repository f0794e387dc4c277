package digitstudio.ui.main;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Opens files that are dropped on the window, each by its kind. A view that takes files of its own
 * hears of them first and consumes the events.
 */
public final class FileDrop {
  /** Stands for a folder among the endings. */
  public static final String FOLDER = "/";

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final Map<String, Consumer<List<Path>>> openers;
  private final Consumer<Notice> told;
  private Consumer<List<Path>> folders;

  /**
   * @param openers what opens files, by how their names end in small letters; on the JavaFX thread
   * @param told what cannot be opened
   */
  public FileDrop(Map<String, Consumer<List<Path>>> openers, Consumer<Notice> told) {
    this.openers = new LinkedHashMap<>(openers);
    this.told = told;
  }

  /**
   * Opens folders too, which are else not known.
   *
   * @param opener on the JavaFX thread
   */
  public FileDrop withFolders(Consumer<List<Path>> opener) {
    folders = opener;
    return this;
  }

  /** Lets files be dropped on a window's content. */
  public void listenTo(Node content) {
    content.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            content.pseudoClassStateChanged(DROPPING, true);
            event.consume();
          }
        });
    content.addEventHandler(
        DragEvent.DRAG_EXITED_TARGET, event -> content.pseudoClassStateChanged(DROPPING, false));
    content.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          content.pseudoClassStateChanged(DROPPING, false);
          if (event.getDragboard().hasFiles()) {
            open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  /** Opens files, those of one kind together. */
  public void open(List<Path> files) {
    Map<String, List<Path>> kinds = new LinkedHashMap<>();
    List<Path> unknown = new ArrayList<>();
    List<Path> dropped = new ArrayList<>();
    for (Path file : files) {
      if (folders != null && Files.isDirectory(file)) {
        dropped.add(file);
        continue;
      }
      kind(file)
          .ifPresentOrElse(
              ending -> kinds.computeIfAbsent(ending, key -> new ArrayList<>()).add(file),
              () -> unknown.add(file));
    }
    if (!dropped.isEmpty()) {
      folders.accept(dropped);
    }
    if (!unknown.isEmpty()) {
      told.accept(Notice.error("keeping.drop.unknown", name(unknown.get(0)), unknown.size() - 1));
    }
    kinds.forEach((ending, some) -> openers.get(ending).accept(some));
  }

  private Optional<String> kind(Path file) {
    String small = name(file).toLowerCase(Locale.ROOT);
    if (openers.containsKey(FOLDER) && Files.isDirectory(file)) {
      return Optional.of(FOLDER);
    }
    return openers.keySet().stream()
        .filter(ending -> !ending.equals(FOLDER) && small.endsWith(ending))
        .findFirst();
  }

  /** The last part of a path; all of one that has none. */
  private static String name(Path file) {
    return (file.getFileName() == null ? file : file.getFileName()).toString();
  }
}
