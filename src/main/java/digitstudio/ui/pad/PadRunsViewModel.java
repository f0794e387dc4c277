package digitstudio.ui.pad;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.experiment.RunLabels;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What chosen runs make of the drawing, and what one of them made of it in its earlier epochs. */
public final class PadRunsViewModel {
  /** More columns could not be compared at a glance. */
  public static final int MOST_RUNS = 8;

  /** Chosen before the person has chosen. */
  private static final int FIRST_RUNS = 3;

  private static final int UNKNOWN = -1;

  private final PadRuns runs;
  private final ObservableValue<DigitImage> image;
  private final Executor worker;
  private final Executor callbacks;
  private final RunReaders readers;

  private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
  private final ObservableList<RunSummary> available = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<RunSummary>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", List.of());
  private final IntegerProperty truth = new SimpleIntegerProperty(this, "truth", UNKNOWN);
  private final ReadOnlyObjectWrapper<Optional<RunSummary>> courseRun =
      new ReadOnlyObjectWrapper<>(this, "courseRun", Optional.empty());
  private final IntegerProperty place = new SimpleIntegerProperty(this, "place");
  private final ReadOnlyObjectWrapper<List<RunReading>> readings =
      new ReadOnlyObjectWrapper<>(this, "readings", List.of());
  private final ReadOnlyObjectWrapper<Course> course =
      new ReadOnlyObjectWrapper<>(this, "course", Course.NONE);
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

  /** The newest question that the worker has not begun with. */
  private final AtomicReference<RunReaders.Question> waiting = new AtomicReference<>();

  private RunReaders.Question asked;
  private boolean chosenByHand;
  private boolean loading;
  private boolean stale;

  /**
   * @param image what the networks are shown, or null
   * @param worker reads and answers, one thing after the other
   * @param callbacks where it comes back: the thread that calls everything else here
   */
  public PadRunsViewModel(
      PadRuns runs, ObservableValue<DigitImage> image, Executor worker, Executor callbacks) {
    this.runs = runs;
    this.image = image;
    this.worker = worker;
    this.callbacks = callbacks;
    readers = new RunReaders(runs);
    image.addListener((change, before, now) -> ask());
    runs.addObserver(id -> callbacks.execute(this::reload));
    active.addListener((change, before, now) -> activate(now));
  }

  private void activate(boolean now) {
    if (now) {
      load();
      ask();
    } else {
      asked = null;
      worker.execute(readers::close);
    }
  }

  private void reload() {
    if (active.get()) {
      load();
    }
  }

  /** One reading at a time: what changes meanwhile is read after it. */
  private void load() {
    if (loading) {
      stale = true;
      return;
    }
    loading = true;
    stale = false;
    worker.execute(
        () -> {
          try {
            List<RunSummary> found = runs.runs();
            callbacks.execute(() -> show(found));
          } catch (Problem e) {
            callbacks.execute(() -> fail(e));
          }
        });
  }

  private void fail(Problem why) {
    loading = false;
    problem.set(Optional.of(why));
  }

  private void show(List<RunSummary> found) {
    loading = false;
    problem.set(Optional.empty());
    if (!found.equals(available)) {
      available.setAll(found);
    }
    List<RunSummary> stay = new ArrayList<>();
    for (RunSummary run : chosen.get()) {
      found.stream().filter(one -> one.id() == run.id()).findFirst().ifPresent(stay::add);
    }
    if (!chosenByHand) {
      stay = found.stream().limit(FIRST_RUNS).toList();
    }
    choose(stay);
    if (stale) {
      load();
    }
  }

  // Commands

  /** Chooses a run, unless there are {@link #MOST_RUNS} already, or lets it go. */
  public void choose(RunSummary run, boolean wanted) {
    chosenByHand = true;
    List<RunSummary> next = new ArrayList<>(chosen.get());
    boolean there = next.removeIf(one -> one.id() == run.id());
    if (wanted && (there || next.size() < MOST_RUNS)) {
      // In the order of the list, whatever the order of choosing.
      next.add(run);
      next =
          available.stream()
              .filter(one -> isIn(chosen.get(), one) || one.id() == run.id())
              .collect(Collectors.toCollection(ArrayList::new));
    }
    choose(next);
  }

  private void choose(List<RunSummary> next) {
    if (next.equals(chosen.get())) {
      return;
    }
    chosen.set(List.copyOf(next));
    Optional<RunSummary> follows =
        courseRun.get().flatMap(run -> next.stream().filter(one -> one.id() == run.id()).findAny());
    courseRun.set(follows.or(() -> next.stream().findFirst()));
    ask();
  }

  /** Whether a run is chosen. */
  public boolean isChosen(RunSummary run) {
    return isIn(chosen.get(), run);
  }

  private static boolean isIn(List<RunSummary> list, RunSummary run) {
    return list.stream().anyMatch(one -> one.id() == run.id());
  }

  /** Follows the epochs of one of the chosen runs. */
  public void follow(RunSummary run) {
    if (isChosen(run) && !courseRun.get().equals(Optional.of(run))) {
      courseRun.set(Optional.of(run));
      ask();
    }
  }

  private void ask() {
    if (!active.get()) {
      return;
    }
    asked =
        new RunReaders.Question(
            image.getValue(), chosen.get(), courseRun.get().map(RunSummary::id).orElse(0L));
    if (waiting.getAndSet(asked) == null) {
      worker.execute(this::answer);
    }
  }

  private void answer() {
    RunReaders.Question question = waiting.getAndSet(null);
    RunReaders.Answer answer = readers.answer(question);
    callbacks.execute(() -> show(question, answer));
  }

  private void show(RunReaders.Question question, RunReaders.Answer answer) {
    if (asked == null || !question.chosen().equals(asked.chosen())) {
      return;
    }
    boolean otherCourse =
        answer.course().run() != course.get().run()
            || !answer.course().epochs().equals(course.get().epochs());
    course.set(answer.course());
    if (otherCourse) {
      place.set(Math.max(0, answer.course().epochs().size() - 1));
    }
    readings.set(answer.readings());
  }

  // Properties

  /** Whether somebody looks; while nobody does, no network is kept in memory. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** Runs to choose from, the newest first. */
  public ObservableList<RunSummary> available() {
    return available;
  }

  /** The chosen runs, the newest first. */
  public ReadOnlyObjectProperty<List<RunSummary>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The digit that was meant, or -1 as long as that is not told. */
  public IntegerProperty truthProperty() {
    return truth;
  }

  /** The run whose epochs are followed. */
  public ReadOnlyObjectProperty<Optional<RunSummary>> courseRunProperty() {
    return courseRun.getReadOnlyProperty();
  }

  /** Which of the kept epochs is looked at, counted from 0. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** What each chosen run answers with its last weights. */
  ReadOnlyObjectProperty<List<RunReading>> readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /** What the followed run answers after each kept epoch. */
  ReadOnlyObjectProperty<Course> courseProperty() {
    return course.getReadOnlyProperty();
  }

  /** Why there are no runs to choose from. */
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What a run answers, after the epoch that is looked at if it is the run that is followed. */
  RunReading shown(RunReading reading) {
    Course followed = course.get();
    int at = place.get();
    boolean earlier =
        reading.run().id() == followed.run() && at >= 0 && at < followed.answers().size() - 1;
    return earlier
        ? new RunReading(
            reading.run(),
            followed.epochs().get(at),
            Optional.of(followed.answers().get(at)),
            Optional.empty())
        : reading;
  }

  /** The digit whose probability is followed: the one that was meant, else the one read at last. */
  int followedDigit() {
    return truth.get() >= 0 ? truth.get() : course.get().lastBest();
  }

  /** What sets a chosen run apart from the others. */
  Optional<Sentence> difference(RunSummary run) {
    return new RunLabels(chosen.get().stream().map(RunSummary::config).toList()).of(run.config());
  }

  /** What the first of the chosen runs tells apart; the digits while none is chosen. */
  ClassNames classes() {
    return chosenProperty().get().stream()
        .findFirst()
        .map(run -> run.data().classes())
        .orElse(ClassNames.DIGITS);
  }
}
