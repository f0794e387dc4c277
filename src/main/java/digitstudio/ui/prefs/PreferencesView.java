package digitstudio.ui.prefs;

import atlantafx.base.theme.Styles;
import digitstudio.nn.Spelling;
import digitstudio.report.figure.FigureFormat;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Accent;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Density;
import digitstudio.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** Everything a person may prefer, in groups; each choice is seen at once. */
public final class PreferencesView extends VBox {
  private static final List<Integer> RESOLUTIONS = List.of(72, 96, 150, 300, 600, 1200);
  private static final int SIZE_STEP = 10;
  private static final double SAMPLE = 7;

  private final PreferencesViewModel model;
  private final Texts texts;
  private final Supplier<Optional<Path>> folder;
  private GridPane grid;

  /**
   * @param folder asks for a folder; empty if the person thought better of it
   */
  public PreferencesView(PreferencesViewModel model, Texts texts, Supplier<Optional<Path>> folder) {
    this.model = model;
    this.texts = texts;
    this.folder = folder;
    getStyleClass().add("preferences");
    appearance();
    language();
    training();
    files();
  }

  private void appearance() {
    Appearance look = model.appearance();
    section("appearance");
    row("theme", choice("theme", ThemeChoice.values(), look.choiceProperty()));
    row("accent", accents(look));
    row("density", choice("density", Density.values(), look.densityProperty()));
    List<Integer> sizes =
        IntStream.iterate(
                Appearance.SMALLEST, size -> size <= Appearance.LARGEST, size -> size + SIZE_STEP)
            .boxed()
            .toList();
    row("fontSize", number("fontSize", sizes, look.fontSizeProperty()), new Label("%"));
  }

  private void language() {
    section("languages");
    ComboBox<Locale> screen = box("language", List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
    ChoiceCell.show(
        screen, texts, one -> one.equals(Locale.ENGLISH) ? "figures.english" : "figures.chinese");
    screen.valueProperty().bindBidirectional(model.languageProperty());
    row("language", screen);
    ComboBox<FigureLanguage> figures = box("figureLanguage", List.of(FigureLanguage.values()));
    ChoiceCell.show(figures, texts, FigureLanguage::nameKey);
    figures.valueProperty().bindBidirectional(model.figureLanguageProperty());
    row("figureLanguage", figures);
    ComboBox<FigureFormat> format = box("figureFormat", List.of(FigureFormat.values()));
    ChoiceCell.show(format, texts, one -> "figures.format." + one.extension());
    format.valueProperty().bindBidirectional(model.figureFormatProperty());
    row("figureFormat", format);
    row("figureDpi", number("figureDpi", RESOLUTIONS, model.figureDpiProperty()), unit("dpi"));
  }

  private void training() {
    section("training");
    ComboBox<String> preset =
        box(
            "preset",
            Stream.concat(Stream.of(PreferencesViewModel.AS_LEFT), model.presets().stream())
                .toList());
    ChoiceCell.show(
        preset,
        texts,
        name -> name.equals(PreferencesViewModel.AS_LEFT) ? "prefs.asLeft" : "preset." + name);
    preset.valueProperty().bindBidirectional(model.presetProperty());
    row("preset", preset);
    List<Integer> cores = IntStream.rangeClosed(1, model.cores()).boxed().toList();
    row("threads", number("threads", cores, model.threadsProperty()));
    row("keptEpochs", keptEpochs());
  }

  private Control keptEpochs() {
    ComboBox<Integer> box =
        box(
            "keptEpochs",
            IntStream.rangeClosed(0, PreferencesViewModel.MOST_EPOCHS).boxed().toList());
    Runnable show =
        () -> {
          int now = model.keptEpochsProperty().get();
          box.setDisable(now == PreferencesViewModel.UNKNOWN);
          box.setValue(now == PreferencesViewModel.UNKNOWN ? null : now);
        };
    model.keptEpochsProperty().addListener(change -> show.run());
    show.run();
    box.valueProperty()
        .addListener(
            (change, before, now) -> {
              if (now != null) {
                model.keepEpochs(now);
              }
            });
    return box;
  }

  private void files() {
    section("files");
    TextField data = path("data");
    data.textProperty().bind(model.dataProperty().map(Path::toString));
    Button choose = button("data-choose", "prefs.choose");
    choose.setOnAction(event -> folder.get().ifPresent(model::useData));
    choose.disableProperty().bind(model.checkingProperty());
    Button own = button("data-own", "prefs.ownData");
    own.disableProperty().bind(model.dataProperty().map(now -> model.isOwnData()));
    own.setOnAction(event -> model.useOwnData());
    row("data", data, choose, new Explained(own, texts.of("prefs.ownData.help")));
    Label wrong = new Label();
    wrong.setId("prefs-problem");
    wrong.getStyleClass().add("field-problem");
    wrong.setWrapText(true);
    wrong
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    model.problemProperty().get() == null
                        ? ""
                        : texts.get(model.problemProperty().get()),
                model.problemProperty()));
    wrong.visibleProperty().bind(model.problemProperty().isNotNull());
    wrong.managedProperty().bind(wrong.visibleProperty());
    grid.add(wrong, 1, grid.getRowCount());
    TextField store = path("store");
    store.setText(model.store().toString());
    Button open = button("store-open", "prefs.openFolder");
    open.setOnAction(event -> model.showStore());
    row("store", store, open);
  }

  private void section(String name) {
    Label heading = new Label();
    heading.textProperty().bind(texts.of("prefs.section." + name));
    heading.getStyleClass().add("section-heading");
    grid = new GridPane();
    grid.getStyleClass().add("preferences-rows");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    names.setPercentWidth(30);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    getChildren().addAll(heading, grid);
  }

  /** A control under its name, and a line that says what it does. */
  private void row(String name, Node control, Node... beside) {
    Label label = new Label();
    label.textProperty().bind(texts.of("prefs." + name));
    label.setLabelFor(control);
    label.setWrapText(true);
    HBox line = new HBox(control);
    line.getChildren().addAll(beside);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("preferences-line");
    Label help = new Label();
    help.textProperty().bind(texts.of("prefs." + name + ".help"));
    help.getStyleClass().add("preferences-help");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    control.accessibleHelpProperty().bind(help.textProperty());
    VBox both = new VBox(line, help);
    int row = grid.getRowCount();
    grid.add(label, 0, row);
    // On the line of the control, not of the sentence below it.
    label.minHeightProperty().bind(line.heightProperty());
    GridPane.setValignment(label, VPos.TOP);
    grid.add(both, 1, row);
  }

  private <T> ComboBox<T> box(String name, List<T> choices) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("prefs-" + name);
    box.getItems().setAll(choices);
    box.accessibleTextProperty().bind(texts.of("prefs." + name));
    return box;
  }

  private <E extends Enum<E>> ComboBox<E> choice(
      String name, E[] choices, javafx.beans.property.Property<E> chosen) {
    ComboBox<E> box = box(name, List.of(choices));
    ChoiceCell.show(box, texts, one -> "prefs." + name + "." + Spelling.of(one));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private ComboBox<Integer> number(String name, List<Integer> choices, IntegerProperty chosen) {
    ComboBox<Integer> box = box(name, choices);
    box.setValue(chosen.get());
    chosen.addListener((change, before, now) -> box.setValue(now.intValue()));
    box.valueProperty()
        .addListener(
            (change, before, now) -> {
              if (now != null) {
                chosen.set(now);
              }
            });
    return box;
  }

  private Node accents(Appearance look) {
    HBox row = new HBox();
    row.setId("prefs-accent");
    row.getStyleClass().add("preferences-line");
    ToggleGroup group = new ToggleGroup();
    for (Accent accent : Accent.values()) {
      Circle sample = new Circle(SAMPLE);
      ObservableValue<javafx.scene.paint.Color> colour =
          look.darkProperty().map(dark -> javafx.scene.paint.Color.web(accent.colour(dark)));
      sample.fillProperty().bind(colour);
      ToggleButton button = new ToggleButton(null, sample);
      button.setId("prefs-accent-" + Spelling.of(accent));
      button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "accent-choice");
      button.accessibleTextProperty().bind(texts.of(accent.nameKey()));
      Tooltip tooltip = Explained.tooltip(texts.of(accent.nameKey()));
      button.setTooltip(tooltip);
      button.setToggleGroup(group);
      button.setUserData(accent);
      button.setOnAction(
          event -> {
            look.accentProperty().set(accent);
            group.selectToggle(button);
          });
      row.getChildren().add(button);
    }
    Runnable show =
        () ->
            group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == look.accentProperty().get())
                .forEach(group::selectToggle);
    look.accentProperty().addListener(change -> show.run());
    show.run();
    return row;
  }

  /** A path that is read and copied, and chosen elsewhere. */
  private TextField path(String name) {
    TextField field = new TextField();
    field.setId("prefs-" + name);
    field.setEditable(false);
    field.accessibleTextProperty().bind(texts.of("prefs." + name));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Button button(String id, String key) {
    Button button = new Button();
    button.setId("prefs-" + id);
    button.textProperty().bind(texts.of(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private Label unit(String text) {
    Label unit = new Label(text);
    unit.getStyleClass().add("quiet");
    return unit;
  }
}
