package digitstudio;

import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.RunTitle;
import digitstudio.ui.main.WindowMemory;
import digitstudio.ui.prefs.PreferencesViewModel;
import digitstudio.ui.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window itself: where it stands, what its title says, and what it remembers of itself. */
final class StudioWindow {
  private static final Logger LOG = LoggerFactory.getLogger(StudioWindow.class);
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;
  private static final Duration OPENING = Duration.millis(150);

  private final Stage stage;
  private final WindowMemory memory;
  private final MainViewModel main;
  private final SettingsViewModel settings;
  private Supplier<String> form;

  /** Where it stood last while it was not maximised. */
  private Rectangle2D place;

  StudioWindow(Stage stage, WindowMemory memory, MainViewModel main, SettingsViewModel settings) {
    this.stage = stage;
    this.memory = memory;
    this.main = main;
    this.settings = settings;
    this.form = settings::content;
  }

  /** Has another form than the present one remembered, as that of a lesson passes. */
  void rememberForm(Supplier<String> content) {
    form = content;
  }

  /** Fills the form as the person prefers, and goes to the view that was seen last. */
  void takeUp(PreferencesViewModel preferences, Set<Place> places) {
    String preset = preferences.presetProperty().get();
    if (preset.equals(PreferencesViewModel.AS_LEFT)) {
      memory.form().ifPresent(this::restoreForm);
    } else {
      settings.presets().stream()
          .filter(each -> each.name().equals(preset))
          .findFirst()
          .ifPresent(settings::select);
    }
    if (places.contains(memory.view())) {
      main.placeProperty().set(memory.view());
    }
  }

  private void restoreForm(String form) {
    try {
      settings.restore(form);
    } catch (IllegalArgumentException e) {
      LOG.warn("what stood in the form cannot be read; it begins with the preset", e);
    }
  }

  /** Shows the window where it was, or in the middle of the first screen. */
  void show(Scene scene, Texts texts) {
    RunTitle title = new RunTitle(main, texts, System::nanoTime);
    title.focusedProperty().bind(stage.focusedProperty());
    stage.titleProperty().bind(title.text());
    stage.setScene(scene);
    Optional<Rectangle2D> before =
        memory.place(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    Rectangle2D screen =
        before
            .flatMap(
                at ->
                    Screen.getScreensForRectangle(
                            at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight())
                        .stream()
                        .findFirst())
            .orElse(Screen.getPrimary())
            .getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    double width = Math.min(memory.width(), screen.getWidth());
    double height = Math.min(memory.height(), screen.getHeight());
    stage.setWidth(width);
    stage.setHeight(height);
    before.ifPresent(
        at -> {
          stage.setX(at.getMinX());
          stage.setY(at.getMinY());
        });
    stage.show();
    stage.setMaximized(memory.isMaximized());
    if (!memory.isMaximized()) {
      insistOn(width, height);
    }
    place = new Rectangle2D(Math.max(-1e6, stage.getX()), stage.getY(), width, height);
    stage.xProperty().addListener(change -> notePlace());
    stage.yProperty().addListener(change -> notePlace());
    stage.widthProperty().addListener(change -> notePlace());
    stage.heightProperty().addListener(change -> notePlace());
  }

  private void notePlace() {
    boolean whole = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
    if (!whole && stage.getWidth() > 0 && stage.getHeight() > 0) {
      place = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  /** Some window managers, Openbox among them, open every window at its least size. */
  private void insistOn(double width, double height) {
    PauseTransition opened = new PauseTransition(OPENING);
    opened.setOnFinished(
        event -> {
          stage.setWidth(Math.max(stage.getWidth(), width));
          stage.setHeight(Math.max(stage.getHeight(), height));
        });
    opened.play();
  }

  /** What the next start takes up. */
  void remember() {
    if (place != null) {
      memory.remember(place, stage.isMaximized());
    }
    memory.rememberView(main.placeProperty().get());
    memory.rememberForm(form.get());
  }
}
