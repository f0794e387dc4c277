package digitstudio.ui.queue;

import digitstudio.experiment.DueData;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run of the queue, from its waiting to its end. */
public final class QueuedRun {
  /** Where it stands. */
  public enum State {
    WAITING,
    WITHOUT_DATA,
    TRAINING,
    FINISHED,
    STOPPED,
    DIVERGED,
    FAILED;

    boolean isOver() {
      return !waits() && this != TRAINING;
    }

    boolean waits() {
      return this == WAITING || this == WITHOUT_DATA;
    }
  }

  private final TrainingConfig config;
  private final String group;
  private final Sentence label;
  private final Consumer<RunSnapshot> told;
  private final OptionalLong kept;
  private final Optional<DueData> data;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private OptionalDouble accuracy = OptionalDouble.empty();
  private boolean held;
  private Optional<Problem> problem = Optional.empty();

  /**
   * @param group the sweep it belongs to; empty without
   * @param label what sets it apart from the others of its sweep
   * @param data what it learns from; empty for what is chosen when it begins
   * @param told of the run when it is over
   */
  QueuedRun(
      TrainingConfig config,
      String group,
      Sentence label,
      Optional<DueData> data,
      Consumer<RunSnapshot> told) {
    this(config, group, label, data, told, OptionalLong.empty());
  }

  private QueuedRun(
      TrainingConfig config,
      String group,
      Sentence label,
      Optional<DueData> data,
      Consumer<RunSnapshot> told,
      OptionalLong kept) {
    this.config = config;
    this.group = group;
    this.label = label;
    this.data = data;
    this.told = told;
    this.kept = kept;
  }

  /** A kept run that goes on from its checkpoint. */
  static QueuedRun resuming(RunSummary run) {
    return new QueuedRun(
        run.config(),
        run.group(),
        Sentence.of("queue.named", run.name()),
        Optional.empty(),
        end -> {},
        OptionalLong.of(run.id()));
  }

  /** The kept run that it goes on with; empty for one that begins. */
  public OptionalLong kept() {
    return kept;
  }

  /** What it learns from; empty for what is chosen when it begins. */
  public Optional<DueData> data() {
    return data;
  }

  /** Whether it waits for images that are not to be found. */
  public boolean isWithoutData() {
    return state() == State.WITHOUT_DATA;
  }

  public TrainingConfig config() {
    return config;
  }

  /** The sweep it belongs to; empty without. */
  public String group() {
    return group;
  }

  /** Whether what it makes of the test images is not to be seen until it is chosen. */
  public boolean isOfSweep() {
    return !group.isEmpty();
  }

  /** What sets it apart from the others of its sweep. */
  public Sentence label() {
    return label;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State state() {
    return state.get();
  }

  /** On the validation images, or on those learnt from where none are held out, once it is over. */
  public OptionalDouble accuracy() {
    return accuracy;
  }

  /** Whether the accuracy is that on validation images. */
  public boolean isHeldOut() {
    return held;
  }

  /** Why it diverged or failed. */
  public Optional<Problem> problem() {
    return problem;
  }

  void begin() {
    state.set(State.TRAINING);
  }

  /** Its images are not to be found: it waits on until they may be. */
  void waitForData(Problem missing) {
    problem = Optional.of(missing);
    state.set(State.WITHOUT_DATA);
  }

  /** Its images may be there again. */
  void tryAgain() {
    problem = Optional.empty();
    state.set(State.WAITING);
  }

  void end(RunSnapshot run) {
    run.result()
        .ifPresent(
            result -> {
              held = result.validation().isPresent();
              accuracy = OptionalDouble.of(result.validation().orElse(result.train()).accuracy());
            });
    problem = run.problem();
    state.set(state(run.state()));
    told.accept(run);
  }

  private static State state(RunState end) {
    return switch (end) {
      case FINISHED -> State.FINISHED;
      case STOPPED -> State.STOPPED;
      case DIVERGED -> State.DIVERGED;
      default -> State.FAILED;
    };
  }
}
