package digitstudio.ui.command;

import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;

/** All keys of the window, by view, made of the list of the commands. */
public final class KeysDialog {
  private static final double WIDTH = 560;
  private static final double LEAST_HEIGHT = 480;
  private static final double EDGE = 64;
  private static final double HEIGHT = 600;

  private final CommandList list;
  private final Texts texts;
  private final Window owner;
  private final Appearance appearance;
  private Dialog<Void> dialog;

  /**
   * @param appearance larger letters have a larger dialog
   * @param owner whose sheets the dialog has
   */
  public KeysDialog(CommandList list, Texts texts, Appearance appearance, Window owner) {
    this.appearance = appearance;
    this.list = list;
    this.texts = texts;
    this.owner = owner;
  }

  /** Opens the list, or brings it to the front. */
  public void show() {
    if (dialog != null) {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
      return;
    }
    dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.titleProperty().bind(texts.of("commands.keys"));
    DialogPane pane = dialog.getDialogPane();
    pane.setId("keys-dialog");
    Scene scene = owner.getScene();
    Bindings.bindContent(pane.getStylesheets(), scene.getStylesheets());
    pane.styleProperty().bind(scene.getRoot().styleProperty());
    ScrollPane scroll = new ScrollPane(groups());
    scroll.setId("keys-scroll");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("preferences-scroll");
    scroll.accessibleTextProperty().bind(texts.of("commands.keys"));
    pane.setContent(scroll);
    double larger = Math.max(1, appearance.fontSizeProperty().get() / (double) Appearance.USUAL);
    Rectangle2D screen = screen();
    pane.setPrefSize(
        Math.min(WIDTH * larger, screen.getWidth() - EDGE),
        Math.min(HEIGHT * larger, screen.getHeight() - EDGE));
    // Some window managers open every window at its least size.
    pane.setMinSize(pane.getPrefWidth(), Math.min(LEAST_HEIGHT, pane.getPrefHeight()));
    pane.getButtonTypes().setAll(ButtonType.CLOSE);
    ((javafx.scene.control.Button) pane.lookupButton(ButtonType.CLOSE))
        .textProperty()
        .bind(texts.of("prefs.close"));
    dialog.setOnHidden(event -> dialog = null);
    dialog.show();
    scroll.requestFocus();
  }

  private Node groups() {
    Map<String, GridPane> grids = new LinkedHashMap<>();
    VBox groups = new VBox();
    groups.getStyleClass().add("preferences");
    for (Command command : withKeys(list)) {
      GridPane grid =
          grids.computeIfAbsent(
              command.group(),
              group -> {
                Label heading = new Label();
                heading.textProperty().bind(texts.of(group));
                heading.getStyleClass().add("section-heading");
                GridPane rows = grid();
                groups.getChildren().addAll(heading, rows);
                return rows;
              });
      Label name = new Label();
      name.textProperty().bind(texts.binding(() -> command.name().apply(texts.locale())));
      name.setWrapText(true);
      Label keys = new Label(command.keyText());
      keys.getStyleClass().add("palette-keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), name, keys);
    }
    return groups;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-rows");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(javafx.geometry.HPos.RIGHT);
    grid.getColumnConstraints().setAll(names, keys);
    return grid;
  }

  /** The commands the dialog shows. */
  static List<Command> withKeys(CommandList list) {
    return list.all().stream().filter(command -> !command.keys().isEmpty()).toList();
  }

  /** The one that the window is on. */
  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
        .stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
  }
}
