package digitstudio.ui.lesson;

import digitstudio.experiment.Setting;
import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonDraft;
import digitstudio.lesson.Words;
import digitstudio.nn.Settings;
import digitstudio.text.Messages;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.text.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks a teacher for what a form lacks to be a lesson. */
public final class MakeLessonDialog {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 560;

  /** What a pupil may nearly always change, and what says whether runs can be compared. */
  private static final Set<Setting> USUALLY_FREE =
      EnumSet.of(Setting.LEARNING_RATE, Setting.EPOCHS, Setting.SEED);

  private final Texts texts;
  private final Window owner;
  private final TextField title = new TextField();
  private final TextField question = new TextField();
  private final TextArea steps = new TextArea();
  private final TextField goal = new TextField();
  private final TextArea answer = new TextArea();
  private final Map<Setting, CheckBox> free = new EnumMap<>(Setting.class);
  private final Label problem = new Label();

  /**
   * @param owner whose sheets the dialog has
   */
  public MakeLessonDialog(Texts texts, Window owner) {
    this.texts = texts;
    this.owner = owner;
  }

  /**
   * Asks.
   *
   * @param config what stands in the form
   * @param made given the lesson, unless the person thinks better of it
   */
  public void show(TrainingConfig config, Consumer<Lesson> made) {
    Dialog<Void> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setResizable(true);
    dialog.setTitle(texts.get("lessons.make.title"));
    DialogPane pane = dialog.getDialogPane();
    pane.setId("make-lesson");
    Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
    pane.styleProperty().bind(owner.getScene().getRoot().styleProperty());
    ButtonType save = new ButtonType(texts.get("lessons.make.save"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("lessons.make.cancel"), ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().setAll(save, cancel);
    ScrollPane scroll = new ScrollPane(form(config));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("preferences-scroll");
    pane.setContent(scroll);
    pane.setPrefSize(WIDTH, HEIGHT);
    Button saving = (Button) pane.lookupButton(save);
    saving.setId("make-lesson-save");
    saving.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          try {
            Lesson lesson = draft(config).lesson(goalText());
            problem.setText("");
            dialog.setOnHidden(hidden -> made.accept(lesson));
          } catch (Problem e) {
            problem.setText(texts.get(e));
            event.consume();
          }
        });
    dialog.show();
    title.requestFocus();
  }

  private Words goalText() {
    return new Words(
        Messages.format(Locale.ENGLISH, "lessons.make.goalStep"),
        Messages.format(Locale.SIMPLIFIED_CHINESE, "lessons.make.goalStep"));
  }

  private LessonDraft draft(TrainingConfig config) {
    Set<Setting> chosen = EnumSet.noneOf(Setting.class);
    free.forEach(
        (setting, box) -> {
          if (box.isSelected()) {
            chosen.add(setting);
          }
        });
    return new LessonDraft(
        title.getText(),
        question.getText(),
        steps.getText(),
        goal.getText().isBlank()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                Settings.parseNumber(texts.get("lessons.make.goal"), goal.getText().strip()) / 100),
        answer.getText(),
        config,
        chosen);
  }

  private Node form(TrainingConfig config) {
    steps.setPrefRowCount(3);
    steps.setWrapText(true);
    answer.setPrefRowCount(2);
    answer.setWrapText(true);
    problem.setId("make-lesson-problem");
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Label.USE_PREF_SIZE);
    VBox form =
        new VBox(
            field("name", title),
            field("question", question),
            field("steps", steps),
            field("goal", goal),
            field("answer", answer),
            heading("lessons.make.free"),
            settings(config),
            problem);
    form.getStyleClass().add("make-lesson");
    return form;
  }

  private Node field(String name, TextInputControl control) {
    String key = "lessons.make." + name;
    control.setId("make-lesson-" + name);
    control.setAccessibleText(texts.get(key));
    Label label = heading(key);
    label.setLabelFor(control);
    return new VBox(4, label, control);
  }

  private Label heading(String key) {
    Label label = new Label(texts.get(key));
    label.setWrapText(true);
    return label;
  }

  private Node settings(TrainingConfig config) {
    FlowPane all = new FlowPane();
    all.getStyleClass().add("make-lesson-free");
    for (Setting setting : Setting.values()) {
      if (setting.value(config).isPresent()) {
        CheckBox box = new CheckBox(setting.title().in(texts.locale()));
        box.setId("make-lesson-free-" + setting.spelling());
        box.setSelected(USUALLY_FREE.contains(setting));
        box.setPrefWidth(180);
        free.put(setting, box);
        all.getChildren().add(box);
      }
    }
    return all;
  }
}
