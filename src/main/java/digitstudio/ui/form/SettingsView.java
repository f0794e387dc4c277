package digitstudio.ui.form;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Loss;
import digitstudio.nn.Reduction;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.augment.AugmentPreview;
import digitstudio.ui.augment.AugmentPreviewViewModel;
import digitstudio.ui.control.Explained;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import digitstudio.ui.form.FormValues.FormFlag;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form of everything that decides a run, with what the settings come to under it. */
public final class SettingsView extends VBox {
  private static final String[] LADDER = {
    "0.00001", "0.00003", "0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"
  };

  private final SettingsViewModel form;
  private final Texts texts;
  private final ChoiceBoxes boxes;
  private final VBox augmentation;

  /** The form without a picture of the network. */
  public SettingsView(SettingsViewModel form, Texts texts) {
    this(form, texts, new Region());
  }

  /**
   * @param diagram picture of the network, shown where its layers are chosen
   */
  public SettingsView(SettingsViewModel form, Texts texts, Node diagram) {
    this(form, texts, diagram, List.of());
  }

  /**
   * @param diagram picture of the network, shown where its layers are chosen
   * @param sets what chooses the data set, shown over what else there is to say of the data
   */
  public SettingsView(
      SettingsViewModel form, Texts texts, Node diagram, List<? extends Node> sets) {
    this.form = form;
    this.texts = texts;
    this.boxes = new ChoiceBoxes(texts);
    getStyleClass().add("settings");
    augmentation = augmentation();
    VBox sections =
        new VBox(
            preset(),
            data(sets),
            architecture(diagram),
            activation(),
            loss(),
            optimizer(),
            regularization(),
            augmentation,
            stopRule(),
            new SeveralRunsView(form, texts));
    sections.getStyleClass().add("settings-sections");
    ScrollPane scroll = new ScrollPane(sections);
    scroll.setId("form-scroll");
    scroll.getStyleClass().add("settings-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, sums());
    addEventFilter(KeyEvent.KEY_PRESSED, new FormKeys(form.history()));
    // Whoever leaves a field has made a change.
    focusWithinProperty().addListener(change -> form.history().settle());
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener(change -> form.history().settle());
  }

  private Node preset() {
    ComboBox<Preset> box = new ComboBox<>();
    box.setId("form-preset");
    box.getItems().setAll(form.presets());
    box.setCellFactory(list -> new PresetCell(texts, form.presets()));
    box.setButtonCell(new PresetTitle());
    box.setValue(form.presetProperty().get());
    form.presetProperty().addListener((change, before, now) -> box.setValue(now));
    box.valueProperty()
        .addListener(
            (change, before, now) -> {
              if (now != null && now != form.presetProperty().get()) {
                form.select(now);
              }
            });
    box.accessibleTextProperty().bind(texts.of("form.preset"));
    box.setMaxWidth(Double.MAX_VALUE);

    Label title = heading("form.preset");
    title.setLabelFor(box);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, modified());
    head.getStyleClass().add("preset-head");
    VBox section = section(head, box);
    LockedPlace.follow(
        section, title, () -> List.of(head, box), form.locks().any(), form.locks(), texts);
    return section;
  }

  private Node modified() {
    Label word = new Label();
    word.setId("form-modified");
    word.getStyleClass().add("quiet");
    word.textProperty().bind(texts.of("form.modified"));
    Hyperlink reset = new Hyperlink();
    reset.setId("form-reset");
    reset.textProperty().bind(texts.of("form.reset"));
    reset.accessibleTextProperty().bind(texts.of("form.resetHelp"));
    reset.setOnAction(event -> form.select(form.presetProperty().get()));
    HBox both = new HBox(word, reset);
    both.getStyleClass().add("preset-modified");
    both.visibleProperty().bind(form.modifiedProperty());
    return both;
  }

  private Node data(List<? extends Node> sets) {
    TextField limit = field(NumberField.TRAIN_LIMIT);
    limit
        .promptTextProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        "form.allImages",
                        new Quantities(texts).count(form.trainImagesProperty().get())),
                form.trainImagesProperty()));
    VBox section = new VBox(heading("form.data"));
    section.getStyleClass().add("settings-section");
    section.getChildren().addAll(sets);
    section
        .getChildren()
        .addAll(
            row(NumberField.VALIDATION, field(NumberField.VALIDATION)).with(new Label("%")),
            row(NumberField.TRAIN_LIMIT, limit),
            row(NumberField.OWN_DRAWINGS, ownDrawings()),
            check("contrast", form.contrastStretchingProperty(), FormFlag.CONTRAST),
            check("standardize", form.standardizationProperty(), FormFlag.STANDARDIZE),
            choice(
                ChoiceField.SHUFFLE,
                "form.shuffle",
                boxes.of("shuffle", Shuffle.class, form.shuffleProperty())),
            row(NumberField.SEED));
    return section;
  }

  private TextField ownDrawings() {
    TextField weight = field(NumberField.OWN_DRAWINGS);
    weight.promptTextProperty().bind(texts.of("own.without"));
    weight.setTooltip(Explained.tooltip(texts.of("own.help")));
    return weight;
  }

  private Node architecture(Node diagram) {
    HiddenLayersView layers = new HiddenLayersView(form, texts);
    Label heading = heading("form.architecture");
    VBox hidden = new VBox(heading, layers);
    hidden.getStyleClass().add("hidden-section");
    LockedPlace.follow(
        hidden, heading, () -> List.of(layers), form.locks().hidden(), form.locks(), texts);
    return section(
        hidden,
        diagram,
        choice(
            ChoiceField.INIT,
            "form.init",
            boxes.of("init", InitializerKind.class, form.initializerProperty())),
        row(NumberField.INIT_DEVIATION),
        row(NumberField.DROPOUT));
  }

  private Node activation() {
    Node section =
        section(
            heading("form.activation"),
            choice(
                ChoiceField.ACTIVATION,
                "form.function",
                boxes.of("activation", ActivationKind.class, form.activationProperty())),
            row(NumberField.SLOPE));
    // Without hidden layers there is nothing that an activation would be applied to.
    section.visibleProperty().bind(Bindings.isNotEmpty(form.hidden()));
    section.managedProperty().bind(section.visibleProperty());
    return section;
  }

  private Node loss() {
    return section(
        heading("form.loss"),
        choice(
            ChoiceField.LOSS, "form.function", boxes.of("loss", Loss.class, form.lossProperty())),
        choice(
            ChoiceField.REDUCTION,
            "form.reduction",
            boxes.of("reduction", Reduction.class, form.reductionProperty())));
  }

  private Node optimizer() {
    Node bias = check("bias-correction", form.biasCorrectionProperty(), FormFlag.BIAS_CORRECTION);
    bias.visibleProperty().bind(form.optimizerProperty().isEqualTo(OptimizerKind.ADAM));
    bias.managedProperty().bind(bias.visibleProperty());
    return section(
        heading("form.optimizer"),
        choice(
            ChoiceField.OPTIMIZER,
            "form.rule",
            boxes.of("optimizer", OptimizerKind.class, form.optimizerProperty())),
        row(NumberField.MOMENTUM),
        row(NumberField.DECAY),
        row(NumberField.BETA1),
        row(NumberField.BETA2),
        row(NumberField.EPSILON),
        bias,
        row(NumberField.LEARNING_RATE, ladder()),
        choice(
            ChoiceField.SCHEDULE,
            "form.schedule",
            boxes.of("schedule", ScheduleKind.class, form.scheduleProperty())),
        row(NumberField.STEP_EVERY),
        row(NumberField.STEP_FACTOR),
        choice(
            ChoiceField.BATCH_MODE,
            "form.batch-mode",
            boxes.of("batch-mode", BatchKind.class, form.batchProperty())),
        row(NumberField.BATCH_SIZE));
  }

  private Node regularization() {
    return section(
        heading("form.regularization"),
        choice(
            ChoiceField.REGULARIZATION,
            "form.penalty",
            boxes.of("regularization", RegularizerKind.class, form.regularizerProperty())),
        row(NumberField.LAMBDA));
  }

  private VBox augmentation() {
    return section(
        heading("form.augmentation"),
        check("augment", form.augmentedProperty(), FormFlag.AUGMENT),
        row(NumberField.SHIFT, field(NumberField.SHIFT)).with(unit("form.pixels")),
        row(NumberField.ROTATION, field(NumberField.ROTATION)).with(new Label("°")),
        row(NumberField.SCALE),
        row(NumberField.SHEAR),
        row(NumberField.ELASTIC, field(NumberField.ELASTIC)).with(unit("form.pixels")),
        row(NumberField.SMOOTHNESS, field(NumberField.SMOOTHNESS)).with(unit("form.pixels")));
  }

  private Label unit(String key) {
    Label unit = new Label();
    unit.textProperty().bind(texts.of(key));
    return unit;
  }

  /** Shows what the distortions do, under their strengths and as long as there are any. */
  public void offerAugmentation(AugmentPreviewViewModel preview) {
    form.configProperty().addListener((change, before, now) -> preview(preview, now));
    preview(preview, form.configProperty().get());
    AugmentPreview pictures = new AugmentPreview(preview, texts);
    pictures.visibleProperty().bind(form.augmentedProperty());
    pictures.managedProperty().bind(pictures.visibleProperty());
    augmentation.getChildren().add(pictures);
  }

  private static void preview(AugmentPreviewViewModel preview, TrainingConfig settings) {
    if (settings != null) {
      preview.augmentationProperty().set(settings.augmentation());
      if (!settings.augmentation().isNone()) {
        preview.show();
      }
    }
  }

  private Node stopRule() {
    return section(
        heading("form.stopRule"),
        row(NumberField.EPOCHS),
        check("early-stopping", form.earlyStoppingProperty(), FormFlag.EARLY_STOPPING),
        row(NumberField.PATIENCE));
  }

  /** What the form comes to: parameters and time. */
  private Node sums() {
    Quantities quantities = new Quantities(texts);
    Label parameters = new Label();
    parameters.setId("form-parameters");
    parameters
        .textProperty()
        .bind(
            texts.binding(
                () -> quantities.count(form.networkProperty().get().parameters()),
                form.networkProperty()));
    Label estimate = new Label();
    estimate.setId("form-estimate");
    estimate
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    form.estimateProperty().get().isPresent()
                        ? texts.get(
                            "form.about",
                            quantities.timeLeft(form.estimateProperty().get().getAsDouble()))
                        : texts.get("form.unknown"),
                form.estimateProperty()));
    VBox sums = new VBox(sum("form.parameters", parameters), sum("form.estimate", estimate));
    sums.getStyleClass().add("settings-sums");
    return sums;
  }

  private Node sum(String key, Label value) {
    Label name = new Label();
    name.textProperty().bind(texts.of(key));
    name.getStyleClass().add("quiet");
    name.setLabelFor(value);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(name, gap, value);
  }

  private ComboBox<String> ladder() {
    ComboBox<String> box = new ComboBox<>();
    box.setId(NumberField.LEARNING_RATE.id());
    box.setEditable(true);
    box.getItems().setAll(LADDER);
    box.setVisibleRowCount(LADDER.length);
    box.valueProperty().bindBidirectional(form.text(NumberField.LEARNING_RATE));
    // The value alone would change only at Enter; the form is checked while one types.
    box.getEditor()
        .textProperty()
        .addListener(
            (change, before, typed) -> {
              if (typed != null) {
                form.text(NumberField.LEARNING_RATE).set(typed);
              }
            });
    return box;
  }

  private TextField field(NumberField number) {
    TextField field = new TextField();
    field.setId(number.id());
    field.textProperty().bindBidirectional(form.text(number));
    return field;
  }

  private FieldRow row(NumberField number) {
    return row(number, field(number));
  }

  private FieldRow row(NumberField number, Control control) {
    return new FieldRow(texts.of(number.nameKey()), control)
        .checked(control, form.problem(number), texts)
        .several(control, form.several(number), texts)
        .explained(control, texts)
        .lockedIf(form.locks().of(number), form.locks(), texts)
        .shownIf(form.shown(number));
  }

  private FieldRow choice(ChoiceField field, String key, Control control) {
    ObservableValue<String> name = texts.of("form." + field.spelling());
    Chosen<?> chosen = form.choice(field);
    FieldRow row = new FieldRow(texts.of(key), control);
    control.accessibleTextProperty().unbind();
    control.accessibleTextProperty().bind(name);
    return row.with(new AlsoButton<>(field, chosen, texts, name))
        .several(control, AlsoButton.words(field, chosen, texts), texts)
        .explained(control, texts)
        .lockedIf(form.locks().of(field), form.locks(), texts);
  }

  private Node check(String name, BooleanProperty on, FormFlag flag) {
    CheckBox box = box(name, on);
    HBox place = new HBox(box);
    LockedPlace.follow(place, null, () -> List.of(box), form.locks().of(flag), form.locks(), texts);
    return place;
  }

  private CheckBox box(String name, BooleanProperty on) {
    CheckBox box = new CheckBox();
    box.setId("form-" + name);
    ObservableValue<String> text = texts.of("form." + name);
    box.textProperty().bind(text);
    box.accessibleTextProperty().bind(text);
    box.selectedProperty().bindBidirectional(on);
    box.getStyleClass().add(Styles.SMALL);
    return box;
  }

  private Label heading(String key) {
    Label heading = new Label();
    heading.textProperty().bind(texts.of(key));
    heading.getStyleClass().add("section-heading");
    return heading;
  }

  private static VBox section(Node... rows) {
    VBox section = new VBox(rows);
    section.getStyleClass().add("settings-section");
    return section;
  }

  private final class PresetTitle extends ListCell<Preset> {
    @Override
    protected void updateItem(Preset preset, boolean empty) {
      super.updateItem(preset, empty);
      textProperty().unbind();
      if (empty || preset == null) {
        setText(null);
      } else {
        textProperty().bind(texts.of(preset.titleKey()));
      }
    }
  }
}
