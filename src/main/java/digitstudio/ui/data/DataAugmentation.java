package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import digitstudio.ui.augment.AugmentPreview;
import digitstudio.ui.augment.AugmentPreviewViewModel;
import digitstudio.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the distortions of the form make of the chosen image, or why they make nothing of it. */
public final class DataAugmentation extends VBox {
  private final DataViewModel data;
  private final AugmentPreviewViewModel preview;

  public DataAugmentation(DataViewModel data, AugmentPreviewViewModel preview, Texts texts) {
    super(8);
    this.data = data;
    this.preview = preview;
    setId("data-augmentation");
    Label heading = new Label();
    heading.textProperty().bind(texts.of("data.augmented"));
    heading.getStyleClass().add("section-heading");
    Label none = new Label();
    none.setId("data-not-augmented");
    none.setWrapText(true);
    none.setMinHeight(USE_PREF_SIZE);
    none.getStyleClass().add("quiet");
    none.textProperty()
        .bind(
            texts.binding(
                () -> texts.get(isTest() ? "data.augmented.test" : "data.augmented.none"),
                data.chosenProperty(),
                data.imagesProperty()));
    AugmentPreview pictures = new AugmentPreview(preview, texts);
    BooleanBinding distorted =
        Bindings.createBooleanBinding(
            () -> !isTest() && !strengths().isNone(),
            data.chosenProperty(),
            data.imagesProperty(),
            data.configProperty());
    pictures.visibleProperty().bind(distorted);
    pictures.managedProperty().bind(distorted);
    none.visibleProperty().bind(distorted.not());
    none.managedProperty().bind(none.visibleProperty());
    getChildren().addAll(heading, none, pictures);
    visibleProperty().bind(data.chosenProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    distorted.addListener(change -> show());
    data.chosenProperty().addListener(change -> show());
    data.configProperty().addListener(change -> show());
    show();
  }

  private boolean isTest() {
    DataImages images = data.imagesProperty().get();
    Integer chosen = data.chosenProperty().get();
    return images != null && chosen != null && images.isTest(chosen);
  }

  private Augmentation strengths() {
    TrainingConfig config = data.configProperty().get();
    return config == null ? Augmentation.NONE : config.augmentation();
  }

  private void show() {
    DataImages images = data.imagesProperty().get();
    Integer chosen = data.chosenProperty().get();
    if (images != null && chosen != null && !isTest() && !strengths().isNone()) {
      preview.imageProperty().set(images.image(chosen));
      preview.augmentationProperty().set(strengths());
      preview.show();
    }
  }
}
