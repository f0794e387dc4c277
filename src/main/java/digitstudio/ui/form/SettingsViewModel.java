package digitstudio.ui.form;

import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Loss;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Reduction;
import digitstudio.training.Shuffle;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form as it is filled in: texts and choices, and the settings they come to. */
public final class SettingsViewModel {
  private static final int MNIST_TRAIN_IMAGES = 60_000;
  private static final String NEW_LAYER_UNITS = "128";

  private final List<Preset> presets;
  private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(this, "preset");
  private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper(this, "modified");

  private final Map<NumberField, StringProperty> texts = new EnumMap<>(NumberField.class);
  private final Map<NumberField, ReadOnlyObjectWrapper<FieldProblem>> problems =
      new EnumMap<>(NumberField.class);
  private final ObservableList<HiddenLayer> hidden = FXCollections.observableArrayList();
  private final ObservableList<HiddenLayer> hiddenForReading =
      FXCollections.unmodifiableObservableList(hidden);

  private final ObjectProperty<ActivationKind> activation = new SimpleObjectProperty<>();
  private final ObjectProperty<Loss> loss = new SimpleObjectProperty<>();
  private final ObjectProperty<Reduction> reduction = new SimpleObjectProperty<>();
  private final ObjectProperty<OptimizerKind> optimizer = new SimpleObjectProperty<>();
  private final ObjectProperty<ScheduleKind> schedule = new SimpleObjectProperty<>();
  private final ObjectProperty<BatchKind> batch = new SimpleObjectProperty<>();
  private final ObjectProperty<RegularizerKind> regularizer = new SimpleObjectProperty<>();
  private final ObjectProperty<InitializerKind> initializer = new SimpleObjectProperty<>();
  private final ObjectProperty<Shuffle> shuffle = new SimpleObjectProperty<>();
  private final BooleanProperty contrastStretching = new SimpleBooleanProperty();
  private final BooleanProperty standardization = new SimpleBooleanProperty();
  private final BooleanProperty biasCorrection = new SimpleBooleanProperty();
  private final BooleanProperty earlyStopping = new SimpleBooleanProperty();

  private final IntegerProperty trainImages = new SimpleIntegerProperty(MNIST_TRAIN_IMAGES);
  private final SpeedEstimate speed = new SpeedEstimate();

  private final ReadOnlyObjectWrapper<Set<NumberField>> shown =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<TrainingConfig> config = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<NetworkSpec> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FieldProblem> reason = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<OptionalDouble> estimate =
      new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  private boolean loading;

  /**
   * @param presets what there is to choose from; the first one fills the form
   */
  public SettingsViewModel(List<Preset> presets) {
    this.presets = List.copyOf(presets);
    for (NumberField field : NumberField.values()) {
      StringProperty text = new SimpleStringProperty("");
      text.addListener(change -> refresh());
      texts.put(field, text);
      problems.put(field, new ReadOnlyObjectWrapper<>());
    }
    List<Property<?>> choices =
        List.of(
            activation,
            loss,
            reduction,
            optimizer,
            schedule,
            batch,
            regularizer,
            initializer,
            shuffle,
            contrastStretching,
            standardization,
            biasCorrection,
            earlyStopping,
            trainImages);
    choices.forEach(choice -> choice.addListener(change -> refresh()));
    select(this.presets.get(0));
  }

  /** Fills the form with a preset. */
  public void select(Preset chosen) {
    preset.set(chosen);
    load(chosen.config());
  }

  /**
   * Fills the form with settings; the preset that has them, if there is one, becomes the chosen.
   */
  public void load(TrainingConfig settings) {
    loading = true;
    hidden.setAll(settings.hidden().stream().map(units -> layer(units.toString())).toList());
    new SettingsWriter(this).write(settings);
    loading = false;
    if (!preset.get().config().equals(settings)) {
      presets.stream()
          .filter(each -> each.config().equals(settings))
          .findFirst()
          .ifPresent(preset::set);
    }
    refresh();
  }

  /** Puts another hidden layer before the output. */
  public void addHidden() {
    hidden.add(layer(NEW_LAYER_UNITS));
    refresh();
  }

  /** Takes a hidden layer out. */
  public void removeHidden(HiddenLayer layer) {
    hidden.remove(layer);
    refresh();
  }

  /** Learns from a run how fast this computer is. */
  public void measured(TrainingConfig settings, int images, double imagesPerSecond) {
    speed.measured(settings, images, imagesPerSecond);
    refresh();
  }

  private HiddenLayer layer(String units) {
    HiddenLayer layer = new HiddenLayer(units);
    layer.unitsProperty().addListener(change -> refresh());
    return layer;
  }

  private void refresh() {
    if (loading) {
      return;
    }
    Set<NumberField> needed = needed();
    SettingsReader reader = new SettingsReader(this, needed);
    shown.set(needed);
    problems.forEach((field, problem) -> problem.set(reader.problem(field)));
    for (int i = 0; i < hidden.size(); i++) {
      hidden.get(i).setProblem(reader.hiddenProblems().get(i));
    }
    if (reader.network() != null) {
      network.set(reader.network());
    }
    modified.set(!preset.get().config().equals(reader.config()));
    estimate.set(
        reader.config() == null
            ? OptionalDouble.empty()
            : speed.seconds(reader.config(), reader.trainImages()));
    config.set(reader.config());
    reason.set(reader.first());
  }

  private Set<NumberField> needed() {
    Set<NumberField> needed =
        EnumSet.of(
            NumberField.VALIDATION,
            NumberField.TRAIN_LIMIT,
            NumberField.SEED,
            NumberField.LEARNING_RATE,
            NumberField.EPOCHS);
    need(needed, !hidden.isEmpty(), NumberField.DROPOUT);
    need(
        needed,
        !hidden.isEmpty() && activation.get() == ActivationKind.LEAKY_RELU,
        NumberField.SLOPE);
    need(needed, initializer.get() == InitializerKind.NORMAL, NumberField.INIT_DEVIATION);
    switch (optimizer.get()) {
      case SGD -> {}
      case MOMENTUM, NESTEROV -> needed.add(NumberField.MOMENTUM);
      case ADAGRAD -> needed.add(NumberField.EPSILON);
      case RMSPROP -> needed.addAll(EnumSet.of(NumberField.DECAY, NumberField.EPSILON));
      case ADAM ->
          needed.addAll(EnumSet.of(NumberField.BETA1, NumberField.BETA2, NumberField.EPSILON));
    }
    boolean steps = schedule.get() == ScheduleKind.STEP;
    need(needed, steps, NumberField.STEP_EVERY);
    need(needed, steps, NumberField.STEP_FACTOR);
    need(needed, batch.get() == BatchKind.MINI, NumberField.BATCH_SIZE);
    need(needed, regularizer.get() != RegularizerKind.NONE, NumberField.LAMBDA);
    need(needed, earlyStopping.get(), NumberField.PATIENCE);
    return needed;
  }

  private static void need(Set<NumberField> needed, boolean yes, NumberField field) {
    if (yes) {
      needed.add(field);
    }
  }

  public List<Preset> presets() {
    return presets;
  }

  /** The preset that was chosen last, or whose settings were loaded. */
  public ReadOnlyObjectProperty<Preset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** Whether the form says something else than the chosen preset. */
  public ReadOnlyBooleanProperty modifiedProperty() {
    return modified.getReadOnlyProperty();
  }

  /** What is typed into a field. */
  public StringProperty text(NumberField field) {
    return texts.get(field);
  }

  /** What is wrong with a field; null if nothing is. */
  public ReadOnlyObjectProperty<FieldProblem> problem(NumberField field) {
    return problems.get(field).getReadOnlyProperty();
  }

  /** Whether the choices taken make use of a field. */
  public ObservableValue<Boolean> shown(NumberField field) {
    return shown.map(fields -> fields.contains(field));
  }

  /** The hidden layers from the input on; change them by {@link #addHidden} and {@link #load}. */
  public ObservableList<HiddenLayer> hidden() {
    return hiddenForReading;
  }

  public ObjectProperty<ActivationKind> activationProperty() {
    return activation;
  }

  public ObjectProperty<Loss> lossProperty() {
    return loss;
  }

  public ObjectProperty<Reduction> reductionProperty() {
    return reduction;
  }

  public ObjectProperty<OptimizerKind> optimizerProperty() {
    return optimizer;
  }

  public ObjectProperty<ScheduleKind> scheduleProperty() {
    return schedule;
  }

  public ObjectProperty<BatchKind> batchProperty() {
    return batch;
  }

  public ObjectProperty<RegularizerKind> regularizerProperty() {
    return regularizer;
  }

  public ObjectProperty<InitializerKind> initializerProperty() {
    return initializer;
  }

  public ObjectProperty<Shuffle> shuffleProperty() {
    return shuffle;
  }

  public BooleanProperty contrastStretchingProperty() {
    return contrastStretching;
  }

  public BooleanProperty standardizationProperty() {
    return standardization;
  }

  public BooleanProperty biasCorrectionProperty() {
    return biasCorrection;
  }

  public BooleanProperty earlyStoppingProperty() {
    return earlyStopping;
  }

  /** Training images in the data, before limit and validation share. */
  public IntegerProperty trainImagesProperty() {
    return trainImages;
  }

  /** The settings the form comes to; null while a field is wrong. */
  public ReadOnlyObjectProperty<TrainingConfig> configProperty() {
    return config.getReadOnlyProperty();
  }

  /** The network the form describes, the last one that could be told. */
  public ReadOnlyObjectProperty<NetworkSpec> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** Why the form cannot be trained with; null if it can. */
  public ReadOnlyObjectProperty<FieldProblem> reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** Seconds of training that the settings will take; empty before any run was measured. */
  public ReadOnlyObjectProperty<OptionalDouble> estimateProperty() {
    return estimate.getReadOnlyProperty();
  }
}
