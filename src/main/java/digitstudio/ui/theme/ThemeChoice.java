package digitstudio.ui.theme;

/** What decides whether the window is light or dark. */
public enum ThemeChoice {
  LIGHT,
  DARK,
  /** As the rest of the screen is. */
  SYSTEM
}
