package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.nn.Spelling;
import digitstudio.training.RunState;
import digitstudio.ui.main.Place;
import digitstudio.ui.runs.ManyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window without a mouse, without eyes, and with weak ones. */
@ExtendWith(ApplicationExtension.class)
class KeyboardAndReaderTest {
  @TempDir static Path folder;

  private String sharedStore;
  private DigitStudioApp app;
  private Stage stage;

  @Start
  private void open(Stage stage) throws BackingStoreException {
    sharedStore = System.setProperty(ProgramFolders.STORE, storeWithRuns().toString());
    app = new DigitStudioApp();
    Preferences.userNodeForPackage(DigitStudioApp.class).clear();
    Preferences.userNodeForPackage(DigitStudioApp.class).putBoolean("startSeen", true);
    this.stage = stage;
    app.start(stage);
  }

  @Stop
  private void close() throws BackingStoreException {
    app.stop();
    System.setProperty(ProgramFolders.STORE, sharedStore);
    Preferences.userNodeForPackage(DigitStudioApp.class).clear();
  }

  /** So that the views show what they have to say of runs, whichever tests went before. */
  private static Path storeWithRuns() {
    Path file = folder.resolve("runs.db");
    if (!Files.exists(file)) {
      try (RunStore store = RunStore.open(file)) {
        for (RunDetails run : ManyRuns.twelve()) {
          if (run.summary().state() != RunState.RUNNING) {
            store.add(new KeptRun(run, Optional.empty(), Optional.empty()));
          }
        }
      }
    }
    return file;
  }

  @BeforeEach
  void waitForTheFirstLayout() {
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  private Parent root() {
    return stage.getScene().getRoot();
  }

  private static List<Node> seen(Node node) {
    List<Node> all = new ArrayList<>();
    if (node.isVisible()) {
      all.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> all.addAll(seen(child)));
      }
    }
    return all;
  }

  private static String path(Node node) {
    String name =
        node.getId() == null
            ? node.getClass().getSimpleName() + node.getStyleClass()
            : "#" + node.getId();
    return node.getParent() == null || node.getId() != null
        ? name
        : path(node.getParent()) + " > " + name;
  }

  private static boolean speaks(Node node) {
    boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    return named
        || (node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank());
  }

  private static TreeSet<String> dumb(Node root) {
    TreeSet<String> dumb = new TreeSet<>();
    for (Node node : seen(root)) {
      if (node.isFocusTraversable() && !speaks(node)) {
        dumb.add(path(node));
      }
    }
    return dumb;
  }

  private void go(FxRobot robot, Place place) {
    robot.clickOn("#place-" + Spelling.of(place));
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  @Test
  void everythingThatTakesTheKeyboardHasANameForAScreenReader(FxRobot robot) {
    TreeSet<String> dumb = new TreeSet<>();
    for (Place place : Place.values()) {
      go(robot, place);
      dumb(root()).forEach(node -> dumb.add(Spelling.of(place) + ": " + node));
    }
    assertEquals(new TreeSet<String>(), dumb);
  }

  /** What is seen behind a node: the grounds of those it lies in, down to the first whole one. */
  private static Color ground(Node node) {
    if (node == null) {
      return Color.WHITE;
    }
    Color below = null;
    if (node instanceof Region region && region.getBackground() != null) {
      List<BackgroundFill> fills = region.getBackground().getFills();
      for (BackgroundFill fill : fills) {
        if (fill.getFill() instanceof Color colour && colour.getOpacity() > 0) {
          below = over(colour, below == null ? ground(node.getParent()) : below);
        }
      }
    }
    return below == null ? ground(node.getParent()) : below;
  }

  private static Color over(Color upper, Color lower) {
    return lower.interpolate(
        Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
  }

  private static double luminance(Color colour) {
    double[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  private static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  @Test
  void everyWordThatCanBeUsedIsReadAgainstWhatItStandsOn(FxRobot robot) {
    TreeSet<String> faint = new TreeSet<>();
    int words = 0;
    for (String theme : List.of("light", "dark")) {
      robot.clickOn("#theme-" + theme);
      for (Place place : Place.values()) {
        go(robot, place);
        for (Node node : seen(root())) {
          if (node instanceof Labeled labeled
              && !labeled.isDisabled()
              && labeled.getText() != null
              && !labeled.getText().isBlank()
              && labeled.getTextFill() instanceof Color text) {
            words++;
            Color ground = ground(labeled);
            double contrast = contrast(over(text, ground), ground);
            double least = labeled.getFont().getSize() >= 24 ? 3 : 4.5;
            if (contrast < least) {
              faint.add(
                  "%s %s \"%s\" %.2f".formatted(theme, path(labeled), labeled.getText(), contrast));
            }
          }
        }
      }
    }
    assertEquals(new TreeSet<String>(), faint);
    assertTrue(words > 200, "only " + words + " words were seen");
  }

  @Test
  void f6LeadsThroughAllPartsOfEveryViewAndRoundAgain(FxRobot robot) {
    for (Place place : Place.values()) {
      go(robot, place);
      List<Node> stops = new ArrayList<>();
      Node next = f6(robot);
      while (!stops.contains(next)) {
        stops.add(next);
        next = f6(robot);
      }
      int least = place == Place.TRAIN ? 5 : 2;
      assertTrue(stops.size() >= least, () -> place + " stops only at " + stops);
      assertEquals(stops.get(0), next);
    }
  }

  private Node f6(FxRobot robot) {
    robot.press(KeyCode.F6).release(KeyCode.F6);
    WaitForAsyncUtils.waitForFxEvents();
    Node owner = stage.getScene().getFocusOwner();
    assertNotNull(owner);
    return owner;
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition)
      throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isThere(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  @Test
  void thePreferencesOpenByKeyAndHaveANameEach(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
    await(() -> isThere(robot, "#preferences-dialog"));
    Node dialog = robot.lookup("#preferences-dialog").query();
    assertEquals(new TreeSet<String>(), dumb(dialog));
    robot.interact(() -> dialog.getScene().getWindow().hide());
  }

  @Test
  void theListOfKeysOpensByF1(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.F1).release(KeyCode.F1);
    await(() -> isThere(robot, "#keys-dialog"));
    Node dialog = robot.lookup("#keys-dialog").query();
    TreeSet<String> keys = new TreeSet<>();
    for (Node node : seen(dialog)) {
      if (node.getStyleClass().contains("palette-keys")) {
        keys.add(((Labeled) node).getText());
      }
    }
    assertTrue(
        keys.containsAll(List.of("F1", "Ctrl+Z", "F6", "F2", "Ctrl+Shift+P, Ctrl+K")),
        keys::toString);
    robot.interact(() -> dialog.getScene().getWindow().hide());
  }

  @Test
  void aCommandIsFoundInAnotherLanguageAndDone(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    await(() -> isThere(robot, "#palette-query"));
    javafx.scene.control.TextField query = robot.lookup("#palette-query").query();
    await(query::isFocused);
    robot.interact(() -> query.setText("深色"));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(() -> Window.getWindows().size() == 1);
    assertTrue(
        ((javafx.scene.control.ToggleButton) robot.lookup("#theme-dark").query()).isSelected());
  }

  @Test
  void aChangeOfTheFormIsTakenBackByKeyWhereverTheKeyboardIs(FxRobot robot) {
    javafx.scene.control.TextField epochs = robot.lookup("#form-epochs").query();
    String before = epochs.getText();
    robot.interact(() -> epochs.setText("77"));
    robot.interact(() -> robot.lookup("#train").query().requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    assertEquals(before, epochs.getText());
    robot.interact(epochs::requestFocus);
    robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
    assertEquals("77", epochs.getText());
  }

  @Test
  void theLargestLettersLeaveEveryViewWithinReach(FxRobot robot) {
    for (int i = 0; i < 10; i++) {
      robot.press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
    }
    WaitForAsyncUtils.waitForFxEvents(20);
    Labeled train = robot.lookup("#train").query();
    assertEquals(26, train.getFont().getSize(), 0.5);
    for (Place place : Place.values()) {
      go(robot, place);
      Node roomy = robot.lookup("#roomy").query();
      assertTrue(roomy.getLayoutBounds().getWidth() <= stage.getScene().getWidth());
    }
    double right = robot.lookup("#theme-dark").query().localToScene(0, 0).getX();
    assertTrue(right < stage.getScene().getWidth() - 20, "the top bar runs out of the window");
  }
}
