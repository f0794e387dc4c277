package digitstudio.ui.main;

import atlantafx.base.theme.Styles;
import digitstudio.ui.command.CommandList;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's content: the view chosen on the rail, between the top bar and the status line. */
public final class MainView extends BorderPane {
  /** Width of the drawing pad's column: a quarter of the window within these bounds. */
  private static final double LEAST_RIGHT = 320;

  private static final double MOST_RIGHT = 480;

  private final MainViewModel main;
  private final Texts texts;
  private final Dialogs dialogs;
  private final TopBar topBar;
  private final ViewRail rail;
  private final Node training;
  private final Map<Place, Supplier<? extends Node>> makers;
  private final Map<Place, Node> made = new EnumMap<>(Place.class);
  private final Appearance appearance;
  private final CommandList commands = new CommandList();
  private final RoomyView roomy = new RoomyView();
  private Node shown;

  /**
   * @param form of the Train view, left
   * @param charts in the middle
   * @param pad right
   * @param places what else the rail leads to; each makes its view when it is first wanted, so that
   *     the window need not wait for it
   */
  public MainView(
      MainViewModel main,
      Texts texts,
      Appearance appearance,
      Dialogs dialogs,
      Node form,
      Node charts,
      Node pad,
      Map<Place, Supplier<? extends Node>> places) {
    this(main, texts, appearance, dialogs, form, charts, pad, new Region(), places);
  }

  /**
   * @param queue of the Train view, under the charts
   */
  public MainView(
      MainViewModel main,
      Texts texts,
      Appearance appearance,
      Dialogs dialogs,
      Node form,
      Node charts,
      Node pad,
      Node queue,
      Map<Place, Supplier<? extends Node>> places) {
    this.main = main;
    this.texts = texts;
    this.dialogs = dialogs;
    this.appearance = appearance;
    this.makers = places;
    this.topBar = new TopBar(main, texts, appearance, dialogs);
    getStyleClass().add("studio");
    setTop(topBar);
    this.training = training(form, charts, pad, queue);
    this.rail = new ViewRail(main.placeProperty(), places(), texts);
    setLeft(rail);
    setBottom(bottom());
    main.placeProperty().addListener(change -> showPlace());
    showPlace();
    appearance.fontSizeProperty().addListener(change -> showPlace());
    Panes panes = new Panes(this::panes);
    commands.add(
        new MainCommands(main, topBar, texts).all(places(), step -> panes.go(getScene(), step)));
    sceneProperty().addListener((change, before, scene) -> listenForKeys(scene));
  }

  /** Whether the window may close: always, unless a training goes on and the person stays. */
  public boolean mayClose() {
    return !main.busyProperty().get() || dialogs.confirmClose();
  }

  private void showPlace() {
    Node view = view(main.placeProperty().get());
    double larger = appearance.fontSizeProperty().get() / (double) Appearance.USUAL;
    shown = view;
    if (larger > 1) {
      setCenter(roomy);
      roomy.show(view, larger);
    } else {
      roomy.clear();
      setCenter(view);
    }
  }

  private Set<Place> places() {
    Set<Place> places = EnumSet.of(Place.TRAIN);
    places.addAll(makers.keySet());
    return places;
  }

  private Node view(Place place) {
    return place == Place.TRAIN
        ? training
        : made.computeIfAbsent(place, wanted -> makers.get(wanted).get());
  }

  private Node training(Node form, Node charts, Node pad, Node queue) {
    BorderPane view = new BorderPane();
    view.setLeft(left(form));
    view.setCenter(centre(charts, queue));
    view.setRight(right(pad));
    view.setMinSize(0, 0);
    return view;
  }

  private Node left(Node form) {
    Label next = new Label();
    next.setId("form-next-run");
    next.getStyleClass().add("next-run");
    next.setWrapText(true);
    next.setMinHeight(USE_PREF_SIZE);
    next.textProperty().bind(texts.of("window.nextRun"));
    next.visibleProperty().bind(main.formIsForNextRun());
    next.managedProperty().bind(next.visibleProperty());
    VBox.setVgrow(form, Priority.ALWAYS);
    VBox left = new VBox(form, next);
    left.getStyleClass().add("left");
    return left;
  }

  private Node centre(Node charts, Node queue) {
    NoticeBar explanation =
        new NoticeBar("explanation", main.explanationProperty(), texts, main::dismissExplanation);
    VBox centre = new VBox(explanation, watched(charts), queue);
    centre.getStyleClass().add("centre");
    centre.setMinSize(0, 0);
    return centre;
  }

  /** The charts fill the room there is; where a small window leaves too little, they scroll. */
  private static Node watched(Node charts) {
    ScrollPane scroll = new ScrollPane(charts);
    scroll.setId("watched");
    scroll.getStyleClass().add("watched");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinSize(0, 0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private Node right(Node pad) {
    ScrollPane scroll = new ScrollPane(pad);
    scroll
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(MOST_RIGHT, Math.max(LEAST_RIGHT, Math.floor(getWidth() / 4))),
                widthProperty()));
    scroll.getStyleClass().add("right");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Node bottom() {
    Label status = new Label();
    status.setId("status");
    status.textProperty().bind(main.statusText());
    status.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(status, Priority.ALWAYS);
    HBox line = new HBox(status, about());
    line.getStyleClass().add("status-line");
    NoticeBar message =
        new NoticeBar("message", main.messageProperty(), texts, main::dismissMessage);
    return new VBox(message, line);
  }

  /** Puts the files opened last beside the buttons that open and save. */
  public void offer(RecentMenu recent) {
    topBar.offer(recent.node());
  }

  /** Puts a question mark at the rail's foot. */
  public void offerHelp(Runnable show) {
    rail.addFoot(foot("help-open", Feather.HELP_CIRCLE, "help.open", show));
  }

  /** Puts a gear at the rail's foot. */
  public void offerPreferences(Runnable show) {
    rail.addFoot(foot("preferences", Feather.SETTINGS, "prefs.open", show));
  }

  private Button foot(String id, Feather icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.accessibleTextProperty().bind(texts.of(key));
    button.setTooltip(Explained.tooltip(texts.of(key + ".help")));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** What can be done in the window; others may add to it. */
  public CommandList commands() {
    return commands;
  }

  private Node about() {
    Button about = new Button();
    about.setId("about");
    about.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    about.textProperty().bind(texts.of("about.open"));
    about.accessibleTextProperty().bind(texts.of("about.title"));
    about.setMinWidth(USE_PREF_SIZE);
    about.setOnAction(event -> dialogs.showAbout());
    return about;
  }

  private void listenForKeys(Scene scene) {
    if (scene != null) {
      commands.listenTo(scene);
    }
  }

  /** From the top left on. */
  private List<Node> panes() {
    List<Node> panes = new ArrayList<>(List.of(topBar, getLeft()));
    panes.addAll(Panes.within(shown));
    panes.add(getBottom());
    return panes;
  }
}
