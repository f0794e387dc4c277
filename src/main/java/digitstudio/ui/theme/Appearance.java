package digitstudio.ui.theme;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the window looks: light or dark, its accent, its density and the size of its letters. */
public final class Appearance {
  /** Least, usual and greatest size of the letters, in percent. */
  public static final int SMALLEST = 80;

  public static final int USUAL = 100;
  public static final int LARGEST = 200;

  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private final ObjectProperty<ThemeChoice> choice =
      new SimpleObjectProperty<>(this, "choice", ThemeChoice.LIGHT);
  private final BooleanProperty systemDark = new SimpleBooleanProperty(this, "systemDark");
  private final ObjectProperty<Accent> accent =
      new SimpleObjectProperty<>(this, "accent", Accent.BLUE);
  private final ObjectProperty<Density> density =
      new SimpleObjectProperty<>(this, "density", Density.COMFORTABLE);
  private final IntegerProperty fontSize = new SimpleIntegerProperty(this, "fontSize", USUAL);

  /** Light until something else is chosen. */
  public Appearance() {
    choice.addListener(change -> follow());
    systemDark.addListener(change -> follow());
    // A theme that is chosen outright is no longer the system's.
    dark.addListener(
        (change, before, now) -> {
          if (now != chosenDark()) {
            choice.set(now ? ThemeChoice.DARK : ThemeChoice.LIGHT);
          }
        });
  }

  private boolean chosenDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> systemDark.get();
    };
  }

  private void follow() {
    dark.set(chosenDark());
  }

  /** Whether the window is dark now; setting it chooses that theme outright. */
  public BooleanProperty darkProperty() {
    return dark;
  }

  public boolean isDark() {
    return dark.get();
  }

  /** What decides whether the window is dark. */
  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /** Whether the rest of the screen is dark, as far as that is known. */
  public BooleanProperty systemDarkProperty() {
    return systemDark;
  }

  public ObjectProperty<Accent> accentProperty() {
    return accent;
  }

  public ObjectProperty<Density> densityProperty() {
    return density;
  }

  /** Size of the letters in percent, from {@link #SMALLEST} to {@link #LARGEST}. */
  public IntegerProperty fontSizeProperty() {
    return fontSize;
  }
}
