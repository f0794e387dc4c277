package digitstudio.ui.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What stood in the form before each change. What is typed into one field without leaving it is one
 * change.
 */
public final class FormHistory {
  private static final int MOST_STEPS = 200;

  private final Consumer<FormSnapshot> filling;
  private final Deque<FormSnapshot> past = new ArrayDeque<>();
  private final Deque<FormSnapshot> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private FormSnapshot now;

  /** The field that is being typed into; null between fields. */
  private String typing;

  private boolean filled;

  /**
   * @param filling puts into the form what stood there
   */
  FormHistory(Consumer<FormSnapshot> filling) {
    this.filling = filling;
  }

  /** Tells what stands in the form after a change. */
  void changed(FormSnapshot after) {
    if (filled || after.equals(now)) {
      return;
    }
    if (now != null) {
      String field = after.onlyTextChanged(now);
      if (field == null || !field.equals(typing)) {
        push(past, now);
      }
      typing = field;
      future.clear();
    }
    now = after;
    tell();
  }

  /** Ends what is being typed: the next letter begins another change. */
  public void settle() {
    typing = null;
  }

  /** Puts back what stood in the form before the last change. */
  public void undo() {
    go(past, future);
  }

  /** Makes the change again that was last taken back. */
  public void redo() {
    go(future, past);
  }

  private void go(Deque<FormSnapshot> from, Deque<FormSnapshot> to) {
    if (from.isEmpty()) {
      return;
    }
    push(to, now);
    now = from.pop();
    typing = null;
    filled = true;
    filling.accept(now);
    filled = false;
    tell();
  }

  private static void push(Deque<FormSnapshot> steps, FormSnapshot step) {
    steps.push(step);
    if (steps.size() > MOST_STEPS) {
      steps.removeLast();
    }
  }

  private void tell() {
    undoable.set(!past.isEmpty());
    redoable.set(!future.isEmpty());
  }

  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }
}
