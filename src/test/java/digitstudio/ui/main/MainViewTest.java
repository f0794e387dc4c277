package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.Presets;
import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Optimizer;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.TestWindow;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainViewTest {
  private static final Preset MOMENTUM =
      new Preset(
          "default",
          "studio",
          TrainingConfig.builder()
              .hidden(64, 32)
              .optimizer(new Optimizer.Momentum(0.8))
              .epochs(3)
              .build());

  private final FakeTraining training = new FakeTraining();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();
  private final SettingsViewModel settings =
      new SettingsViewModel(List.of(Presets.FIRST, MOMENTUM));
  private boolean closeConfirmed;
  private int closeAsked;
  private IOException writeFails;
  private Model written;
  private final Region runs = new Region();
  private final Region charts = new Region();
  private MainView view;

  private final Dialogs dialogs =
      new Dialogs() {
        @Override
        public boolean confirmClose() {
          closeAsked++;
          return closeConfirmed;
        }

        @Override
        public Optional<Path> chooseModelToOpen() {
          return Optional.of(Path.of("seven.npz"));
        }

        @Override
        public Optional<Path> chooseModelToSave() {
          return Optional.of(Path.of("mine.npz"));
        }

        @Override
        public Optional<Path> chooseFileToSave(String titleKey, String name, List<String> endings) {
          return Optional.empty();
        }
      };

  private final ModelStore models =
      new ModelStore() {
        @Override
        public void write(Model model, Path file) throws IOException {
          if (writeFails != null) {
            throw writeFails;
          }
          written = model;
        }

        @Override
        public Model read(Path file) {
          return Runs.model(MOMENTUM.config());
        }
      };

  @Start
  private void open(Stage stage) {
    MainViewModel main =
        new MainViewModel(training, settings, models, work::add, Runnable::run, texts);
    view =
        new MainView(
            main,
            texts,
            appearance,
            dialogs,
            new SettingsView(settings, texts),
            charts,
            new Region(),
            Map.of(Place.RUNS, () -> runs));
    new Theme(appearance).dress(TestWindow.show(stage, view, 1280, 800));
  }

  /** A click on a window that is still being laid out may miss. */
  @BeforeEach
  void waitForTheFirstLayout() {
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  @Test
  void theRailSwitchesViewsAndTheFormKeepsWhatWasTyped(FxRobot robot) {
    type(robot, "#form-epochs", "25");
    robot.clickOn("#place-runs");
    assertNotNull(runs.getScene());
    assertTrue(robot.lookup("#form-epochs").tryQuery().isEmpty());

    robot.clickOn("#place-runs");
    assertNotNull(runs.getScene());
    robot.clickOn("#place-train");
    assertNull(runs.getScene());
    assertEquals("25", robot.lookup("#form-epochs").<TextField>query().getText());
  }

  @Test
  void theKeyboardSwitchesViews(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertNotNull(runs.getScene());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertNull(runs.getScene());

    robot.interact(() -> robot.lookup("#place-train").query().requestFocus());
    robot.push(KeyCode.DOWN);
    assertNotNull(runs.getScene());
    assertTrue(robot.lookup("#place-runs").query().isFocused());
    robot.push(KeyCode.UP);
    assertNull(runs.getScene());
  }

  @Test
  void trainStartsWithWhatTheFormSays(FxRobot robot) {
    type(robot, "#form-epochs", "25");
    robot.clickOn("#train");

    assertEquals(List.of("start"), training.calls);
    assertEquals(TrainingConfig.builder().epochs(25).build(), training.config);
  }

  @Test
  void trainingWhileARunGoesOnWaitsForItsEnd(FxRobot robot) {
    robot.clickOn("#train");
    tell(robot, RunState.RUNNING, 1);
    assertEquals("Queue run", robot.lookup("#train").<Labeled>query().getText());
    type(robot, "#form-epochs", "25");
    robot.clickOn("#train");
    assertEquals(List.of("start"), training.calls);
    assertFalse(robot.lookup("#form-next-run").query().isVisible());

    robot.interact(() -> training.tell(Runs.finished(training.config)));

    assertEquals(List.of("start", "start"), training.calls);
    assertEquals(25, training.config.epochs());
  }

  @Test
  void severalValuesSayHowManyRunsTheyAreBeforeTrainIsPressed(FxRobot robot) {
    type(robot, "#form-epochs", "1, 2, 3");

    assertEquals("Train 3 runs", robot.lookup("#train").<Labeled>query().getText());
    assertTrue(text(robot, "#progress-text").startsWith("3 runs"));
    assertEquals("3 values: 1, 2, 3", text(robot, "#form-epochs-several"));
    type(robot, "#form-epochs", "1..1000000 +1");
    assertTrue(robot.lookup("#train").query().isDisabled());
    assertEquals(
        "Epochs: the range has more than 10,000 values; take larger steps",
        text(robot, "#progress-text"));
  }

  @Test
  void ofARunOfASweepTheTestAccuracyIsNotTold(FxRobot robot) {
    type(robot, "#form-epochs", "1, 2");
    robot.clickOn("#train");
    robot.interact(() -> training.tell(Runs.finished(training.config)));
    robot.interact(() -> training.tell(Runs.finished(training.config)));

    assertEquals("train 98.1 % · validation 97.3 % · last run 12.4 s", text(robot, "#status"));
  }

  @Test
  void chartsThatAreTooHighForTheWindowScrollInsteadOfCoveringIt(FxRobot robot) throws Exception {
    Node watched = robot.lookup("#watched").query();
    double height = watched.getLayoutBounds().getHeight();

    robot.interact(() -> charts.setMinHeight(2000));

    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> charts.getHeight() >= 2000);
    assertEquals(height, watched.getLayoutBounds().getHeight());
  }

  @Test
  void theRunIsToldWhileItGoesOn(FxRobot robot) {
    robot.clickOn("#train");
    assertEquals("Preparing…", text(robot, "#progress-text"));
    assertTrue(robot.lookup("#progress").<ProgressBar>query().isIndeterminate());
    assertEquals("No run yet", text(robot, "#status"));

    tell(robot, RunState.RUNNING, 0);

    assertEquals("No epoch of this run has ended yet", text(robot, "#status"));

    tell(robot, RunState.RUNNING, 4);

    assertEquals("epoch 4/10 · 40 % · 12 s left · 231,000 images/s", text(robot, "#progress-text"));
    assertEquals(0.4, robot.lookup("#progress").<ProgressBar>query().getProgress());
    assertEquals("train 91.2 % · validation 94.1 %", text(robot, "#status"));
  }

  @Test
  void theRunsResultStandsInTheStatusLineAndItsSpeedInTheEstimate(FxRobot robot) {
    assertEquals("–", text(robot, "#form-estimate"));
    robot.clickOn("#train");
    robot.interact(() -> training.tell(Runs.finished(training.config)));

    assertEquals(
        "train 98.1 % · validation 97.3 % · test 97.4 % · last run 12.4 s", text(robot, "#status"));
    assertTrue(text(robot, "#form-estimate").startsWith("about "));
    assertFalse(robot.lookup("#train").query().isDisabled());
    assertTrue(robot.lookup("#stop").query().isDisabled());
  }

  @Test
  void pauseBecomesResume(FxRobot robot) {
    assertTrue(robot.lookup("#pause").query().isDisabled());
    robot.clickOn("#train");
    tell(robot, RunState.RUNNING, 1);
    robot.clickOn("#pause");
    tell(robot, RunState.PAUSED, 1);
    assertEquals("Resume", robot.lookup("#pause").query().getAccessibleText());
    assertEquals("Paused · epoch 1/10", text(robot, "#progress-text"));

    robot.clickOn("#pause");
    tell(robot, RunState.RUNNING, 1);

    assertEquals(List.of("start", "pause", "resume"), training.calls);
    assertEquals("Pause", robot.lookup("#pause").query().getAccessibleText());
  }

  @Test
  void stopStops(FxRobot robot) {
    robot.clickOn("#train");
    tell(robot, RunState.RUNNING, 3);
    robot.clickOn("#stop");
    tell(robot, RunState.STOPPED, 3);

    assertEquals(List.of("start", "stop"), training.calls);
    assertEquals("Stopped in epoch 3; what was learned is kept", text(robot, "#progress-text"));
    assertFalse(robot.lookup("#train").query().isDisabled());
  }

  @Test
  void theKeyboardTrainsPausesAndStops(FxRobot robot) {
    robot.push(KeyCode.F5);
    tell(robot, RunState.RUNNING, 1);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
    tell(robot, RunState.STOPPED, 1);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    assertEquals(List.of("start", "pause", "stop", "start"), training.calls);
  }

  @Test
  void aBadValueIsMarkedAndKeepsTrainAway(FxRobot robot) {
    type(robot, "#form-epochs", "0");

    Node field = robot.lookup("#form-epochs").query();
    assertTrue(field.getPseudoClassStates().contains(Styles.STATE_DANGER));
    assertEquals("Epochs is 0; take at least 1", text(robot, "#form-epochs-problem"));
    assertTrue(robot.lookup("#train").query().isDisabled());
    assertEquals("Epochs is 0; take at least 1", text(robot, "#progress-text"));
    robot.push(KeyCode.F5);
    assertEquals(List.of(), training.calls);

    type(robot, "#form-epochs", "7");

    assertFalse(field.getPseudoClassStates().contains(Styles.STATE_DANGER));
    assertFalse(robot.lookup("#form-epochs-problem").query().isVisible());
    assertFalse(robot.lookup("#train").query().isDisabled());
  }

  @Test
  void theLearningRateIsTypedFreelyOrTakenFromTheLadder(FxRobot robot) {
    ComboBox<String> box = robot.lookup("#form-learning-rate").query();
    robot.interact(() -> box.getEditor().setText("0.0"));
    assertTrue(box.getEditor().getPseudoClassStates().contains(Styles.STATE_DANGER));
    robot.interact(() -> box.getEditor().setText("0.0025"));
    assertFalse(box.getEditor().getPseudoClassStates().contains(Styles.STATE_DANGER));
    assertEquals(0.0025, settings.configProperty().get().learningRate().initial());

    robot.interact(() -> box.getSelectionModel().select("0.03"));
    assertEquals(0.03, settings.configProperty().get().learningRate().initial());
    assertEquals("0.03", box.getEditor().getText());

    robot.interact(() -> settings.load(TrainingConfig.DEFAULT));
    assertEquals("0.001", box.getEditor().getText());
  }

  @Test
  void hiddenLayersComeAndGoWithTheirParameters(FxRobot robot) {
    assertEquals("203,530", text(robot, "#form-parameters"));
    robot.clickOn("#form-hidden-add");
    assertEquals(List.of(256, 128), settings.configProperty().get().hidden());
    assertEquals("235,146", text(robot, "#form-parameters"));

    type(robot, "#form-hidden-1", "64");
    assertEquals(List.of(256, 64), settings.configProperty().get().hidden());

    robot.clickOn("#form-hidden-remove-0");
    robot.clickOn("#form-hidden-remove-0");
    assertEquals(List.of(), settings.configProperty().get().hidden());
    assertEquals("7,850", text(robot, "#form-parameters"));
    assertFalse(isShown(robot.lookup("#form-activation").query()));
  }

  @Test
  void onlyTheFieldsOfTheChosenRuleAreShown(FxRobot robot) {
    assertTrue(isShown(robot.lookup("#form-beta1").query()));
    assertFalse(isShown(robot.lookup("#form-momentum").query()));

    robot.interact(() -> settings.select(MOMENTUM));

    assertFalse(isShown(robot.lookup("#form-beta1").query()));
    assertFalse(isShown(robot.lookup("#form-bias-correction").query()));
    assertTrue(isShown(robot.lookup("#form-momentum").query()));
  }

  @Test
  void aPresetFillsTheFormAndCanBeGoneBackTo(FxRobot robot) {
    ComboBox<Preset> presets = robot.lookup("#form-preset").query();
    robot.interact(() -> presets.setValue(MOMENTUM));
    assertEquals(MOMENTUM.config(), settings.configProperty().get());
    assertEquals("0.8", robot.lookup("#form-momentum").<TextField>query().getText());
    assertFalse(isShown(robot.lookup("#form-modified").query()));

    type(robot, "#form-hidden-0", "65");
    assertTrue(isShown(robot.lookup("#form-modified").query()));
    robot.clickOn("#form-reset");

    assertEquals(MOMENTUM.config(), settings.configProperty().get());
    assertSame(MOMENTUM, presets.getValue());
  }

  @Test
  void theLanguageChangesEveryTextAtOnce(FxRobot robot) {
    robot.clickOn("#train");
    tell(robot, RunState.RUNNING, 4);
    robot.clickOn("#language-zh");

    assertEquals("加入队列", robot.lookup("#train").<Labeled>query().getText());
    assertEquals("第 4/10 轮 · 40% · 剩余 12 秒 · 231,000 张/秒", text(robot, "#progress-text"));
    assertEquals("输入标准化", robot.lookup("#form-standardize").<Labeled>query().getText());
    assertEquals("交叉熵", robot.lookup("#form-loss").<ComboBox<?>>query().getButtonCell().getText());

    robot.clickOn("#language-en");
    robot.clickOn("#language-en");
    assertEquals("Queue run", robot.lookup("#train").<Labeled>query().getText());
    assertEquals(Locale.ENGLISH, texts.locale());
  }

  @Test
  void theThemeButtonsSwitchTheAppearance(FxRobot robot) {
    robot.clickOn("#theme-dark");
    assertTrue(appearance.isDark());
    robot.clickOn("#theme-light");
    assertFalse(appearance.isDark());
  }

  @Test
  void closingWhileTrainingAsks(FxRobot robot) {
    assertTrue(view.mayClose());
    assertEquals(0, closeAsked);

    robot.clickOn("#train");
    assertFalse(view.mayClose());
    closeConfirmed = true;
    assertTrue(view.mayClose());
    assertEquals(2, closeAsked);
  }

  @Test
  void changesDuringARunAreSaidToBeForTheNext(FxRobot robot) {
    robot.clickOn("#train");
    tell(robot, RunState.RUNNING, 1);
    assertFalse(robot.lookup("#form-next-run").query().isVisible());

    type(robot, "#form-epochs", "99");

    assertTrue(robot.lookup("#form-next-run").query().isVisible());
    assertEquals(TrainingConfig.DEFAULT, training.config);
  }

  @Test
  void aDivergedRunIsExplainedAboveTheChartsUntilTheNextOne(FxRobot robot) {
    robot.clickOn("#train");
    Problem problem = new Problem("settings.patienceWithoutValidation");
    robot.interact(() -> training.tell(Runs.diverged(training.config, problem)));

    // In the window a sentence begins with a capital.
    assertEquals(
        "Patience needs a validation share above 0; hold out some images or set patience to 0",
        text(robot, "#explanation"));
    assertTrue(isShown(robot.lookup("#explanation").query()));
    assertTrue(robot.lookup("#save-model").query().isDisabled());

    robot.clickOn("#train");
    assertFalse(isShown(robot.lookup("#explanation").query()));
  }

  @Test
  void aModelCanBeSavedOnceThereIsOne(FxRobot robot) {
    assertTrue(robot.lookup("#save-model").query().isDisabled());
    robot.clickOn("#train");
    robot.interact(() -> training.tell(Runs.finished(training.config)));
    robot.clickOn("#save-model");
    assertNull(written);

    doWork(robot);

    assertNotNull(written);
    assertEquals("Saved to mine.npz", text(robot, "#message"));
  }

  @Test
  void aModelThatCannotBeSavedIsToldUntilDismissed(FxRobot robot) {
    robot.clickOn("#train");
    robot.interact(() -> training.tell(Runs.finished(training.config)));
    writeFails = new IOException("no space left");
    robot.clickOn("#save-model");
    doWork(robot);

    assertTrue(text(robot, "#message").contains("no space left"), text(robot, "#message"));
    robot.clickOn("#message-dismiss");
    assertFalse(isShown(robot.lookup("#message").query()));
  }

  @Test
  void anOpenedModelAnswersAndFillsTheForm(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.O);
    doWork(robot);

    assertEquals(MOMENTUM.config(), training.used.config());
    assertEquals(MOMENTUM.config(), settings.configProperty().get());
    assertFalse(robot.lookup("#save-model").query().isDisabled());
    assertTrue(isShown(robot.lookup("#message").query()));
  }

  @Test
  void everyControlHasAnIdAndAName(FxRobot robot) {
    List<Node> unnamed =
        robot
            .lookup(
                (Node node) ->
                    node.isFocusTraversable()
                        && (node.getId() == null
                            || node.getAccessibleText() == null
                            || node.getAccessibleText().isBlank()))
            .queryAll()
            .stream()
            .filter(node -> !insideAControl(node))
            .toList();

    assertEquals(List.of(), unnamed);
  }

  /** Whether the node is a part that a control made for itself, such as a combo box's editor. */
  private static boolean insideAControl(Node node) {
    return node.getParent() instanceof ComboBox<?>;
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).<Label>query().getText();
  }

  private void type(FxRobot robot, String id, String value) {
    TextField field = robot.lookup(id).query();
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText(value);
        });
  }

  private void tell(FxRobot robot, RunState state, int epoch) {
    robot.interact(() -> training.tell(Runs.going(training.config, state, epoch)));
  }

  private void doWork(FxRobot robot) {
    robot.interact(() -> work.remove().run());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
