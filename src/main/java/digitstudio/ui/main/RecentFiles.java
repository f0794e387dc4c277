package digitstudio.ui.main;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files and folders opened or saved last, the newest first, from one start to the next. */
public final class RecentFiles {
  /** More would make no menu. */
  static final int MOST = 12;

  private static final Logger LOG = LoggerFactory.getLogger(RecentFiles.class);
  private static final String KEY = "recentFiles";

  private final Preferences preferences;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ObservableList<Path> reading = FXCollections.unmodifiableObservableList(files);

  /**
   * @param preferences where they are kept
   */
  public RecentFiles(Preferences preferences) {
    this.preferences = preferences;
    for (String text : preferences.get(KEY, "").split("\n")) {
      try {
        if (!text.isBlank() && files.size() < MOST) {
          files.add(Path.of(text));
        }
      } catch (InvalidPathException e) {
        LOG.warn("recent file \"{}\" cannot be one", text, e);
      }
    }
  }

  /** The newest first. */
  public ObservableList<Path> files() {
    return reading;
  }

  /** Puts a file at the head. */
  public void add(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    List<Path> now = new ArrayList<>(files);
    now.remove(whole);
    now.add(0, whole);
    keep(now.subList(0, Math.min(MOST, now.size())));
  }

  /** Takes files out of the list; the files themselves stay. */
  public void remove(Collection<Path> gone) {
    List<Path> now = new ArrayList<>(files);
    now.removeAll(gone);
    keep(now);
  }

  /** On a worker, as a drive may take its time: those that are no longer there. */
  public static Set<Path> missing(List<Path> files) {
    return files.stream().filter(Files::notExists).collect(Collectors.toUnmodifiableSet());
  }

  private void keep(List<Path> now) {
    List<Path> kept = new ArrayList<>(now);
    String text = text(kept);
    while (text.length() > Preferences.MAX_VALUE_LENGTH) {
      kept.remove(kept.size() - 1);
      text = text(kept);
    }
    files.setAll(kept);
    preferences.put(KEY, text);
  }

  /** A name with a line break in it would be taken for two; it is not kept. */
  private static String text(List<Path> files) {
    return files.stream()
        .map(Path::toString)
        .filter(name -> name.indexOf('\n') < 0)
        .collect(Collectors.joining("\n"));
  }
}
