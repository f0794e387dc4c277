package digitstudio.ui.inside;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitSet;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.WeightHistories;
import digitstudio.experiment.WeightHistory;
import digitstudio.text.Problem;
import digitstudio.training.LayerActivity;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The weights of one network, and what of them is looked at. */
public final class WeightsViewModel {
  /** Images that a unit must answer to none of to count as dead. */
  private static final int IMAGES = 1000;

  private static final int NONE = -1;

  private final Function<Optional<Provenance>, TrainingData> data;
  private final Executor callbacks;
  private final NewestOnly reader;
  private final NewestOnly activity;
  private final NewestOnly historian;
  private final WeightHistories histories = new WeightHistories();

  private final ReadOnlyObjectWrapper<WeightsReading> reading =
      new ReadOnlyObjectWrapper<>(this, "reading");
  private final ReadOnlyObjectWrapper<DeadUnits> dead =
      new ReadOnlyObjectWrapper<>(this, "dead", DeadUnits.UNKNOWN);
  private final ReadOnlyObjectWrapper<WeightHistory> history =
      new ReadOnlyObjectWrapper<>(this, "history", WeightHistory.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ReadOnlyObjectWrapper<Long> stepsPerEpoch =
      new ReadOnlyObjectWrapper<>(this, "stepsPerEpoch", 1L);
  private final ObjectProperty<WeightSection> section =
      new SimpleObjectProperty<>(this, "section", WeightSection.UNITS);
  private final ObjectProperty<UnitOrder> order =
      new SimpleObjectProperty<>(this, "order", UnitOrder.NORM);
  private final BooleanProperty ownScale = new SimpleBooleanProperty(this, "ownScale");
  private final BooleanProperty large = new SimpleBooleanProperty(this, "large", true);
  private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", NONE);
  private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");

  /** What was shown last; what comes from before it is dropped. */
  private Model shown;

  private KeptWeights kept = KeptWeights.NONE;
  private ClassNames classes = ClassNames.DIGITS;

  /**
   * @param data the images, for dead units and the number of steps; asked for on the worker
   * @param worker follows the epoch
   * @param background does what may take longer: sends images through, reads the kept epochs
   * @param callbacks the thread that calls everything here
   */
  public WeightsViewModel(
      Supplier<TrainingData> data, Executor worker, Executor background, Executor callbacks) {
    this(origin -> data.get(), worker, background, callbacks);
  }

  /**
   * The same where runs may be of different images.
   *
   * @param data the images that a run was trained on; empty for those of the moment
   */
  public WeightsViewModel(
      Function<Optional<Provenance>, TrainingData> data,
      Executor worker,
      Executor background,
      Executor callbacks) {
    this.data = data;
    this.callbacks = callbacks;
    reader = new NewestOnly(worker);
    activity = new NewestOnly(background);
    historian = new NewestOnly(background);
  }

  // Properties

  /** Everything about the weights, or null while there are none. */
  ReadOnlyObjectProperty<WeightsReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The units without an answer, found a moment after the weights. */
  ReadOnlyObjectProperty<DeadUnits> deadProperty() {
    return dead.getReadOnlyProperty();
  }

  /** The kept epochs of the run, read a moment after the weights. */
  ReadOnlyObjectProperty<WeightHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Why something could not be read. */
  ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Steps of one epoch of the run. */
  ReadOnlyObjectProperty<Long> stepsPerEpochProperty() {
    return stepsPerEpoch.getReadOnlyProperty();
  }

  ObjectProperty<WeightSection> sectionProperty() {
    return section;
  }

  ObjectProperty<UnitOrder> orderProperty() {
    return order;
  }

  /** Whether each unit's weights fill the scale, or all share one. */
  BooleanProperty ownScaleProperty() {
    return ownScale;
  }

  /** Whether the units' images are large. */
  BooleanProperty largeProperty() {
    return large;
  }

  /** The chosen unit of the first layer; -1 before there are any. */
  IntegerProperty unitProperty() {
    return unit;
  }

  /** The layer of the heat map, from 0. */
  IntegerProperty layerProperty() {
    return layer;
  }

  // Commands

  /** Shows a network of which nobody knows what it was trained on. */
  void show(Model model, KeptWeights weights, int epoch) {
    show(
        model,
        weights,
        epoch,
        Optional.empty(),
        model == null ? ClassNames.DIGITS : ClassNames.numbered(model.spec().outputs()));
  }

  /** What the classes of the network are called. */
  ClassNames classes() {
    return classes;
  }

  /**
   * Shows a network.
   *
   * @param model null for none
   * @param weights of its run at the kept epochs
   * @param epoch of the model
   * @param origin what its run was trained on; empty where nobody knows
   * @param names of its classes
   */
  public void show(
      Model model, KeptWeights weights, int epoch, Optional<Provenance> origin, ClassNames names) {
    Model before = shown;
    classes = names;
    shown = model;
    if (model == null) {
      kept = KeptWeights.NONE;
      reading.set(null);
      dead.set(DeadUnits.UNKNOWN);
      history.set(WeightHistory.EMPTY);
      return;
    }
    boolean sameRun = weights.equals(kept);
    if (!sameRun) {
      history.set(WeightHistory.EMPTY);
      dead.set(DeadUnits.UNKNOWN);
    }
    kept = weights;
    if (before != model || reading.get() == null || reading.get().epoch() != epoch) {
      reader.run(() -> read(model, epoch));
      activity.run(() -> findDead(model, origin));
    }
    historian.run(() -> readHistory(weights));
  }

  private void read(Model model, int epoch) {
    WeightsReading now = WeightsReading.of(model, epoch);
    callbacks.execute(
        () -> {
          if (shown != null && (shown == model || shown.spec().equals(model.spec()))) {
            if (unit.get() == NONE) {
              unit.set(now.order(order.get())[0]);
            }
            unit.set(Math.min(unit.get(), now.units() - 1));
            layer.set(Math.min(layer.get(), now.layers().size() - 1));
            reading.set(now);
          }
        });
  }

  private void findDead(Model model, Optional<Provenance> origin) {
    try {
      TrainingData images = data.apply(origin);
      DigitSet read = images.test().first(Math.min(IMAGES, images.test().size()));
      DeadUnits found = new DeadUnits(LayerActivity.deadUnits(model, read), read.size());
      long steps = steps(model.config(), images.train().size());
      callbacks.execute(
          () -> {
            if (shown == model) {
              dead.set(found);
              stepsPerEpoch.set(steps);
            }
          });
    } catch (Problem unreadable) {
      tell(unreadable);
    }
  }

  /** Steps of an epoch, as near as the rounding of the split lets it be said. */
  private static long steps(TrainingConfig config, int images) {
    int limited = config.trainLimit() > 0 ? Math.min(config.trainLimit(), images) : images;
    int learnt = Math.max(1, (int) Math.round(limited * (1 - config.validation())));
    int batch = Math.max(1, config.batchSize().of(Math.max(learnt, limited)));
    return Math.max(1, (learnt + batch - 1L) / batch);
  }

  private void readHistory(KeptWeights weights) {
    try {
      histories
          .read(weights, historian::isOvertaken)
          .ifPresent(
              read ->
                  callbacks.execute(
                      () -> {
                        if (kept.equals(weights)) {
                          history.set(read);
                          problem.set(Optional.empty());
                        }
                      }));
    } catch (Problem unreadable) {
      tell(unreadable);
    }
  }

  /** Says why something could not be done; from any thread. */
  void tell(Problem unreadable) {
    callbacks.execute(() -> problem.set(Optional.of(unreadable)));
  }
}
