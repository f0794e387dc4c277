package digitstudio.ui.start;

import atlantafx.base.theme.Styles;
import digitstudio.text.Program;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.start.StartViewModel.Sample;
import digitstudio.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page: what this is, three things to do, lessons, and what was opened last. */
public final class StartView extends ScrollPane {
  private static final int MOST_RECENT = 6;

  private final StartViewModel model;
  private final Texts texts;
  private final VBox lessons = new VBox();
  private final VBox recent = new VBox();
  private Button lesson;

  /** Shows what a model offers. */
  public StartView(StartViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("start");
    getStyleClass().add("start-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    VBox page = new VBox(head(), things(), columns());
    page.getStyleClass().add("start");
    setContent(page);
    model.samplesProperty().addListener(change -> showLessons());
    model.recent().addListener((ListChangeListener<Path>) change -> showRecent());
    showLessons();
    showRecent();
  }

  private Node head() {
    Label title = new Label(Program.NAME);
    title.getStyleClass().add("start-title");
    Label what = new Label();
    what.setId("start-what");
    what.getStyleClass().add("start-what");
    what.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    what.textProperty().bind(texts.of("start.what"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(title, gap, languages());
    line.getStyleClass().add("start-head");
    VBox head = new VBox(line, what);
    head.getStyleClass().add("start-introduction");
    return head;
  }

  private Node languages() {
    ToggleButton english = ChoicePair.button("start-english", texts, "window.english");
    english.setText("English");
    ToggleButton chinese = ChoicePair.button("start-chinese", texts, "window.chinese");
    chinese.setText("中文");
    return new ChoicePair(
        english, chinese, texts.localeProperty(), Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  }

  private Node things() {
    GridPane things = new GridPane();
    things.getStyleClass().add("start-things");
    List<Button> buttons =
        List.of(
            thing("train", Feather.PLAY, () -> model.ways().train()),
            thing("lesson", Feather.BOOKMARK, model::openNext),
            thing("draw", Feather.EDIT_3, () -> model.ways().draw()));
    for (int i = 0; i < buttons.size(); i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / buttons.size());
      things.getColumnConstraints().add(third);
    }
    things.addRow(0, buttons.toArray(Node[]::new));
    buttons.get(0).getStyleClass().add("start-first");
    lesson = buttons.get(1);
    return things;
  }

  private Button thing(String name, Feather icon, Runnable action) {
    Label title = new Label();
    title.getStyleClass().add("start-thing-title");
    title.textProperty().bind(texts.of("start." + name));
    Label help = new Label();
    help.getStyleClass().add("start-thing-help");
    help.textProperty().bind(texts.of("start." + name + ".help"));
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    VBox said = new VBox(title, help);
    said.getStyleClass().add("start-thing-words");
    HBox content = new HBox(new FontIcon(icon), said);
    HBox.setHgrow(said, Priority.ALWAYS);
    content.getStyleClass().add("start-thing-content");
    Button button = new CardButton(content, 16);
    button.setId("start-" + name);
    button.getStyleClass().addAll(Styles.LARGE, "start-thing");
    button.accessibleTextProperty().bind(texts.of("start." + name));
    button.accessibleHelpProperty().bind(texts.of("start." + name + ".help"));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node columns() {
    lessons.getStyleClass().add("start-lessons");
    recent.getStyleClass().add("start-recent");
    Hyperlink file = link("start-lesson-file", "start.lessonFile");
    file.setOnAction(event -> visited(file, () -> model.ways().openLessonFile()));
    Hyperlink help = link("start-help", "start.help");
    help.setOnAction(event -> visited(help, () -> model.ways().help()));
    VBox left = new VBox(heading("start.lessons"), lessons, file);
    VBox right =
        new VBox(
            section(heading("start.recent"), recent), section(heading("start.more"), help), foot());
    left.getStyleClass().add("start-column");
    right.getStyleClass().add("start-right");
    GridPane columns = new GridPane();
    columns.getStyleClass().add("start-columns");
    for (double share : new double[] {66, 34}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      columns.getColumnConstraints().add(column);
    }
    columns.addRow(0, left, right);
    return columns;
  }

  private static VBox section(Node... parts) {
    VBox section = new VBox(parts);
    section.getStyleClass().add("start-column");
    return section;
  }

  private Hyperlink link(String id, String key) {
    Hyperlink link = new Hyperlink();
    link.setId(id);
    link.textProperty().bind(texts.of(key));
    link.accessibleTextProperty().bind(texts.of(key));
    return link;
  }

  private static void visited(Hyperlink link, Runnable action) {
    link.setVisited(false);
    action.run();
  }

  private Label heading(String key) {
    Label heading = new Label();
    heading.getStyleClass().add("section-heading");
    heading.textProperty().bind(texts.of(key));
    return heading;
  }

  private void showLessons() {
    List<Node> rows = new ArrayList<>();
    for (Sample sample : model.samplesProperty().get()) {
      rows.add(row(sample));
    }
    lessons.getChildren().setAll(rows);
    lesson.setDisable(rows.isEmpty());
  }

  private Node row(Sample sample) {
    Label title = new Label();
    title.getStyleClass().add("start-lesson-title");
    title.textProperty().bind(texts.binding(() -> sample.lesson().title().in(texts.locale())));
    title.setMinWidth(0);
    Label question = new Label();
    question.getStyleClass().add("start-lesson-question");
    question
        .textProperty()
        .bind(texts.binding(() -> sample.lesson().question().in(texts.locale())));
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(title, question);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    int steps = sample.lesson().steps().size();
    boolean whole = sample.done() >= steps;
    Label count = new Label();
    count.getStyleClass().add("quiet");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    sample.done() == 0
                        ? texts.get("start.steps", steps)
                        : texts.get("lessons.count", sample.done(), steps)));
    FontIcon icon = new FontIcon(whole ? Feather.CHECK_CIRCLE : Feather.BOOKMARK);
    HBox content = new HBox(icon, words, count);
    content.getStyleClass().add("start-lesson-content");
    Button row = new CardButton(content, 8);
    row.setId("start-lesson-" + sample.name());
    row.getStyleClass().addAll(Styles.FLAT, "start-lesson");
    row.accessibleTextProperty().bind(title.textProperty());
    row.accessibleHelpProperty().bind(question.textProperty());
    row.setOnAction(event -> model.open(sample));
    return row;
  }

  private void showRecent() {
    List<Node> rows = new ArrayList<>();
    for (Path file : model.recent()) {
      if (rows.size() < MOST_RECENT) {
        Hyperlink link = new Hyperlink(name(file));
        link.setId("start-recent-" + rows.size());
        link.setMnemonicParsing(false);
        link.setAccessibleText(file.toString());
        link.setTooltip(new javafx.scene.control.Tooltip(file.toString()));
        link.setOnAction(event -> visited(link, () -> model.ways().open(file)));
        rows.add(link);
      }
    }
    if (rows.isEmpty()) {
      Label none = new Label();
      none.getStyleClass().add("quiet");
      none.setWrapText(true);
      none.textProperty().bind(texts.of("start.noRecent"));
      rows.add(none);
    }
    recent.getChildren().setAll(rows);
  }

  private static String name(Path file) {
    return (file.getFileName() == null ? file : file.getFileName()).toString();
  }

  private Node foot() {
    CheckBox always = new CheckBox();
    always.setId("start-always");
    always.textProperty().bind(texts.of("start.always"));
    always.accessibleTextProperty().bind(texts.of("start.always"));
    always.selectedProperty().bindBidirectional(model.alwaysProperty());
    Label again = new Label();
    again.getStyleClass().add("quiet");
    again.setWrapText(true);
    again.setMinHeight(USE_PREF_SIZE);
    always.setWrapText(true);
    always.setMinHeight(USE_PREF_SIZE);
    again.textProperty().bind(texts.of("start.again"));
    VBox foot = new VBox(always, again);
    foot.getStyleClass().add("start-foot");
    return foot;
  }
}
