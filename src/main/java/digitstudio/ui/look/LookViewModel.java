package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.RunImages.Part;
import digitstudio.training.StopSignal;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is looked at: the run, the epoch, the part of its images, one of them, and perhaps a second
 * run. What the epochs left is shown at once; what has to be computed follows from a worker, the
 * newest wish first.
 */
public final class LookViewModel {
  /** What there is to see. */
  public enum State {
    LOADING,
    /** No run was ever kept. */
    EMPTY,
    READY,
    /** The store could not be read. */
    FAILED
  }

  private static final Logger LOG = LoggerFactory.getLogger(LookViewModel.class);

  private final LookLibrary library;
  private final Executor work;
  private final Executor callbacks;
  private final Texts texts;
  private final LookReader reader;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<RunSummary> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunSummary> other = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", null);
  private final ObservableList<Part> parts = FXCollections.observableArrayList();
  private final IntegerProperty epoch = new SimpleIntegerProperty(this, "epoch", 1);
  private final ReadOnlyObjectWrapper<Course> course = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ConfusionMatrix> confusion = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunPair> pair = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Integer> image = new SimpleObjectProperty<>(this, "image", null);
  private final ReadOnlyObjectWrapper<LookSubject> subject = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty keptEpochs = new SimpleIntegerProperty(this, "keptEpochs", -1);
  private final BooleanProperty watching = new SimpleBooleanProperty(this, "watching", false);

  private final AtomicBoolean due = new AtomicBoolean();
  private boolean observed;
  private boolean chosenByHand;
  private long wanted;
  private long asked;
  private StopSignal signal = new StopSignal();

  /**
   * @param work where the library is called and images are read, one call after the other
   * @param callbacks brings the outcome back, in the window with its next frame
   */
  public LookViewModel(LookLibrary library, Executor work, Executor callbacks, Texts texts) {
    this.library = library;
    this.work = work;
    this.callbacks = callbacks;
    this.texts = texts;
    reader = new LookReader(library);
    epoch.addListener(change -> showEpoch());
    part.addListener(change -> showEpoch());
    image.addListener(change -> showSubject());
    watching.addListener(
        change -> {
          if (watching.get()) {
            load();
          }
        });
  }

  // Runs

  /** Looks at a run. */
  public void open(long id) {
    chosenByHand = true;
    wanted = id;
    load();
  }

  /** Puts a second run beside; null for none. */
  public void compareWith(RunSummary second) {
    other.set(second);
    pair.set(null);
    compute();
  }

  /** Reads the runs, and what changed of the one that is looked at. */
  public void load() {
    if (!observed) {
      observed = true;
      library.addObserver(id -> changed());
    }
    if (!due.compareAndSet(false, true)) {
      return;
    }
    long id = wanted;
    boolean any = !chosenByHand;
    run(
        () -> {
          due.set(false);
          List<RunSummary> all = library.runs();
          Optional<RunSummary> found = find(all, id, any);
          Optional<Course> read =
              found.isEmpty() ? Optional.empty() : Course.read(library, found.get().id());
          int kept = library.keptEpochs();
          callbacks.execute(() -> show(all, read, kept));
        },
        failure -> {
          problem.set(failure);
          state.set(State.FAILED);
        });
  }

  /** On any thread. */
  private void changed() {
    callbacks.execute(
        () -> {
          if (watching.get()) {
            load();
          }
        });
  }

  /** The wanted run; the newest if none is wanted, if it is gone, or if it goes on. */
  private static Optional<RunSummary> find(List<RunSummary> all, long id, boolean any) {
    Optional<RunSummary> newest = all.stream().filter(one -> one.epochs() > 0).findFirst();
    boolean goesOn = newest.isPresent() && !newest.get().state().isOver();
    if (any && goesOn) {
      return newest;
    }
    return all.stream().filter(one -> one.id() == id).findFirst().or(() -> newest);
  }

  private void show(List<RunSummary> all, Optional<Course> read, int kept) {
    if (wanted != 0 && chosenByHand && read.isPresent() && read.get().run().id() != wanted) {
      boolean stillThere = all.stream().anyMatch(one -> one.id() == wanted);
      if (stillThere) {
        // Another was chosen meanwhile, and is on its way.
        load();
        return;
      }
    }
    keptEpochs.set(kept);
    if (!named(runs).equals(named(all))) {
      runs.setAll(all);
    }
    if (read.isEmpty()) {
      run.set(null);
      course.set(null);
      clear();
      state.set(State.EMPTY);
      return;
    }
    Course before = course.get();
    Course now = read.get();
    boolean another = before == null || before.run().id() != now.run().id();
    boolean following = another || epoch.get() == before.lastEpoch();
    wanted = now.run().id();
    course.set(now);
    run.set(now.run());
    if (other.get() != null && all.stream().noneMatch(one -> one.id() == other.get().id())) {
      other.set(null);
    }
    if (another) {
      clear();
      parts.setAll(
          now.holdsOut()
              ? List.of(Part.VALIDATION, Part.TRAIN, Part.TEST)
              : List.of(Part.TRAIN, Part.TEST));
      part.set(null);
    }
    state.set(State.READY);
    if (part.get() == null) {
      part.set(parts.get(0));
    }
    if (following) {
      epoch.set(now.lastEpoch());
    }
    showEpoch();
  }

  /** What of the runs is seen in a list: it need not change with every epoch. */
  private static List<List<Object>> named(List<RunSummary> all) {
    return all.stream()
        .map(one -> List.<Object>of(one.id(), one.name(), one.state().isOver()))
        .toList();
  }

  private void clear() {
    reading.set(null);
    pair.set(null);
    confusion.set(null);
    image.set(null);
    subject.set(null);
  }

  // Epochs

  private void showEpoch() {
    Course shown = course.get();
    if (shown == null || part.get() == null) {
      return;
    }
    Optional<ConfusionMatrix> kept = shown.confusion(epoch.get(), part.get());
    Reading now = reading.get();
    boolean fits = now != null && now.run() == shown.run().id() && now.part() == part.get();
    if (!fits) {
      reading.set(null);
      pair.set(null);
      image.set(null);
    }
    confusion.set(kept.orElse(fits ? now.confusion() : null));
    compute();
  }

  /** Computes what the newest choice needs; what is still computed for one before is given up. */
  private void compute() {
    Course shown = course.get();
    Part chosen = part.get();
    if (shown == null || chosen == null) {
      return;
    }
    signal.stop();
    StopSignal stop = new StopSignal();
    signal = stop;
    long number = ++asked;
    int at = epoch.get();
    RunSummary second = other.get();
    busy.set(true);
    run(
        () -> {
          if (stop.isStopped()) {
            return;
          }
          Optional<Reading> read = reader.read(shown, at, chosen, stop);
          read.ifPresent(found -> callbacks.execute(() -> show(found, number, second == null)));
          if (read.isPresent() && second != null) {
            pairWith(second, read.get(), chosen, stop)
                .ifPresent(found -> callbacks.execute(() -> show(found, number)));
          }
        },
        failure -> {
          if (number == asked) {
            busy.set(false);
            reading.set(null);
            pair.set(null);
            problem.set(failure);
            subject.set(null);
          }
        });
  }

  private Optional<RunPair> pairWith(
      RunSummary second, Reading first, Part chosen, StopSignal stop) {
    Course beside =
        Course.read(library, second.id())
            .orElseThrow(() -> new Problem("look.noWeights", second.name()));
    if (chosen == Part.VALIDATION && !beside.holdsOut()) {
      throw new Problem("look.noCommon", first.name(), second.name());
    }
    Optional<RunPair> found =
        reader
            .read(beside, beside.lastEpoch(), chosen, stop)
            .map(other -> new RunPair(first, other));
    if (found.isPresent() && found.get().size() == 0) {
      throw new Problem("look.noCommon", first.name(), second.name());
    }
    return found;
  }

  private void show(Reading read, long number, boolean done) {
    if (number != asked) {
      return;
    }
    busy.set(!done);
    problem.set(null);
    if (reading.get() != read) {
      reading.set(read);
    }
    Course shown = course.get();
    if (shown.confusion(epoch.get(), part.get()).isEmpty()) {
      confusion.set(read.confusion());
    }
    showSubject();
  }

  private void show(RunPair found, long number) {
    if (number == asked) {
      busy.set(false);
      pair.set(found);
    }
  }

  private void showSubject() {
    Reading now = reading.get();
    if (now == null) {
      subject.set(null);
      return;
    }
    Optional<LookImage> chosen = Optional.ofNullable(image.get()).map(now::image);
    LookSubject next =
        new LookSubject(
            now.name(),
            now.model(),
            course.get().weights(),
            now.epoch(),
            chosen,
            course.get().details().provenance());
    if (!next.equals(subject.get())) {
      subject.set(next);
    }
  }

  // Work

  private void run(Runnable task, Consumer<Problem> failed) {
    work.execute(
        () -> {
          try {
            task.run();
          } catch (Problem e) {
            callbacks.execute(() -> failed.accept(e));
          } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.error("A run could not be looked into", e);
            Problem unknown = new Problem(e, "look.failed", e.toString());
            callbacks.execute(() -> failed.accept(unknown));
          }
        });
  }

  /** Chooses at how many epochs the weights of new runs are kept. */
  public void keepEpochs(int epochs) {
    if (epochs == keptEpochs.get()) {
      return;
    }
    keptEpochs.set(epochs);
    run(() -> library.keepEpochs(epochs), problem::set);
  }

  // Properties

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why something cannot be seen; null if nothing is amiss. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** All runs, the newest first. */
  public ObservableList<RunSummary> runs() {
    return runs;
  }

  /** The run that is looked at; null if there is none. */
  public ReadOnlyObjectProperty<RunSummary> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The run beside it; null without. */
  public ReadOnlyObjectProperty<RunSummary> otherProperty() {
    return other.getReadOnlyProperty();
  }

  /** The parts that the run has. */
  public ObservableList<Part> parts() {
    return parts;
  }

  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /** Counted from 1. */
  public IntegerProperty epochProperty() {
    return epoch;
  }

  ReadOnlyObjectProperty<Course> courseProperty() {
    return course.getReadOnlyProperty();
  }

  /** What the digits are read as; null as long as that is not known. */
  public ReadOnlyObjectProperty<ConfusionMatrix> confusionProperty() {
    return confusion.getReadOnlyProperty();
  }

  /** Every answer; null as long as they are computed, or if they cannot be. */
  ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The answers beside those of the second run; null without. */
  ReadOnlyObjectProperty<RunPair> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Whether answers are computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Place of the chosen image in the reading; null for none. */
  public ObjectProperty<Integer> imageProperty() {
    return image;
  }

  /** What the pages look at; null for nothing. */
  public ReadOnlyObjectProperty<LookSubject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** At how many epochs the weights of new runs are kept; -1 before that is known. */
  public IntegerProperty keptEpochsProperty() {
    return keptEpochs;
  }

  /** Whether anybody sees it: only then does it follow what changes. */
  public BooleanProperty watchingProperty() {
    return watching;
  }

  public Texts texts() {
    return texts;
  }

  /** A sentence that speaks of digits, or of classes where the run tells others apart. */
  String say(String key, Object... arguments) {
    return texts.get(ofClasses(classes(), key), arguments);
  }

  /** The same, following the language and the run. */
  StringBinding said(String key) {
    return texts.binding(() -> say(key), courseProperty());
  }

  /** The key of what is said of such classes in the place of digits. */
  static String ofClasses(ClassNames classes, String key) {
    return classes.areDigits() ? key : key + ".ofClass";
  }

  /** What the shown run tells apart; the digits while there is none. */
  ClassNames classes() {
    Course shown = courseProperty().get();
    return shown == null ? ClassNames.DIGITS : shown.run().data().classes();
  }
}
