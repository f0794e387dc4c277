package digitstudio.ui.report;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproductionScope;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The report, table by table, with what was measured beside what it says. */
public final class ReproductionView extends BorderPane {
  private final ReproductionViewModel page;
  private final ReproductionTexts words;
  private final Texts texts;

  public ReproductionView(ReproductionViewModel page, Texts texts, Appearance appearance) {
    this.page = page;
    this.texts = texts;
    words = new ReproductionTexts(texts);
    getStyleClass().add("report");
    setTop(new VBox(toolbar(), shortForm()));
    VBox tables = new VBox();
    tables.getStyleClass().add("report-tables");
    for (TableModel table : page.tables()) {
      tables.getChildren().add(new TableSection(page, table, words, appearance));
    }
    ScrollPane scroll = new ScrollPane(tables);
    scroll.setId("report-scroll");
    scroll.getStyleClass().add("report-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.accessibleTextProperty().bind(texts.of("reproduced.page.title"));
    setCenter(scroll);
    // What other views did to the kept runs meanwhile is seen when the page is.
    sceneProperty()
        .addListener(
            (change, before, scene) -> {
              if (scene != null) {
                page.load();
              }
            });
  }

  private Node toolbar() {
    HBox toolbar = new HBox(trainAll(), pause(), stop(), progress(), anew(), scope(), export());
    toolbar.getStyleClass().add("report-toolbar");
    return toolbar;
  }

  private Node trainAll() {
    Button all = button("report-train-all", Feather.PLAY, texts.of("reproduced.page.all"));
    all.getStyleClass().add(Styles.ACCENT);
    all.textProperty().bind(texts.of("reproduced.page.all"));
    List<ReportTables.Row> rows =
        ReportTables.all().stream().flatMap(table -> table.rows().stream()).toList();
    return TrainButtons.explained(all, page, words, rows, texts.of("reproduced.page.all.help"));
  }

  private Node pause() {
    ObservableValue<String> name =
        texts.binding(
            () ->
                texts.get(
                    page.lab().paused().get() ? "reproduced.page.resume" : "reproduced.page.pause"),
            page.lab().paused());
    Button pause = button("report-pause", Feather.PAUSE, name);
    FontIcon icon = (FontIcon) pause.getGraphic();
    page.lab()
        .paused()
        .addListener(
            (change, before, paused) -> icon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE));
    pause.getStyleClass().add(Styles.BUTTON_ICON);
    pause.disableProperty().bind(page.runningProperty().not());
    pause.setOnAction(event -> page.pauseOrResume());
    return new Explained(pause, orIdle(name));
  }

  private Node stop() {
    Button stop = button("report-stop", Feather.SQUARE, texts.of("reproduced.page.stop"));
    stop.getStyleClass().add(Styles.BUTTON_ICON);
    stop.disableProperty().bind(page.runningProperty().not());
    stop.setOnAction(event -> page.stop());
    return new Explained(stop, orIdle(texts.of("reproduced.page.stop.help")));
  }

  private ObservableValue<String> orIdle(ObservableValue<String> help) {
    return texts.binding(
        () -> page.runningProperty().get() ? help.getValue() : texts.get("reproduced.page.idle"),
        page.runningProperty(),
        help);
  }

  private Node progress() {
    Label text = new Label();
    text.setId("report-progress-text");
    text.getStyleClass().add("progress-text");
    text.textProperty().bind(texts.binding(() -> words.progress(page), page.momentProperty()));
    text.setTooltip(Explained.tooltip(text.textProperty()));
    ProgressBar bar = new ProgressBar();
    bar.setId("report-progress");
    bar.getStyleClass().add(Styles.SMALL);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(text.textProperty());
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(page::progress, page.momentProperty()));
    bar.visibleProperty().bind(page.runningProperty());
    VBox both = new VBox(text, bar);
    both.getStyleClass().add("progress-box");
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    return both;
  }

  private Node anew() {
    CheckBox anew = new CheckBox();
    anew.setId("report-anew");
    anew.textProperty().bind(texts.of("reproduced.page.anew"));
    anew.accessibleTextProperty().bind(texts.of("reproduced.page.anew"));
    anew.setMinWidth(USE_PREF_SIZE);
    anew.selectedProperty().bindBidirectional(page.anewProperty());
    anew.disableProperty().bind(page.runningProperty());
    return new Explained(anew, texts.of("reproduced.page.anew.help"));
  }

  private Node scope() {
    ChoicePair scope =
        new ChoicePair(
            toggle("report-whole", "reproduced.page.whole"),
            toggle("report-short", "reproduced.page.short"),
            page.scopeProperty(),
            ReproductionScope.WHOLE,
            ReproductionViewModel.SHORT);
    scope.disableProperty().bind(page.runningProperty());
    return scope;
  }

  private ToggleButton toggle(String id, String key) {
    ToggleButton toggle = ChoicePair.button(id, texts, key + ".help");
    toggle.textProperty().bind(texts.of(key));
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  private Node export() {
    MenuButton export = new MenuButton(null, new FontIcon(Feather.FILE_TEXT));
    export.setId("report-export");
    export.textProperty().bind(texts.of("reproduced.page.export"));
    export.accessibleTextProperty().bind(texts.of("reproduced.page.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export
        .getItems()
        .addAll(
            item("report-export-en", "reproduced.page.export.en", Locale.ENGLISH),
            item("report-export-zh", "reproduced.page.export.zh", Locale.SIMPLIFIED_CHINESE));
    export
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> page.rowsMeasured() == 0, page.revisionProperty()));
    return new Explained(
        export,
        texts.binding(
            () ->
                texts.get(
                    page.rowsMeasured() == 0
                        ? "reproduced.page.export.none"
                        : "reproduced.page.export.help"),
            page.revisionProperty()));
  }

  private MenuItem item(String id, String key, Locale language) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(texts.of(key));
    item.setOnAction(event -> page.export(language));
    return item;
  }

  private static Button button(String id, Feather icon, ObservableValue<String> name) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.accessibleTextProperty().bind(name);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Node shortForm() {
    Label said = new Label();
    said.setId("report-short-form");
    said.getStyleClass().add("report-short-form");
    said.setWrapText(true);
    said.setMaxWidth(Double.MAX_VALUE);
    said.textProperty()
        .bind(
            texts.binding(() -> words.shortForm(page.scopeProperty().get()), page.scopeProperty()));
    said.visibleProperty().bind(page.scopeProperty().map(ReproductionScope::isShort));
    said.managedProperty().bind(said.visibleProperty());
    return said;
  }
}
