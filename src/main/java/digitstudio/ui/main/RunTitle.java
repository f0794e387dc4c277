package digitstudio.ui.main;

import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.Locale;
import java.util.function.LongSupplier;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The window's title, which the taskbar shows: how far a training is, and that one has ended while
 * nobody looked.
 */
public final class RunTitle {
  /** A run that takes longer is one that a person turns away from. */
  static final double LONG_SECONDS = 30;

  private static final double NANOS = 1e9;

  private final MainViewModel main;
  private final Texts texts;
  private final Quantities quantities;
  private final LongSupplier clock;
  private final BooleanProperty focused = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper endedUnseen = new ReadOnlyBooleanWrapper();
  private long begun;

  /**
   * @param clock nanoseconds since any moment
   */
  public RunTitle(MainViewModel main, Texts texts, LongSupplier clock) {
    this.main = main;
    this.texts = texts;
    this.quantities = new Quantities(texts);
    this.clock = clock;
    main.busyProperty()
        .addListener(
            (change, before, busy) -> {
              if (busy) {
                begun = clock.getAsLong();
              } else {
                end();
              }
            });
    focused.addListener(
        (change, before, seen) -> {
          if (seen) {
            endedUnseen.set(false);
          }
        });
  }

  private void end() {
    double seconds = (clock.getAsLong() - begun) / NANOS;
    RunSnapshot run = main.snapshotProperty().get();
    if (run == null || focused.get() || seconds < LONG_SECONDS) {
      return;
    }
    endedUnseen.set(true);
    // What went wrong is told already, and matters more.
    if (run.state() == RunState.FINISHED) {
      main.tell(Notice.information("title.ended", quantities.timeTaken(seconds)));
    }
  }

  /** Whether the window is the one that a person looks at. */
  public BooleanProperty focusedProperty() {
    return focused;
  }

  /** What stands in the title. */
  public StringBinding text() {
    return texts.binding(
        this::title,
        main.busyProperty(),
        main.snapshotProperty(),
        main.pausedProperty(),
        endedUnseen);
  }

  private String title() {
    String name = texts.get("window.title");
    RunSnapshot run = main.snapshotProperty().get();
    if (main.busyProperty().get()) {
      return texts.get(
          "title.named", run == null ? texts.get("window.preparing") : state(run), name);
    }
    return endedUnseen.get() && run != null ? texts.get("title.named", ending(run), name) : name;
  }

  private String state(RunSnapshot run) {
    return switch (run.state()) {
      case PREPARING -> texts.get("window.preparing");
      case PAUSED -> texts.get("title.paused", percent(run));
      case EVALUATING -> texts.get("window.evaluating");
      default ->
          Double.isFinite(run.secondsLeft())
              ? texts.get("title.left", percent(run), clockTime(run.secondsLeft()))
              : percent(run);
    };
  }

  private String ending(RunSnapshot run) {
    return switch (run.state()) {
      case FINISHED -> texts.get("title.finished");
      case DIVERGED -> texts.get("title.diverged");
      case FAILED -> texts.get("window.failed");
      default -> texts.get("title.stopped");
    };
  }

  private String percent(RunSnapshot run) {
    return texts.get("window.percent", quantities.count((long) (run.progress() * 100)));
  }

  /** 3:10, or 1:03:10: in a taskbar there is no room for units. */
  static String clockTime(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    long hours = whole / 3600;
    String rest = String.format(Locale.ROOT, "%d:%02d", whole / 60 % 60, whole % 60);
    return hours == 0
        ? rest
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
  }
}
