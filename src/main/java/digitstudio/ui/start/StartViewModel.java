package digitstudio.ui.start;

import digitstudio.lesson.Lesson;
import digitstudio.lesson.SampleLessons;
import digitstudio.ui.lesson.LessonMarks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the start page offers, and whether it is shown at every start. */
public final class StartViewModel {
  private static final String SEEN = "startSeen";
  private static final String ALWAYS = "startAlways";

  /**
   * A lesson that comes with the program.
   *
   * @param name under which its marks are kept
   * @param lesson what it says
   * @param done how many of its steps were done
   */
  public record Sample(String name, Lesson lesson, int done) {}

  /** What the page leads to. */
  public interface Ways {
    /** Trains the first network. */
    void train();

    /** Asks for a lesson file and opens it. */
    void openLessonFile();

    /** Leads to the drawing pad. */
    void draw();

    /** Explains the controls. */
    void help();

    /** Opens a file that was opened before. */
    void open(Path file);
  }

  private final Preferences preferences;
  private final LessonMarks marks;
  private final Executor reading;
  private final Executor window;
  private final Ways ways;
  private final BiConsumer<Lesson, String> lessons;
  private final ObservableList<Path> recent;
  private final BooleanProperty always = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<Sample>> samples =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * @param preferences where is kept whether the page is shown
   * @param reading reads the lessons, which takes longer than the window may
   * @param window where they are heard of
   * @param lessons opens a lesson of a name
   * @param recent files opened last
   */
  public StartViewModel(
      Preferences preferences,
      LessonMarks marks,
      Executor reading,
      Executor window,
      Ways ways,
      BiConsumer<Lesson, String> lessons,
      ObservableList<Path> recent) {
    this.preferences = preferences;
    this.marks = marks;
    this.reading = reading;
    this.window = window;
    this.ways = ways;
    this.lessons = lessons;
    this.recent = FXCollections.unmodifiableObservableList(recent);
    always.set(preferences.getBoolean(ALWAYS, false));
    always.addListener((change, before, now) -> preferences.putBoolean(ALWAYS, now));
  }

  /** Whether the window opens with the page: at the first start, and whenever that is wished. */
  public static boolean isWanted(Preferences preferences) {
    return preferences.getBoolean(ALWAYS, false) || !preferences.getBoolean(SEEN, false);
  }

  /** Reads the lessons, with what was done of them by now; the page was seen. */
  public void show() {
    preferences.putBoolean(SEEN, true);
    reading.execute(
        () -> {
          List<Sample> read = new ArrayList<>();
          for (String name : SampleLessons.names()) {
            Lesson lesson = SampleLessons.named(name);
            read.add(new Sample(name, lesson, marks.done(name, lesson).size()));
          }
          window.execute(() -> samples.set(List.copyOf(read)));
        });
  }

  /** Opens a lesson. */
  public void open(Sample sample) {
    lessons.accept(sample.lesson(), sample.name());
  }

  /** Opens the first lesson of which something is left to do; the first of all if none is. */
  public void openNext() {
    List<Sample> all = samples.get();
    all.stream()
        .filter(sample -> sample.done() < sample.lesson().steps().size())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .ifPresent(this::open);
  }

  public Ways ways() {
    return ways;
  }

  /** Files opened last, the newest first. */
  public ObservableList<Path> recent() {
    return recent;
  }

  /** Whether every start shows the page. */
  public BooleanProperty alwaysProperty() {
    return always;
  }

  /** The lessons; none until they are read. */
  public ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
    return samples.getReadOnlyProperty();
  }
}
