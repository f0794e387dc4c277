package digitstudio.ui.look;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Spelling;
import digitstudio.report.figure.Figure;
import digitstudio.training.RunImages.Part;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.look.LookViewModel.State;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Why a network answers as it does: one run, one epoch, and everything about its images. */
public final class LookView extends BorderPane {
  private final LookViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final Consumer<Figure> save;
  private final List<LookPage> pages;
  private final TabPane tabs = new TabPane();
  private final Node content;

  /**
   * @param save saves a figure where the person says
   * @param pages more of it, each in a tab of its own after those of the view
   */
  public LookView(
      LookViewModel viewModel, Appearance appearance, Consumer<Figure> save, List<LookPage> pages) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.appearance = appearance;
    this.save = save;
    this.pages = List.copyOf(pages);
    getStyleClass().add("look");
    content = content();
    viewModel.stateProperty().addListener(change -> showState());
    viewModel.subjectProperty().addListener(change -> showSubject());
    tabs.getSelectionModel().selectedItemProperty().addListener(change -> showSubject());
    sceneProperty()
        .addListener((change, before, now) -> viewModel.watchingProperty().set(now != null));
    showState();
  }

  /** Opens the page of an id; nothing happens if there is none. */
  public void openPage(String id) {
    tabs.getTabs().stream()
        .filter(tab -> id.equals(tab.getId()))
        .findFirst()
        .ifPresent(tabs.getSelectionModel()::select);
  }

  // States

  private void showState() {
    State state = viewModel.stateProperty().get();
    setCenter(
        switch (state) {
          case LOADING, READY -> content;
          case EMPTY -> message("look-empty", "look.empty");
          case FAILED -> failed();
        });
  }

  private Node message(String id, String key) {
    Label label = new Label();
    label.setId(id);
    label.textProperty().bind(texts.of(key));
    label.setWrapText(true);
    label.getStyleClass().add("quiet");
    return new StackPane(label);
  }

  private Node failed() {
    Label label = problem();
    label.setId("look-failed");
    Button again = new Button();
    again.setId("look-again");
    again.textProperty().bind(texts.of("look.again"));
    again.setOnAction(event -> viewModel.load());
    VBox box = new VBox(8, label, again);
    box.getStyleClass().add("look-message");
    return box;
  }

  private Label problem() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("look-problem");
    label
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    viewModel.problemProperty().get() == null
                        ? ""
                        : texts.get(viewModel.problemProperty().get()),
                viewModel.problemProperty()));
    return label;
  }

  // Content

  private Node content() {
    Label problem = problem();
    problem.setId("look-problem");
    problem.visibleProperty().bind(viewModel.problemProperty().isNotNull());
    problem.managedProperty().bind(problem.visibleProperty());
    tabs.setId("look-tabs");
    tabs.accessibleTextProperty().bind(texts.of("runs.place.look"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs()
        .setAll(
            tab(
                "look-tab-confusion",
                "look.confusion",
                new ConfusionPage(viewModel, appearance, save)),
            tab("look-tab-figures", "look.figures", new FiguresPage(viewModel, appearance, save)),
            tab(
                "look-tab-calibration",
                "look.calibration",
                new CalibrationPage(viewModel, appearance, save)),
            tab("look-tab-compare", "look.compare", new ComparePage(viewModel, appearance)));
    speakOfClasses(tabs.getTabs().get(0), null, "look.confusion.help");
    speakOfClasses(tabs.getTabs().get(1), "look.figures", "look.figures.help");
    for (LookPage page : pages) {
      Tab tab = tab(page.id(), page.nameKey(), null);
      tab.setUserData(page);
      tabs.getTabs().add(tab);
    }
    BorderPane pane = new BorderPane(tabs);
    VBox top = new VBox(toolbar(), problem);
    pane.setTop(top);
    ScrollPane detail = new ScrollPane(new ImageDetail(viewModel, appearance));
    detail.getStyleClass().add("look-aside");
    detail.setFitToWidth(true);
    detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    detail.setFocusTraversable(false);
    // Only beside pages where images are chosen; the others need the room.
    detail
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                this::choosesImages, tabs.getSelectionModel().selectedItemProperty()));
    detail.managedProperty().bind(detail.visibleProperty());
    pane.setRight(detail);
    pane.setBottom(foot());
    return pane;
  }

  private void speakOfClasses(Tab tab, String key, String helpKey) {
    if (key != null) {
      tab.textProperty().bind(viewModel.said(key));
    }
    tab.setTooltip(Explained.tooltip(viewModel.said(helpKey)));
  }

  private boolean choosesImages() {
    Tab tab = tabs.getSelectionModel().getSelectedItem();
    return tab != null
        && (tab.getContent() instanceof ConfusionPage || tab.getContent() instanceof ComparePage);
  }

  private Tab tab(String id, String key, Node page) {
    Tab tab = new Tab();
    tab.setId(id);
    tab.textProperty().bind(texts.of(key));
    tab.setTooltip(Explained.tooltip(texts.of(key + ".help")));
    tab.setContent(page);
    return tab;
  }

  private void showSubject() {
    Tab tab = tabs.getSelectionModel().getSelectedItem();
    if (tab != null && tab.getUserData() instanceof LookPage page) {
      if (tab.getContent() == null) {
        tab.setContent(page.view());
      }
      page.show(viewModel.subjectProperty().get());
    }
  }

  // Toolbar

  private Node toolbar() {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setId("look-busy");
    busy.setMaxSize(20, 20);
    busy.setMinSize(20, 20);
    busy.accessibleTextProperty().bind(texts.of("look.computing"));
    busy.visibleProperty().bind(viewModel.busyProperty());
    Slider slider = slider();
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label epoch = new Label();
    epoch.setId("look-epoch-text");
    epoch.setMinWidth(USE_PREF_SIZE);
    epoch.textProperty().bind(new LookWords(viewModel).epoch());
    HBox bar = new HBox(runBox(), partBox(), slider, epoch, busy);
    bar.getStyleClass().add("look-toolbar");
    return bar;
  }

  private Node runBox() {
    RunBox box =
        new RunBox(
            "look-run",
            "look.runs",
            viewModel.runs(),
            chosen -> {
              RunSummary shown = viewModel.runProperty().get();
              if (shown == null || shown.id() != chosen.id()) {
                viewModel.open(chosen.id());
              }
            },
            texts);
    viewModel.runProperty().addListener((change, before, now) -> box.show(now));
    return box;
  }

  private Node partBox() {
    ComboBox<Part> box = new ComboBox<>(viewModel.parts());
    box.setId("look-part");
    box.setMinWidth(USE_PREF_SIZE);
    box.accessibleTextProperty().bind(texts.of("look.part"));
    box.setTooltip(Explained.tooltip(texts.of("look.part.help")));
    ChoiceCell.show(box, texts, part -> "look.part." + Spelling.of(part));
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            viewModel.partProperty().set(box.getValue());
          }
        });
    viewModel
        .partProperty()
        .addListener((change, before, now) -> box.getSelectionModel().select(now));
    return box;
  }

  private Slider slider() {
    Slider slider = new Slider(1, 1, 1);
    slider.setId("look-epoch");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setMinWidth(96);
    slider.accessibleTextProperty().bind(texts.of("look.epoch.slider"));
    slider
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    viewModel.courseProperty().get() == null
                        || !viewModel.courseProperty().get().hasEpochs(),
                viewModel.courseProperty()));
    viewModel
        .courseProperty()
        .addListener(
            (change, before, now) -> {
              if (now != null) {
                slider.setMax(Math.max(2, now.lastEpoch()));
                slider.setValue(viewModel.epochProperty().get());
              }
            });
    viewModel
        .epochProperty()
        .addListener((change, before, now) -> slider.setValue(now.doubleValue()));
    slider
        .valueProperty()
        .addListener(
            (change, before, now) -> {
              Course course = viewModel.courseProperty().get();
              if (course != null && !slider.isDisabled()) {
                int last = course.lastEpoch();
                viewModel.epochProperty().set(Math.min(last, (int) Math.round(now.doubleValue())));
              }
            });
    return slider;
  }

  // Foot

  private Node foot() {
    ComboBox<Integer> kept = new ComboBox<>();
    kept.setId("look-kept");
    kept.getStyleClass().add(Styles.SMALL);
    kept.accessibleTextProperty().bind(texts.of("look.keep"));
    kept.getItems().setAll(choices(RunStore.KEPT_EPOCHS));
    viewModel
        .keptEpochsProperty()
        .addListener(
            (change, before, now) -> {
              kept.getItems().setAll(choices(now.intValue()));
              kept.getSelectionModel().select(Integer.valueOf(now.intValue()));
            });
    kept.setOnAction(
        event -> {
          if (kept.getValue() != null) {
            viewModel.keepEpochs(kept.getValue());
          }
        });
    kept.disableProperty().bind(viewModel.keptEpochsProperty().lessThan(0));
    Label label = new Label();
    label.textProperty().bind(texts.of("look.keep"));
    label.getStyleClass().add("quiet");
    label.setLabelFor(kept);
    label.setTooltip(Explained.tooltip(texts.of("look.keep.help")));
    HBox foot = new HBox(label, kept);
    foot.getStyleClass().add("look-foot");
    return foot;
  }

  private static List<Integer> choices(int also) {
    return Stream.of(0, 5, 10, RunStore.KEPT_EPOCHS, 50, RunStore.MOST_KEPT_EPOCHS, also)
        .filter(count -> count >= 0)
        .distinct()
        .sorted()
        .toList();
  }
}
