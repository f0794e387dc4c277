package digitstudio.ui.main;

import digitstudio.text.Problem;
import digitstudio.text.Program;
import digitstudio.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Tells which program this is, what it is made of, and under which licences. */
final class AboutDialog {
  private static final double WIDTH = 920;
  private static final double HEIGHT = 560;

  private final Texts texts;
  private final Dialog<Void> dialog = new Dialog<>();

  AboutDialog(Window owner, Texts texts) {
    this.texts = texts;
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("about.title"));
    dialog.setResizable(true);
    DialogPane pane = dialog.getDialogPane();
    pane.setId("about-dialog");
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.setStyle(owner.getScene().getRoot().getStyle());
    pane.getButtonTypes().add(new ButtonType(texts.get("about.close"), ButtonData.CANCEL_CLOSE));
    pane.setContent(content());
    pane.setPrefSize(WIDTH, HEIGHT);
  }

  void show() {
    dialog.show();
  }

  private VBox content() {
    Label program = new Label(texts.get("about.program", Program.NAME, Program.version()));
    program.getStyleClass().add("about-program");
    Label licence = new Label(texts.get("about.licence"));
    licence.setWrapText(true);
    licence.setMinHeight(Region.USE_PREF_SIZE);
    VBox content = new VBox(program, licence, components());
    content.getStyleClass().add("about");
    return content;
  }

  private TableView<Component> components() {
    TableView<Component> table = new TableView<>();
    table.setId("about-components");
    table.setAccessibleText(texts.get("about.components"));
    table.getColumns().add(column("about.name", 240, Component::name));
    table.getColumns().add(column("about.version", 120, Component::version));
    table.getColumns().add(column("about.licences", 240, Component::licence));
    table.getColumns().add(column("about.address", 280, Component::address));
    try {
      table.getItems().setAll(Component.all());
    } catch (Problem e) {
      table.setPlaceholder(new Label(texts.get(e)));
    }
    return table;
  }

  private TableColumn<Component, String> column(
      String key, double width, Function<Component, String> value) {
    TableColumn<Component, String> column = new TableColumn<>(texts.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }
}
