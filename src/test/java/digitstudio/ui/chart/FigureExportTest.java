package digitstudio.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.report.chart.Runs;
import digitstudio.report.figure.FigureFormat;
import digitstudio.report.figure.FigureSize;
import digitstudio.text.Problem;
import digitstudio.ui.TestWindow;
import digitstudio.ui.chart.FigureExport.Choice;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FigureExportTest {
  private static final Choice CHINESE_SVG =
      new Choice(
          "charts.accuracy",
          FigureFormat.SVG,
          new FigureSize(120, 60),
          96,
          Locale.SIMPLIFIED_CHINESE);

  private final ChartsViewModel charts = new ChartsViewModel();
  private final Preferences preferences =
      Preferences.userRoot().node("figure-export-" + UUID.randomUUID());
  private final FigureExport export =
      new FigureExport(charts, preferences, Runnable::run, Runnable::run);

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    ChartsView view = new ChartsView(charts, new Texts(Locale.ENGLISH), new Appearance());
    view.offer(export);
    TestWindow.show(stage, view, 620, 640);
  }

  @AfterEach
  void forget() throws BackingStoreException {
    preferences.removeNode();
  }

  private void train(FxRobot robot) {
    robot.interact(() -> charts.show(Runs.after(5)));
  }

  @Test
  void aChartIsSavedInTheLanguageOfTheFigure(FxRobot robot) throws Exception {
    train(robot);
    Path file = folder.resolve("a.svg");
    List<Optional<Problem>> heard = new ArrayList<>();
    export.save(CHINESE_SVG, file, heard::add);
    assertEquals(List.of(Optional.empty()), heard);
    String svg = Files.readString(file);
    assertTrue(svg.contains("正确率") && svg.contains("验证"));
    assertTrue(svg.contains("width=\"120.00mm\""));
  }

  @Test
  void theLastChoiceAndItsFolderAreRemembered(FxRobot robot) {
    train(robot);
    assertEquals(FigureFormat.PNG, export.last(Locale.ENGLISH).format());
    export.save(CHINESE_SVG, folder.resolve("a.svg"), problem -> {});
    FigureExport later = new FigureExport(charts, preferences, Runnable::run, Runnable::run);
    assertEquals(CHINESE_SVG, later.last(Locale.ENGLISH));
    assertEquals(Optional.of(folder), later.folder());
  }

  @Test
  void whatWasKeptAndIsNonsenseIsForgotten() {
    preferences.put("figureFormat", "BMP");
    preferences.putDouble("figureWidth", -3);
    Choice choice = export.last(Locale.ENGLISH);
    assertEquals(FigureFormat.PNG, choice.format());
    assertEquals(160, choice.size().width());
  }

  @Test
  void aFolderThatIsGoneIsSaidInOneSentence(FxRobot robot) {
    train(robot);
    List<Optional<Problem>> heard = new ArrayList<>();
    export.save(CHINESE_SVG, folder.resolve("gone/a.svg"), heard::add);
    assertTrue(heard.get(0).orElseThrow().getMessage().contains("a.svg"));
  }

  @Test
  void withoutACurveThereIsNothingToSave(FxRobot robot) {
    Node button = robot.lookup("#chart-export").query();
    assertTrue(button.isDisabled());
    assertEquals("There is no curve to save yet", button.getAccessibleText());
    train(robot);
    assertFalse(button.isDisabled());
  }

  @Test
  void theDialogSaysWhatIsWrongWithASizeAndStays(FxRobot robot) throws Exception {
    train(robot);
    robot.interact(() -> robot.lookup("#chart-export").queryAs(Button.class).fire());
    robot.interact(
        () -> {
          robot.lookup("#figure-width").queryAs(TextField.class).setText("5");
          robot.lookup("#figure-copy").queryAs(Button.class).fire();
        });
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            robot
                .lookup("#figure-message")
                .queryAs(Label.class)
                .getText()
                .equals("The width is 5 mm; take 10 to 2000 mm"));
    robot.interact(
        () -> {
          robot.lookup("#figure-width").queryAs(TextField.class).setText("80");
          robot.lookup("#figure-copy").queryAs(Button.class).fire();
        });
    assertEquals(
        "The picture is in the clipboard",
        robot.lookup("#figure-message").queryAs(Label.class).getText());
    robot.interact(() -> robot.lookup("#figure-cancel").queryAs(Button.class).fire());
  }

  @Test
  @SuppressWarnings("unchecked")
  void onlyWhatAFormatNeedsIsAsked(FxRobot robot) {
    train(robot);
    robot.interact(() -> robot.lookup("#chart-export").queryAs(Button.class).fire());
    ComboBox<FigureFormat> format = robot.lookup("#figure-format").queryAs(ComboBox.class);
    robot.interact(() -> format.setValue(FigureFormat.PDF));
    assertTrue(robot.lookup("#figure-dpi").query().isDisabled());
    assertFalse(robot.lookup("#figure-width").query().isDisabled());
    robot.interact(() -> format.setValue(FigureFormat.CSV));
    assertTrue(robot.lookup("#figure-width").query().isDisabled());
    robot.interact(() -> robot.lookup("#figure-cancel").queryAs(Button.class).fire());
  }
}
