package digitstudio.ui.data;

import digitstudio.digits.DigitImage;
import digitstudio.digits.survey.DataImages;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the chosen image, and about the one beside it where there is a pair. */
final class DataDetail extends VBox {
  /** Whole screen pixels for each of the image's. */
  private static final double SIDE = 7 * DigitImage.SIDE;

  private static final double PAIR_SIDE = 5 * DigitImage.SIDE;

  private final DataViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final Card first = new Card("data-image");
  private final Card second = new Card("data-second");
  private final Label nothing = new Label();
  private final Button look = new Button(null, new FontIcon(Feather.SEARCH));
  private final Explained lookPlace;

  /** One image and what there is to say of it. */
  private static final class Card extends VBox {
    private final ImageView picture = new ImageView();
    private final StackPane paper = new StackPane(picture);
    private final Label title = new Label();
    private final Label facts = new Label();
    private final GridPane figures = new GridPane();

    Card(String id) {
      super(8);
      setId(id + "-card");
      picture.setSmooth(false);
      paper.setId(id);
      paper.getStyleClass().add("look-paper");
      paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      paper.accessibleTextProperty().bind(title.textProperty());
      title.setId(id + "-title");
      title.getStyleClass().add("look-answer");
      facts.setId(id + "-facts");
      facts.getStyleClass().add("data-facts");
      for (Label label : new Label[] {title, facts}) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
      }
      figures.setId(id + "-figures");
      figures.getStyleClass().add("data-figures");
      ColumnConstraints names = new ColumnConstraints();
      names.setHgrow(Priority.ALWAYS);
      ColumnConstraints numbers = new ColumnConstraints();
      numbers.setHalignment(HPos.RIGHT);
      figures.getColumnConstraints().addAll(names, numbers);
      getChildren().addAll(paper, title, facts, figures);
    }

    void figure(String name, String number) {
      Label said = new Label(name);
      said.getStyleClass().add("data-facts");
      said.setWrapText(true);
      Label value = new Label(number);
      value.getStyleClass().add("data-figure");
      value.setMinWidth(USE_PREF_SIZE);
      figures.addRow(figures.getRowCount(), said, value);
    }

    void size(double side) {
      picture.setFitWidth(side);
      picture.setFitHeight(side);
      paper.setMinSize(side + 2, side + 2);
      paper.setMaxSize(side + 2, side + 2);
    }
  }

  /**
   * @param look looks at an image in the Look inside view
   * @param more what else can be seen of the chosen image, as what augmentation makes of it; shown
   *     beneath
   */
  DataDetail(
      DataViewModel viewModel,
      Texts texts,
      Appearance appearance,
      Consumer<Integer> look,
      Node more) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    setId("data-detail");
    getStyleClass().add("look-detail");
    nothing.setId("data-nothing");
    nothing.textProperty().bind(texts.of("data.chooseImage"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("quiet");
    this.look.setId("data-look");
    this.look.textProperty().bind(texts.of("data.look"));
    this.look.accessibleTextProperty().bind(texts.of("data.look.help"));
    this.look.setMaxWidth(Double.MAX_VALUE);
    this.look.setOnAction(event -> look.accept(viewModel.chosenProperty().get()));
    lookPlace = new Explained(this.look, texts.of("data.look.help"));
    getChildren().addAll(nothing, first, second, lookPlace);
    if (more != null) {
      getChildren().add(more);
    }
    viewModel.chosenProperty().addListener(change -> show());
    viewModel.besideProperty().addListener(change -> show());
    viewModel.surveyProperty().addListener(change -> show());
    viewModel.partsProperty().addListener(change -> show());
    viewModel.imagesProperty().addListener(change -> show());
    appearance.darkProperty().addListener(change -> show());
    texts.localeProperty().addListener(change -> show());
    show();
  }

  /** Puts a button beneath the image that draws it anew on the pad. */
  void offerDrawing(Consumer<Integer> draw) {
    Button button = new Button(null, new FontIcon(Feather.EDIT_3));
    button.setId("data-draw");
    button.textProperty().bind(texts.of("data.draw"));
    button.accessibleTextProperty().bind(texts.of("data.draw.help"));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> draw.accept(viewModel.chosenProperty().get()));
    Explained place = new Explained(button, texts.of("data.draw.help"));
    place.visibleProperty().bind(lookPlace.visibleProperty());
    place.managedProperty().bind(lookPlace.managedProperty());
    getChildren().add(getChildren().indexOf(lookPlace) + 1, place);
  }

  private void show() {
    DataImages images = viewModel.imagesProperty().get();
    Integer chosen = images == null ? null : viewModel.chosenProperty().get();
    Integer beside = chosen == null ? null : viewModel.besideProperty().get();
    appear(nothing, chosen == null);
    appear(first, chosen != null);
    appear(second, beside != null);
    appear(lookPlace, chosen != null);
    double side = beside == null ? SIDE : PAIR_SIDE;
    if (chosen != null) {
      fill(first, images, chosen, side);
    }
    if (beside != null) {
      fill(second, images, beside, side);
    }
  }

  private static void appear(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  private void fill(Card card, DataImages images, int image, double side) {
    card.size(side);
    card.picture.setImage(TilePainter.picture(images, image, appearance.isDark()));
    card.title.setText(texts.get("data.labelled", images.classes().get(images.label(image))));
    StringBuilder facts = new StringBuilder();
    facts.append(
        texts.get(
            images.isTest(image) ? "data.place.test" : "data.place.train", images.place(image)));
    ImagePart[] parts = viewModel.partsProperty().get();
    if (parts != null) {
      facts.append('\n').append(texts.get("data.partOf", texts.get(parts[image].key())));
    }
    card.facts.setText(facts.toString());
    card.figures.getChildren().clear();
    DataSurvey survey = viewModel.surveyProperty().get();
    if (survey != null && survey.images() == images) {
      figure(card, "data.measure.mean", survey.figures().means()[image]);
      figure(card, "data.measure.ink", 100.0 * survey.figures().inks()[image]);
      figure(card, "data.measure.distance", survey.figures().distances()[image]);
    }
  }

  private void figure(Card card, String key, double value) {
    card.figure(texts.get(key), texts.get(key + ".value", value));
  }
}
