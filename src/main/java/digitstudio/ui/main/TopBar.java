package digitstudio.ui.main;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar over the window: transport, progress, models, language and theme. */
final class TopBar extends HBox {
  private static final double LEAST_ROOMY = 900;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final MainViewModel main;
  private final Texts texts;
  private final Dialogs dialogs;
  private final ObservableValue<Boolean> formIsWrong;
  private final ObservableValue<Boolean> tellsWhatIsWrong;
  private final DoubleSupplier larger;
  private final List<Button> worded = new ArrayList<>();

  TopBar(MainViewModel main, Texts texts, Appearance appearance, Dialogs dialogs) {
    this.main = main;
    this.texts = texts;
    this.dialogs = dialogs;
    this.formIsWrong = main.formIsWrong();
    this.tellsWhatIsWrong = main.tellsWhatIsWrong();
    this.larger = () -> appearance.fontSizeProperty().get() / (double) Appearance.USUAL;
    getStyleClass().add("top-bar");
    getChildren()
        .addAll(
            train(),
            pause(),
            stop(),
            progress(),
            open(),
            save(),
            new Separator(Orientation.VERTICAL),
            languages(),
            themes(appearance));
  }

  private Node train() {
    Button button = button("train", Feather.PLAY, texts.of("window.trainNow"));
    button.getStyleClass().add(Styles.ACCENT);
    button.textProperty().bind(main.trainText());
    button.accessibleTextProperty().unbind();
    button.accessibleTextProperty().bind(main.trainText());
    button.disableProperty().bind(formIsWrongNow());
    button.setOnAction(event -> main.train());
    return new Explained(button, main.trainHelp());
  }

  private BooleanBinding formIsWrongNow() {
    return Bindings.createBooleanBinding(formIsWrong::getValue, formIsWrong);
  }

  private Node pause() {
    ObservableValue<String> name =
        texts.binding(
            () -> texts.get(main.pausedProperty().get() ? "window.resume" : "window.pause"),
            main.pausedProperty());
    FontIcon icon = new FontIcon(Feather.PAUSE);
    icon.iconCodeProperty()
        .bind(main.pausedProperty().map(paused -> paused ? Feather.PLAY : Feather.PAUSE));
    Button button = button("pause", icon, name);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.disableProperty().bind(main.busyProperty().not());
    button.setOnAction(event -> main.pauseOrResume());
    return new Explained(button, main.pauseHelp());
  }

  private Node stop() {
    Button button = button("stop", Feather.SQUARE, texts.of("window.stop"));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.disableProperty().bind(main.busyProperty().not());
    button.setOnAction(event -> main.stopAll());
    return new Explained(button, main.stopHelp());
  }

  private Node progress() {
    Label text = new Label();
    text.setId("progress-text");
    text.textProperty().bind(main.progressText());
    text.getStyleClass().add("progress-text");
    tellsWhatIsWrong.addListener(
        (change, before, wrong) -> text.pseudoClassStateChanged(WRONG, wrong));
    text.pseudoClassStateChanged(WRONG, tellsWhatIsWrong.getValue());
    text.setTooltip(Explained.tooltip(text.textProperty()));
    ProgressBar bar = new ProgressBar();
    bar.setId("progress");
    bar.getStyleClass().add(Styles.SMALL);
    bar.progressProperty().bind(main.progressProperty());
    bar.accessibleTextProperty().bind(texts.of("window.progress"));
    bar.accessibleHelpProperty().bind(text.textProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox both = new VBox(text, bar);
    both.getStyleClass().add("progress-box");
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    return both;
  }

  /** Puts a control behind those that open and save. */
  void offer(Node control) {
    getChildren().add(getChildren().size() - 3, control);
  }

  /** In a bar that is too short for all, opening and saving are told by their icons alone. */
  @Override
  protected void layoutChildren() {
    boolean narrow = getWidth() < LEAST_ROOMY * larger.getAsDouble();
    ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
    worded.forEach(button -> button.setContentDisplay(display));
    super.layoutChildren();
  }

  private Node open() {
    Button button = button("open-model", Feather.FOLDER, texts.of("window.openModel"));
    button.textProperty().bind(texts.of("window.openModel"));
    worded.add(button);
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(event -> openModel());
    return new Explained(button, main.openHelp());
  }

  private Node save() {
    Button button = button("save-model", Feather.SAVE, texts.of("window.saveModel"));
    button.textProperty().bind(texts.of("window.saveModel"));
    worded.add(button);
    button.getStyleClass().add(Styles.FLAT);
    button.disableProperty().bind(main.modelProperty().isNull());
    button.setOnAction(event -> saveModel());
    return new Explained(button, main.saveHelp());
  }

  void openModel() {
    dialogs.chooseModelToOpen().ifPresent(main::openModel);
  }

  void saveModel() {
    if (main.modelProperty().get() != null) {
      dialogs.chooseModelToSave().ifPresent(main::saveModel);
    }
  }

  private Node languages() {
    ToggleButton english = ChoicePair.button("language-en", texts, "window.english");
    english.setText("EN");
    ToggleButton chinese = ChoicePair.button("language-zh", texts, "window.chinese");
    chinese.setText("中");
    return new ChoicePair(
        english, chinese, texts.localeProperty(), Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  }

  private Node themes(Appearance appearance) {
    ToggleButton light = ChoicePair.button("theme-light", texts, "window.light");
    light.setGraphic(new FontIcon(Feather.SUN));
    ToggleButton dark = ChoicePair.button("theme-dark", texts, "window.dark");
    dark.setGraphic(new FontIcon(Feather.MOON));
    return new ChoicePair(light, dark, appearance.darkProperty(), false, true);
  }

  private Button button(String id, Feather icon, ObservableValue<String> name) {
    return button(id, new FontIcon(icon), name);
  }

  private static Button button(String id, FontIcon icon, ObservableValue<String> name) {
    Button button = new Button(null, icon);
    button.setId(id);
    button.accessibleTextProperty().bind(name);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
