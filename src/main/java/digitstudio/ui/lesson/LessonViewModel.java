package digitstudio.ui.lesson;

import digitstudio.experiment.Setting;
import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonProgress;
import digitstudio.lesson.LessonRun;
import digitstudio.lesson.LessonStep;
import digitstudio.text.Sentence;
import digitstudio.training.RunResult;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.SettingsViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The lesson that is open: what it keeps fixed in the form, and which of its steps are done. */
public final class LessonViewModel {
  private final SettingsViewModel settings;
  private final LessonMarks marks;
  private final ReadOnlyObjectWrapper<Lesson> lesson = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<OpenStep>> steps =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Set<Setting>> strayed = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Sentence> last = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty folded = new SimpleBooleanProperty();
  private final BooleanProperty answered = new SimpleBooleanProperty();
  private LessonProgress progress;
  private String name = "";

  /** What stood in the form before the lesson; null while none is open. */
  private String former;

  /**
   * @param settings the form
   * @param marks which steps were done before
   */
  public LessonViewModel(SettingsViewModel settings, LessonMarks marks) {
    this.settings = settings;
    this.marks = marks;
    settings.configProperty().addListener((change, before, now) -> compare(now));
  }

  /**
   * Opens a lesson: fills the form and keeps fixed what the lesson fixes.
   *
   * @param opened the lesson
   * @param called name of the sample or its file, under which its marks are kept
   */
  public void open(Lesson opened, String called) {
    if (former == null) {
      former = settings.content();
    }
    name = called;
    settings.history().settle();
    progress = new LessonProgress(opened);
    last.set(null);
    answered.set(false);
    folded.set(false);
    steps.set(steps(opened));
    settings.locks().release();
    settings.load(opened.config());
    settings
        .locks()
        .fix(
            opened.fixed(),
            language -> Sentence.of("lessons.fixedBy", opened.title().in(language)).in(language));
    lesson.set(opened);
    compare(settings.configProperty().get());
  }

  private List<OpenStep> steps(Lesson opened) {
    List<OpenStep> open = new ArrayList<>();
    Set<Integer> done = marks.done(name, opened);
    for (LessonStep step : opened.steps()) {
      OpenStep each = new OpenStep(step);
      each.doneProperty().set(done.contains(open.size()));
      each.doneProperty().addListener(change -> keepMarks());
      open.add(each);
    }
    return List.copyOf(open);
  }

  private void keepMarks() {
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < steps.get().size(); i++) {
      if (steps.get().get(i).doneProperty().get()) {
        done.add(i);
      }
    }
    if (lesson.get() != null) {
      marks.keep(name, lesson.get(), done);
    }
  }

  /** Ends the lesson and gives the form back as it was; the form's undo brings the lesson's. */
  public void end() {
    if (lesson.get() == null) {
      return;
    }
    lesson.set(null);
    steps.set(List.of());
    strayed.set(Set.of());
    last.set(null);
    settings.locks().release();
    settings.history().settle();
    settings.restore(former);
    former = null;
  }

  /** Fills the form with the lesson's settings again. */
  public void putBack() {
    if (lesson.get() != null) {
      settings.load(lesson.get().config());
    }
  }

  /** Begins anew: no step is done. */
  public void restart() {
    Lesson again = lesson.get();
    if (again != null) {
      marks.keep(name, again, List.of());
      open(again, name);
    }
  }

  private void compare(TrainingConfig now) {
    Lesson open = lesson.get();
    strayed.set(open == null || now == null ? Set.of() : open.strayed(now));
  }

  /** A run is over, whoever began it. */
  public void ran(RunResult result) {
    ran(LessonRun.of(result));
  }

  void ran(LessonRun run) {
    if (lesson.get() != null) {
      last.set(progress.ran(run));
      mark();
    }
  }

  /** What the network that was trained last makes of what is drawn. */
  public void drew(float[] probabilities) {
    if (lesson.get() != null && probabilities != null) {
      progress.drew(probabilities);
      mark();
    }
  }

  private void mark() {
    for (int i = 0; i < steps.get().size(); i++) {
      OpenStep step = steps.get().get(i);
      progress.reached(i).ifPresent(step::reach);
    }
  }

  /** What the next start finds in the form: not the lesson's settings, which end with it. */
  public String formToKeep() {
    return former == null ? settings.content() : former;
  }

  /** The lesson; null while none is open. */
  public ReadOnlyObjectProperty<Lesson> lessonProperty() {
    return lesson.getReadOnlyProperty();
  }

  /** Its steps, from the first on. */
  public ReadOnlyObjectProperty<List<OpenStep>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** Fixed settings that are not the lesson's, as after opening a model. */
  public ReadOnlyObjectProperty<Set<Setting>> strayedProperty() {
    return strayed.getReadOnlyProperty();
  }

  /** What the last run came to for the lesson; null before one. */
  public ReadOnlyObjectProperty<Sentence> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Whether only its title is shown. */
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /** Whether the answer is shown. */
  public BooleanProperty answeredProperty() {
    return answered;
  }
}
