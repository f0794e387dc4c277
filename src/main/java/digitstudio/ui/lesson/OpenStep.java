package digitstudio.ui.lesson;

import digitstudio.lesson.LessonStep;
import digitstudio.text.Sentence;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A step of the lesson that is open: whether it is done, and by what. */
public final class OpenStep {
  private final LessonStep step;
  private final BooleanProperty done = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Sentence> evidence = new ReadOnlyObjectWrapper<>();

  OpenStep(LessonStep step) {
    this.step = step;
  }

  public LessonStep step() {
    return step;
  }

  /** Whether the person ticks it off, as no run can show it. */
  public boolean isByHand() {
    return step.goal().isEmpty();
  }

  void reach(Sentence by) {
    if (evidence.get() == null) {
      evidence.set(by);
    }
    done.set(true);
  }

  public BooleanProperty doneProperty() {
    return done;
  }

  /** What reached its goal; null if nothing did, or if that was before the lesson was opened. */
  public ReadOnlyObjectProperty<Sentence> evidenceProperty() {
    return evidence.getReadOnlyProperty();
  }
}
