package digitstudio.ui.form;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The hidden layers one by one: their units, a way to take each out, a way to add another. */
final class HiddenLayersView extends VBox {
  private final SettingsViewModel form;
  private final Texts texts;
  private final ObservableList<HiddenLayer> layers;
  private final VBox rows = new VBox();
  private final Button add = new Button(null, new FontIcon(Feather.PLUS));

  HiddenLayersView(SettingsViewModel form, Texts texts) {
    this.form = form;
    this.texts = texts;
    this.layers = form.hidden();
    getStyleClass().add("hidden-layers");
    rows.getStyleClass().add("hidden-layers");
    add.setId("form-hidden-add");
    add.textProperty().bind(texts.of("form.addLayer"));
    add.accessibleTextProperty().bind(texts.of("form.addLayer"));
    add.getStyleClass().add(Styles.FLAT);
    add.setOnAction(event -> addLayer());
    getChildren().addAll(rows, add);
    layers.addListener((ListChangeListener<HiddenLayer>) change -> showLayers());
    showLayers();
  }

  private void addLayer() {
    form.addHidden();
    TextField units = (TextField) rows.lookup("#form-hidden-" + (layers.size() - 1));
    units.requestFocus();
    units.selectAll();
  }

  private void showLayers() {
    rows.getChildren().clear();
    if (layers.isEmpty()) {
      Label none = new Label();
      none.setId("form-hidden-none");
      none.getStyleClass().add("quiet");
      none.setWrapText(true);
      none.textProperty().bind(texts.of("form.noHidden"));
      rows.getChildren().add(none);
    }
    for (int i = 0; i < layers.size(); i++) {
      rows.getChildren().add(row(i, layers.get(i)));
    }
  }

  private FieldRow row(int index, HiddenLayer layer) {
    TextField units = new TextField();
    units.setId("form-hidden-" + index);
    units.textProperty().bindBidirectional(layer.unitsProperty());
    Button remove = new Button(null, new FontIcon(Feather.X));
    remove.setId("form-hidden-remove-" + index);
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    remove.accessibleTextProperty().bind(texts.of("form.removeLayer", index + 1));
    remove.setTooltip(Explained.tooltip(texts.of("form.removeLayer", index + 1)));
    remove.setOnAction(
        event -> {
          form.removeHidden(layer);
          // Else the focus of the button that is gone would jump to the window's first control.
          add.requestFocus();
        });
    return new FieldRow(texts.of("form.layer", index + 1), units)
        .checked(units, layer.problemProperty(), texts)
        .several(units, layer.severalProperty(), texts)
        .explained(units, texts)
        .with(remove);
  }
}
