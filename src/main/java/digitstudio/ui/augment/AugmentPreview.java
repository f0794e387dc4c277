package digitstudio.ui.augment;

import atlantafx.base.theme.Styles;
import digitstudio.digits.DigitImage;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.text.NumberFormat;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A digit beside distorted ones, as they will be learnt from; the first is the digit itself. */
public final class AugmentPreview extends VBox {
  /** One and a half pixels of the screen for each of the image's. */
  private static final double SIDE = 1.5 * DigitImage.SIDE;

  private static final int COLUMNS = 5;
  private static final double GAP = 4;

  private final Texts texts;
  private final TilePane tiles = new TilePane(GAP, GAP);

  /** The pictures of a view model, which reads images from now on. */
  public AugmentPreview(AugmentPreviewViewModel preview, Texts texts) {
    this.texts = texts;
    setId("augment-preview");
    getStyleClass().add("augment-preview");
    tiles.setId("augment-pictures");
    tiles.setPrefColumns(COLUMNS);
    tiles.accessibleTextProperty().bind(texts.of("augment.pictures"));
    getChildren().addAll(head(preview), tiles, problem(preview));
    preview.picturesProperty().addListener((change, before, now) -> paint(now));
    paint(preview.picturesProperty().get());
  }

  private HBox head(AugmentPreviewViewModel preview) {
    Label told = new Label();
    told.setId("augment-displacement");
    told.getStyleClass().add("quiet");
    told.textProperty()
        .bind(
            texts.binding(
                () -> said(preview.augmentationProperty().get()), preview.augmentationProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button another = new Button(null, new FontIcon(Feather.REFRESH_CW));
    another.setId("augment-another");
    another.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "row-button");
    another.accessibleTextProperty().bind(texts.of("augment.another"));
    another.setTooltip(Explained.tooltip(another.accessibleTextProperty()));
    another.setOnAction(event -> preview.another());
    HBox head = new HBox(told, gap, another);
    head.getStyleClass().add("augment-head");
    return head;
  }

  private String said(Augmentation strengths) {
    if (strengths == null || strengths.elastic() == 0) {
      return texts.get("augment.first");
    }
    NumberFormat number = NumberFormat.getInstance(texts.locale());
    number.setMinimumFractionDigits(1);
    number.setMaximumFractionDigits(1);
    return texts.get("augment.displacement", number.format(strengths.displacement()));
  }

  private Label problem(AugmentPreviewViewModel preview) {
    Label sentence = new Label();
    sentence.setId("augment-problem");
    sentence.getStyleClass().add("field-problem");
    sentence.setWrapText(true);
    sentence
        .textProperty()
        .bind(
            texts.binding(
                () -> sentence(preview.problemProperty().get()), preview.problemProperty()));
    sentence.visibleProperty().bind(preview.problemProperty().isNotNull());
    sentence.managedProperty().bind(sentence.visibleProperty());
    return sentence;
  }

  private String sentence(Problem problem) {
    return problem == null ? "" : texts.get(problem);
  }

  private void paint(List<DigitImage> digits) {
    // Room for them is kept, so that nothing below jumps when they come.
    for (int i = tiles.getChildren().size(); i < AugmentPreviewViewModel.PICTURES; i++) {
      tiles.getChildren().add(tile(i == 0));
    }
    for (int i = 0; i < tiles.getChildren().size(); i++) {
      ImageView picture = (ImageView) ((StackPane) tiles.getChildren().get(i)).getChildren().get(0);
      picture.setImage(i < digits.size() ? picture(digits.get(i)) : null);
    }
  }

  private static StackPane tile(boolean original) {
    ImageView picture = new ImageView();
    picture.setFitWidth(SIDE);
    picture.setFitHeight(SIDE);
    StackPane tile = new StackPane(picture);
    tile.getStyleClass().add("augment-tile");
    if (original) {
      tile.getStyleClass().add("original");
    }
    tile.setMinSize(SIDE + 2, SIDE + 2);
    return tile;
  }

  /** White on black in either theme, as MNIST is. */
  private static WritableImage picture(DigitImage digit) {
    WritableImage picture = new WritableImage(DigitImage.SIDE, DigitImage.SIDE);
    int[] pixels = new int[DigitImage.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      int ink = digit.ink(i / DigitImage.SIDE, i % DigitImage.SIDE);
      pixels[i] = 0xFF000000 | ink << 16 | ink << 8 | ink;
    }
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            DigitImage.SIDE,
            DigitImage.SIDE,
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            DigitImage.SIDE);
    return picture;
  }
}
