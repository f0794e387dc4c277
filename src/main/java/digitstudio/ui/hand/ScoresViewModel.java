package digitstudio.ui.hand;

import digitstudio.digits.DigitSet;
import digitstudio.experiment.Drawing;
import digitstudio.experiment.DrawingStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How well each kept run reads MNIST and a person's own hand, side by side, newest run first. */
public final class ScoresViewModel {
  private final HandScoring scoring;
  private final ObservableList<Drawing> drawings;
  private final Executor background;
  private final Executor callbacks;
  private final Consumer<Notice> told;
  private final ObservableList<HandScore> scores = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");

  /** Whether the rows are of drawings that have changed since. */
  private boolean stale;

  /** Number of the newest request: those before it are given up. */
  private final AtomicLong newest = new AtomicLong();

  /**
   * @param drawings what is read, followed as it changes
   * @param background works one thing after the other
   * @param callbacks where its results come back: the thread that calls everything else here
   * @param told tells the person
   */
  public ScoresViewModel(
      HandScoring scoring,
      ObservableList<Drawing> drawings,
      Executor background,
      Executor callbacks,
      Consumer<Notice> told) {
    this.scoring = scoring;
    this.drawings = drawings;
    this.background = background;
    this.callbacks = callbacks;
    this.told = told;
    drawings.addListener((javafx.beans.Observable change) -> refresh());
  }

  /** One row a run whose weights are kept, as far as they have been read. */
  public ObservableList<HandScore> scores() {
    return FXCollections.unmodifiableObservableList(scores);
  }

  /** Whether runs are still being read. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Reads again, as after another run was trained. */
  public void refresh() {
    long number = newest.incrementAndGet();
    working.set(!drawings.isEmpty());
    stale = true;
    if (drawings.isEmpty()) {
      replaceStale();
    } else {
      List<Drawing> now = List.copyOf(drawings);
      background.execute(() -> score(number, now));
    }
  }

  private void score(long number, List<Drawing> now) {
    try {
      if (number == newest.get()) {
        DigitSet all = DrawingStore.set(now);
        DigitSet heldOut = DrawingStore.set(now.stream().filter(Drawing::isHeldOut).toList());
        for (RunSummary run : scoring.runs()) {
          if (number != newest.get()) {
            return;
          }
          // What a run learnt from cannot tell how well it reads.
          boolean learnt = run.config().ownDrawings() > 0;
          if (learnt && heldOut.size() == 0) {
            continue;
          }
          scoring
              .score(run, learnt ? heldOut : all)
              .ifPresent(score -> callbacks.execute(() -> add(number, score)));
        }
      }
    } catch (Problem e) {
      told.accept(Notice.of(e));
    }
    callbacks.execute(() -> end(number));
  }

  private void add(long number, HandScore score) {
    if (number == newest.get()) {
      replaceStale();
      scores.add(score);
    }
  }

  /** The rows of the last time stay until there is something in their place. */
  private void replaceStale() {
    if (stale) {
      stale = false;
      scores.clear();
    }
  }

  private void end(long number) {
    if (number == newest.get()) {
      replaceStale();
      working.set(false);
    }
  }
}
