package digitstudio.ui.pad;

import atlantafx.base.theme.Styles;
import digitstudio.digits.DigitStep;
import digitstudio.nn.Spelling;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What becomes of a drawing on its way to the network, step by step, each to be left out. */
final class MicroscopeView extends VBox {
  private final PadViewModel model;
  private final Texts texts;
  private final Appearance appearance;

  MicroscopeView(PadViewModel model, Texts texts, Appearance appearance) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    setId("pad-microscope");
    getStyleClass().add("microscope");
    setMinHeight(USE_PREF_SIZE);
    HBox stages = new HBox(8);
    for (DigitStep step : DigitStep.values()) {
      Node stage = stage(step);
      HBox.setHgrow(stage, Priority.ALWAYS);
      stages.getChildren().add(stage);
    }
    getChildren().addAll(heading(), stages);
  }

  private Node heading() {
    Label title = new Label();
    title.textProperty().bind(texts.of("draw.steps"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    Button all = new Button();
    all.setId("pad-steps-all");
    all.textProperty().bind(texts.of("draw.allSteps"));
    all.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    all.disableProperty()
        .bind(model.stepsProperty().map(done -> done.size() == DigitStep.values().length));
    all.setOnAction(event -> model.chooseAllSteps());
    Explained explained =
        new Explained(
            all,
            texts.binding(
                () -> texts.get(all.isDisable() ? "draw.allSteps.disabled" : "draw.allSteps.help"),
                all.disableProperty()));
    HBox heading = new HBox(8, title, room, explained);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Node stage(DigitStep step) {
    String key = "draw.step." + Spelling.of(step);
    StagePicture picture = new StagePicture(step, model.picturesProperty(), appearance);
    picture.setId("pad-stage-" + Spelling.of(step));
    picture.accessibleTextProperty().bind(texts.of(key + ".picture"));
    CheckBox done = new CheckBox();
    done.setId("pad-step-" + Spelling.of(step));
    done.textProperty().bind(texts.of(key));
    done.setWrapText(true);
    done.setMinHeight(Region.USE_PREF_SIZE);
    done.setTooltip(Explained.tooltip(texts.of(key + ".help")));
    done.accessibleHelpProperty().bind(texts.of(key + ".help"));
    done.setSelected(model.stepsProperty().get().contains(step));
    done.setOnAction(event -> model.choose(step, done.isSelected()));
    model
        .stepsProperty()
        .addListener((change, before, now) -> done.setSelected(now.contains(step)));
    Label effect = new Label();
    effect.setId("pad-effect-" + Spelling.of(step));
    effect.getStyleClass().add("caption");
    effect.setWrapText(true);
    effect.setAlignment(Pos.TOP_LEFT);
    effect.setMinHeight(32);
    effect
        .textProperty()
        .bind(
            texts.binding(
                () -> effect(step),
                model.probabilitiesProperty(),
                model.effectsProperty(),
                model.stepsProperty()));
    VBox stage = new VBox(4, picture, done, effect);
    stage.setMinWidth(Region.USE_PREF_SIZE);
    stage.setPrefWidth(picture.minWidth(-1));
    return stage;
  }

  /** What the network would answer with this step chosen otherwise. */
  private String effect(DigitStep step) {
    float[] other = model.effectsProperty().get().get(step);
    float[] now = model.probabilitiesProperty().get();
    if (other == null || now == null) {
      return "";
    }
    int best = PadViewModel.largest(other);
    int shown = PadViewModel.largest(now);
    String way = model.stepsProperty().get().contains(step) ? "without" : "with";
    return best == shown
        ? texts.get("draw.effect." + way, best, 100 * now[best], 100 * other[best])
        : texts.get("draw.effect.other." + way, best, 100 * other[best]);
  }
}
