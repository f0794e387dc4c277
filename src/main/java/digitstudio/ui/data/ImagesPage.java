package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.nn.Spelling;
import digitstudio.ui.chart.FigureButton;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All images, filtered and sorted. */
final class ImagesPage extends BorderPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final DataViewModel viewModel;
  private final Texts texts;
  private final Quantities quantities;
  private final TileGrid grid;
  private final TextField search = new TextField();
  private final Label none = new Label();
  private final Label count = new Label();

  ImagesPage(
      DataViewModel viewModel,
      Texts texts,
      Appearance appearance,
      Function<DataFigures, FigureExport> export) {
    this.viewModel = viewModel;
    this.texts = texts;
    quantities = new Quantities(texts);
    grid =
        new TileGrid(
            "data-grid",
            viewModel.imagesProperty(),
            viewModel.shownProperty(),
            viewModel.chosenProperty(),
            this::caption,
            appearance);
    grid.accessibleTextProperty()
        .bind(texts.binding(this::sentence, viewModel.shownProperty(), viewModel.chosenProperty()));
    HBox filters = new HBox(classMenu());
    for (ImagePart part : ImagePart.values()) {
      filters.getChildren().add(partButton(part));
    }
    count.setId("data-count");
    count.getStyleClass().add("quiet");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(texts.binding(this::counted, viewModel.shownProperty(), viewModel.imagesProperty()));
    filters.getChildren().addAll(spacer(), count);
    filters.getStyleClass().add("look-toolbar");
    HBox sorting = new HBox(orderBox(), directionButton(), searchField(), spacer(), zoomSlider());
    if (export != null) {
      sorting
          .getChildren()
          .add(
              FigureButton.of(
                  "data-grid-save",
                  export.apply(new DataFigures(viewModel, List.of(DataFigures.SHOWN))),
                  texts,
                  Bindings.createBooleanBinding(
                      () -> viewModel.shownProperty().get().length == 0,
                      viewModel.shownProperty())));
    }
    sorting.getStyleClass().addAll("look-toolbar", "data-second-bar");
    setTop(new VBox(filters, sorting));
    setCenter(grid);
  }

  TileGrid grid() {
    return grid;
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  private String caption(int place) {
    DataImages images = viewModel.imagesProperty().get();
    return images.classes().get(images.label(viewModel.shownProperty().get()[place]));
  }

  private String counted() {
    DataImages images = viewModel.imagesProperty().get();
    return images == null
        ? texts.get("data.reading")
        : texts.get("data.count", viewModel.shownProperty().get().length, images.size());
  }

  private String sentence() {
    DataImages images = viewModel.imagesProperty().get();
    Integer chosen = viewModel.chosenProperty().get();
    int shown = viewModel.shownProperty().get().length;
    return images == null || chosen == null
        ? texts.get("data.grid", shown)
        : texts.get(
            "data.grid.image",
            shown,
            images.classes().get(images.label(chosen)),
            images.place(chosen));
  }

  // Filters

  private MenuButton classMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("data-classes");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.accessibleTextProperty().bind(texts.of("data.classes.help"));
    menu.setTooltip(Explained.tooltip(texts.of("data.classes.help")));
    menu.textProperty()
        .bind(texts.binding(this::chosenClasses, viewModel.classes(), viewModel.imagesProperty()));
    viewModel.imagesProperty().addListener(change -> fill(menu));
    fill(menu);
    return menu;
  }

  private String chosenClasses() {
    DataImages images = viewModel.imagesProperty().get();
    Set<Integer> chosen = viewModel.classes();
    if (images == null || chosen.size() == images.classes().size()) {
      return texts.get("data.classes.all");
    }
    if (chosen.isEmpty()) {
      return texts.get("data.classes.none");
    }
    if (chosen.size() > 5) {
      return texts.get("data.classes.some", chosen.size(), images.classes().size());
    }
    String names =
        chosen.stream().sorted().map(images.classes()::get).collect(Collectors.joining(", "));
    return texts.get("data.classes.these", names);
  }

  private void fill(MenuButton menu) {
    menu.getItems().clear();
    DataImages images = viewModel.imagesProperty().get();
    if (images == null) {
      return;
    }
    menu.getItems().add(all("data-classes-all", "data.classes.choose", images, true));
    menu.getItems().add(all("data-classes-none", "data.classes.clear", images, false));
    menu.getItems().add(new SeparatorMenuItem());
    for (int label = 0; label < images.classes().size(); label++) {
      int own = label;
      CheckMenuItem item = new CheckMenuItem(images.classes().get(label));
      item.setId("data-class-" + label);
      item.setMnemonicParsing(false);
      item.setSelected(viewModel.classes().contains(label));
      item.setOnAction(
          event -> {
            if (item.isSelected()) {
              viewModel.classes().add(own);
            } else {
              viewModel.classes().remove(own);
            }
          });
      viewModel
          .classes()
          .addListener(
              (InvalidationListener) change -> item.setSelected(viewModel.classes().contains(own)));
      menu.getItems().add(item);
    }
  }

  private MenuItem all(String id, String key, DataImages images, boolean every) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(texts.of(key));
    item.setOnAction(
        event ->
            viewModel.showClasses(
                every
                    ? new HashSet<>(IntStream.range(0, images.classes().size()).boxed().toList())
                    : Set.of()));
    return item;
  }

  private Node partButton(ImagePart part) {
    ToggleButton button = new ToggleButton();
    button.setId("data-part-" + Spelling.of(part));
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(texts.binding(() -> partText(part), viewModel.partsProperty()));
    button.accessibleTextProperty().bind(texts.of(part.key() + ".help"));
    button.setTooltip(Explained.tooltip(texts.of(part.key() + ".help")));
    button.setSelected(viewModel.shownParts().contains(part));
    button.setOnAction(
        event -> {
          if (button.isSelected()) {
            viewModel.shownParts().add(part);
          } else {
            viewModel.shownParts().remove(part);
          }
        });
    if (part == ImagePart.UNREAD) {
      // Most settings read every image.
      button
          .visibleProperty()
          .bind(Bindings.createBooleanBinding(() -> size(part) > 0, viewModel.partsProperty()));
      button.managedProperty().bind(button.visibleProperty());
    }
    return button;
  }

  private String partText(ImagePart part) {
    return texts.get("data.partCount", texts.get(part.key()), quantities.count(size(part)));
  }

  private int size(ImagePart part) {
    ImagePart[] parts = viewModel.partsProperty().get();
    int size = 0;
    for (int image = 0; parts != null && image < parts.length; image++) {
      size += parts[image] == part ? 1 : 0;
    }
    return size;
  }

  // Order, search and size

  private Node orderBox() {
    ComboBox<ImageOrder> box = new ComboBox<>();
    box.setId("data-order");
    box.setMinWidth(USE_PREF_SIZE);
    box.accessibleTextProperty().bind(texts.of("data.order"));
    box.setTooltip(Explained.tooltip(texts.of("data.order")));
    ChoiceCell.show(box, texts, ImageOrder::key);
    box.getItems().setAll(ImageOrder.values());
    box.valueProperty().bindBidirectional(viewModel.orderProperty());
    return box;
  }

  private Node directionButton() {
    ToggleButton button = new ToggleButton(null, new FontIcon(Feather.ARROW_UP));
    button.setId("data-descending");
    button.selectedProperty().bindBidirectional(viewModel.descendingProperty());
    var help =
        texts.binding(
            () ->
                texts.get(
                    viewModel.descendingProperty().get() ? "data.descending" : "data.ascending"),
            viewModel.descendingProperty());
    button
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> new FontIcon(button.isSelected() ? Feather.ARROW_DOWN : Feather.ARROW_UP),
                button.selectedProperty()));
    button.accessibleTextProperty().bind(help);
    button.setTooltip(Explained.tooltip(help));
    return button;
  }

  private Node searchField() {
    search.setId("data-search");
    search.setPrefColumnCount(8);
    search.promptTextProperty().bind(texts.of("data.search"));
    search.accessibleTextProperty().bind(texts.of("data.search.help"));
    search.setTooltip(Explained.tooltip(texts.of("data.search.help")));
    search.textProperty().addListener(change -> tell(true));
    search.setOnAction(event -> search());
    none.setId("data-search-none");
    none.getStyleClass().add("quiet");
    none.textProperty().bind(texts.of("data.search.none"));
    none.setVisible(false);
    HBox both = new HBox(8, search, none);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private void search() {
    boolean found = false;
    try {
      found = viewModel.choosePlace(Integer.parseInt(search.getText().strip()));
    } catch (NumberFormatException notANumber) {
      found = false;
    }
    tell(found);
  }

  private void tell(boolean found) {
    search.pseudoClassStateChanged(WRONG, !found);
    none.setVisible(!found);
  }

  private Node zoomSlider() {
    Slider slider = new Slider(0, TileGrid.SIDES.length - 1.0, grid.zoomProperty().get());
    slider.setId("data-zoom");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setPrefWidth(112);
    slider.accessibleTextProperty().bind(texts.of("data.zoom"));
    slider.setTooltip(Explained.tooltip(texts.of("data.zoom")));
    slider
        .valueProperty()
        .addListener(
            (change, before, now) -> grid.zoomProperty().set((int) Math.round(now.doubleValue())));
    grid.zoomProperty().addListener((change, before, now) -> slider.setValue(now.intValue()));
    return slider;
  }
}
