package digitstudio.ui.prefs;

import java.util.Locale;

/** In which language figures leave the window. */
public enum FigureLanguage {
  /** As the screen is. */
  SCREEN(""),
  ENGLISH("en"),
  CHINESE("zh");

  private final String tag;

  FigureLanguage(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  /** Key of its name. */
  String nameKey() {
    return "prefs.figureLanguage." + name().toLowerCase(Locale.ROOT);
  }

  static FigureLanguage of(String tag) {
    for (FigureLanguage language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language of figures: " + tag);
  }
}
