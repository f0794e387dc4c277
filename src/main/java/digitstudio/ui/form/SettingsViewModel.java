package digitstudio.ui.form;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.Presets.Preset;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Sweep;
import digitstudio.nn.Loss;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Reduction;
import digitstudio.training.RunState;
import digitstudio.training.Shuffle;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import digitstudio.ui.form.FormValues.FormFlag;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The form as it is filled in: texts and choices, and the settings they come to. */
public final class SettingsViewModel {
  private static final int MNIST_TRAIN_IMAGES = 60_000;

  /** Older runs say little of what the computer does today. */
  public static final int MOST_KEPT = 100;

  private static final String NEW_LAYER_UNITS = "128";

  private final List<Preset> presets;
  private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(this, "preset");
  private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper(this, "modified");

  private final Map<NumberField, StringProperty> texts = new EnumMap<>(NumberField.class);
  private final Map<NumberField, ReadOnlyObjectWrapper<FieldProblem>> problems =
      new EnumMap<>(NumberField.class);
  private final Map<NumberField, ReadOnlyObjectWrapper<List<String>>> severalValues =
      new EnumMap<>(NumberField.class);
  private final ObservableList<HiddenLayer> hidden = FXCollections.observableArrayList();
  private final ObservableList<HiddenLayer> hiddenForReading =
      FXCollections.unmodifiableObservableList(hidden);

  private final Chosen<ActivationKind> activation = new Chosen<>(ActivationKind.class);
  private final Chosen<Loss> loss = new Chosen<>(Loss.class);
  private final Chosen<Reduction> reduction = new Chosen<>(Reduction.class);
  private final Chosen<OptimizerKind> optimizer = new Chosen<>(OptimizerKind.class);
  private final Chosen<ScheduleKind> schedule = new Chosen<>(ScheduleKind.class);
  private final Chosen<BatchKind> batch = new Chosen<>(BatchKind.class);
  private final Chosen<RegularizerKind> regularizer = new Chosen<>(RegularizerKind.class);
  private final Chosen<InitializerKind> initializer = new Chosen<>(InitializerKind.class);
  private final Chosen<Shuffle> shuffle = new Chosen<>(Shuffle.class);
  private final Map<ChoiceField, Chosen<?>> choices =
      new EnumMap<>(
          Map.of(
              ChoiceField.ACTIVATION, activation,
              ChoiceField.LOSS, loss,
              ChoiceField.REDUCTION, reduction,
              ChoiceField.OPTIMIZER, optimizer,
              ChoiceField.SCHEDULE, schedule,
              ChoiceField.BATCH_MODE, batch,
              ChoiceField.REGULARIZATION, regularizer,
              ChoiceField.INIT, initializer,
              ChoiceField.SHUFFLE, shuffle));
  private final SeveralRuns several = new SeveralRuns(this::refresh);
  private final BooleanProperty contrastStretching = new SimpleBooleanProperty();
  private final BooleanProperty standardization = new SimpleBooleanProperty();
  private final BooleanProperty biasCorrection = new SimpleBooleanProperty();
  private final BooleanProperty augmented = new SimpleBooleanProperty();
  private final BooleanProperty earlyStopping = new SimpleBooleanProperty();

  private final IntegerProperty trainImages = new SimpleIntegerProperty(MNIST_TRAIN_IMAGES);
  private final IntegerProperty classes = new SimpleIntegerProperty(ClassNames.DIGITS.count());
  private final SpeedEstimate speed = new SpeedEstimate();

  private final ReadOnlyObjectWrapper<Set<NumberField>> shown =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<RunPlan> plan = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper swept = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<TrainingConfig> config = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<NetworkSpec> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FieldProblem> reason = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<OptionalDouble> estimate =
      new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  private final FormContent content = new FormContent(this);
  private final FormHistory history = new FormHistory(this::fill);
  private final FormLocks locks = new FormLocks();
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
      severalValues.put(field, new ReadOnlyObjectWrapper<>(List.of()));
    }
    for (Chosen<?> choice : choices.values()) {
      choice.valueProperty().addListener(change -> refresh());
      choice.also().addListener((ListChangeListener<Object>) change -> refresh());
    }
    List<Property<?>> others =
        List.of(
            contrastStretching,
            standardization,
            augmented,
            biasCorrection,
            earlyStopping,
            trainImages,
            classes);
    others.forEach(other -> other.addListener(change -> refresh()));
    select(this.presets.get(0));
  }

  /** Fills the form with a preset. */
  public void select(Preset chosen) {
    preset.set(chosen);
    load(chosen.config());
  }

  /** What stood in the form before, and can stand there again. */
  public FormHistory history() {
    return history;
  }

  /** What cannot be changed for now. */
  public FormLocks locks() {
    return locks;
  }

  /** All that stands in the form, as a text to be kept. */
  public String content() {
    return FormText.write(content.snapshot());
  }

  /**
   * Fills the form with what {@link #content()} told.
   *
   * @throws IllegalArgumentException if the text tells no form; the form stays as it is
   */
  public void restore(String text) {
    fill(FormText.read(text, content.snapshot(), presets.stream().map(Preset::name).toList()));
  }

  private void fill(FormSnapshot snapshot) {
    loading = true;
    preset.set(content.preset(snapshot.preset()));
    hidden.setAll(snapshot.hidden().stream().map(this::layer).toList());
    content.fill(snapshot);
    loading = false;
    refresh();
  }

  /**
   * Fills the form with settings; the preset that has them, if there is one, becomes the chosen.
   */
  public void load(TrainingConfig settings) {
    loading = true;
    several.reset();
    choices.values().forEach(choice -> choice.also().clear());
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

  /** Seconds that runs will take; empty before any run was measured. */
  public OptionalDouble seconds(List<TrainingConfig> runs) {
    return Sweep.seconds(runs, speed, trainImages.get());
  }

  /** Learns from a run how fast this computer is. */
  public void measured(TrainingConfig settings, int images, double imagesPerSecond) {
    speed.measured(settings, images, imagesPerSecond);
    estimateTime();
  }

  /**
   * Takes a short rehearsal for a first guess; what is known of whole runs stays.
   *
   * @param imagesPerSecond of the usual settings
   */
  public void guessSpeed(double imagesPerSecond) {
    TrainingConfig usual = TrainingConfig.DEFAULT;
    int images = Sweep.trainImages(usual, trainImages.get());
    if (speed.seconds(usual, images).isEmpty()) {
      measured(usual, images, imagesPerSecond);
    }
  }

  /**
   * Learns from kept runs how fast this computer is.
   *
   * @param runs the newest first, which counts most
   */
  public void learnSpeed(List<RunSummary> runs) {
    for (int i = Math.min(runs.size(), MOST_KEPT) - 1; i >= 0; i--) {
      RunSummary run = runs.get(i);
      int images = Sweep.trainImages(run.config(), trainImages.get());
      double seen = (double) images * run.epochs();
      if (run.state() == RunState.FINISHED && run.trainingSeconds() > 0 && seen > 0) {
        speed.measured(run.config(), images, seen / run.trainingSeconds());
      }
    }
    estimateTime();
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
    Map<ChoiceField, List<? extends Enum<?>>> taken = new EnumMap<>(ChoiceField.class);
    choices.forEach((field, choice) -> taken.put(field, choice.values()));
    FormReading reading = new FormReading(values(), taken, several);
    shown.set(reading.shown());
    problems.forEach((field, problem) -> problem.set(reading.problem(field)));
    severalValues.forEach((field, values) -> values.set(reading.values(field)));
    for (SeveralRuns.Count count : SeveralRuns.Count.values()) {
      several.refuse(count, reading.problem(count));
    }
    for (int i = 0; i < hidden.size(); i++) {
      hidden.get(i).setProblem(reading.hiddenProblem(i));
      hidden.get(i).setSeveral(reading.hiddenValues(i));
    }
    if (reading.network() != null) {
      network.set(reading.network());
    }
    RunPlan made = reading.plan();
    modified.set(made == null || !made.configs().equals(List.of(preset.get().config())));
    swept.set(reading.isSwept());
    plan.set(made);
    estimateTime();
    config.set(made == null ? null : made.configs().get(0));
    reason.set(reading.first());
    history.changed(content.snapshot());
  }

  private void estimateTime() {
    RunPlan made = plan.get();
    estimate.set(made == null ? OptionalDouble.empty() : seconds(made.configs()));
  }

  private FormValues values() {
    Map<NumberField, String> numbers = new EnumMap<>(NumberField.class);
    texts.forEach((field, text) -> numbers.put(field, text.get()));
    Map<ChoiceField, Enum<?>> chosen = new EnumMap<>(ChoiceField.class);
    choices.forEach((field, choice) -> chosen.put(field, choice.valueProperty().get()));
    Set<FormFlag> flags = EnumSet.noneOf(FormFlag.class);
    tick(flags, FormFlag.CONTRAST, contrastStretching);
    tick(flags, FormFlag.STANDARDIZE, standardization);
    tick(flags, FormFlag.AUGMENT, augmented);
    tick(flags, FormFlag.BIAS_CORRECTION, biasCorrection);
    tick(flags, FormFlag.EARLY_STOPPING, earlyStopping);
    return new FormValues(
        numbers,
        hidden.stream().map(layer -> layer.unitsProperty().get()).toList(),
        chosen,
        flags,
        trainImages.get(),
        classes.get());
  }

  private static void tick(Set<FormFlag> flags, FormFlag flag, BooleanProperty on) {
    if (on.get()) {
      flags.add(flag);
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

  /** The values of a field that has several; empty if it has not. */
  public ReadOnlyObjectProperty<List<String>> several(NumberField field) {
    return severalValues.get(field).getReadOnlyProperty();
  }

  /** A choice with all its values. */
  public Chosen<?> choice(ChoiceField field) {
    return choices.get(field);
  }

  /** How the values become runs. */
  public SeveralRuns several() {
    return several;
  }

  /** Whether a field or a choice has several values. */
  public ReadOnlyBooleanProperty sweptProperty() {
    return swept.getReadOnlyProperty();
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
    return activation.valueProperty();
  }

  public ObjectProperty<Loss> lossProperty() {
    return loss.valueProperty();
  }

  public ObjectProperty<Reduction> reductionProperty() {
    return reduction.valueProperty();
  }

  public ObjectProperty<OptimizerKind> optimizerProperty() {
    return optimizer.valueProperty();
  }

  public ObjectProperty<ScheduleKind> scheduleProperty() {
    return schedule.valueProperty();
  }

  public ObjectProperty<BatchKind> batchProperty() {
    return batch.valueProperty();
  }

  public ObjectProperty<RegularizerKind> regularizerProperty() {
    return regularizer.valueProperty();
  }

  public ObjectProperty<InitializerKind> initializerProperty() {
    return initializer.valueProperty();
  }

  public ObjectProperty<Shuffle> shuffleProperty() {
    return shuffle.valueProperty();
  }

  public BooleanProperty contrastStretchingProperty() {
    return contrastStretching;
  }

  public BooleanProperty standardizationProperty() {
    return standardization;
  }

  /** Whether the training images are distorted. */
  public BooleanProperty augmentedProperty() {
    return augmented;
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

  /** How many classes the data has. */
  public IntegerProperty classesProperty() {
    return classes;
  }

  /** The runs the form comes to; null while a field is wrong. */
  public ReadOnlyObjectProperty<RunPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** The settings of the first run the form comes to; null while a field is wrong. */
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
