package digitstudio.ui.hand;

import digitstudio.digits.ClassNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Asks for ten of each digit in an order that cannot be foreseen, so that no hand falls into a
 * rhythm.
 */
public final class GuidedSession {
  /** Drawings of each digit. */
  public static final int OF_EACH = 10;

  /** No digit is asked for. */
  public static final int NONE = -1;

  private final Random random;
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper target = new ReadOnlyIntegerWrapper(this, "target", NONE);
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done");

  /**
   * @param random shuffles the digits
   */
  public GuidedSession(Random random) {
    this.random = random;
  }

  /** The digit that is asked for, or {@link #NONE} outside of a session. */
  public ReadOnlyIntegerProperty targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** Drawings that are done of {@link #total()}. */
  public ReadOnlyIntegerProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  public static int total() {
    return OF_EACH * ClassNames.DIGITS.count();
  }

  public boolean isRunning() {
    return target.get() != NONE;
  }

  /** Begins anew. */
  public void start() {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < total(); i++) {
      digits.add(i % ClassNames.DIGITS.count());
    }
    Collections.shuffle(digits, random);
    wanted.clear();
    wanted.addAll(digits);
    done.set(0);
    target.set(wanted.peek());
  }

  /** The digit that was asked for is drawn; the last one ends the session. */
  public void drawn() {
    if (isRunning()) {
      wanted.remove();
      done.set(done.get() + 1);
      target.set(wanted.isEmpty() ? NONE : wanted.peek());
    }
  }

  /** Leaves the digit for the end. */
  public void skip() {
    if (isRunning()) {
      wanted.add(wanted.remove());
      target.set(wanted.peek());
    }
  }

  /** Ends the session; what was drawn is kept. */
  public void stop() {
    wanted.clear();
    target.set(NONE);
  }
}
