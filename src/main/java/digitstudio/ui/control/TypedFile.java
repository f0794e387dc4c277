package digitstudio.ui.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a person meant by the name that came back from a dialog for saving. */
public final class TypedFile {
  private TypedFile() {}

  /**
   * The file to write: an ending that was typed wins over one that the dialog put behind it, and a
   * name without any gets the usual one.
   *
   * @param extensions the endings on offer, without dots
   * @param usual one of them
   */
  public static Path of(Path chosen, List<String> extensions, String usual) {
    String name = chosen.getFileName().toString();
    String typed = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (endsIn(name, extensions) && endsIn(typed, extensions)) {
      Path meant = chosen.resolveSibling(typed);
      // The dialog has asked about the longer name alone whether it may be replaced.
      return Files.exists(meant) ? chosen : meant;
    }
    return name.contains(".") ? chosen : chosen.resolveSibling(name + "." + usual);
  }

  private static boolean endsIn(String name, List<String> extensions) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
  }
}
