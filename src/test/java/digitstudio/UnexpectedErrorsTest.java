package digitstudio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors that nobody caught are told, but not over and over. */
class UnexpectedErrorsTest {
  private final List<Throwable> shown = new ArrayList<>();
  private final UnexpectedErrors errors = new UnexpectedErrors(shown::add);

  private static RuntimeException failure(String method, int line) {
    RuntimeException failure = new IllegalStateException("no");
    failure.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("Form", method, "Form.java", line)});
    return failure;
  }

  private void happens(Throwable error) {
    errors.uncaughtException(Thread.currentThread(), error);
  }

  @Test
  void theSameErrorOfEveryFrameIsShownOnce() {
    RuntimeException first = failure("paint", 12);
    happens(first);
    happens(failure("paint", 12));
    happens(failure("paint", 12));
    assertEquals(List.of(first), shown);
  }

  @Test
  void anotherErrorIsShownToo() {
    happens(failure("paint", 12));
    happens(failure("read", 40));
    assertEquals(2, shown.size());
  }

  @Test
  void aFloodOfDifferentErrorsEndsInTheLogAlone() {
    for (int line = 1; line <= 1000; line++) {
      happens(failure("paint", line));
    }
    assertEquals(10, shown.size());
  }

  @Test
  void anErrorWithoutATraceIsShown() {
    // As Java throws them where one place fails very often.
    RuntimeException bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);
    happens(bare);
    assertEquals(List.of(bare), shown);
  }

  @Test
  void aDialogThatFailsHidesNothing() {
    UnexpectedErrors clumsy =
        new UnexpectedErrors(
            error -> {
              throw new IllegalStateException("no window");
            });
    RuntimeException error = failure("paint", 12);
    assertDoesNotThrow(() -> clumsy.uncaughtException(Thread.currentThread(), error));
    assertEquals("no window", error.getSuppressed()[0].getMessage());
  }
}
