package digitstudio.ui.chart;

import digitstudio.report.chart.Span;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The part of an x axis that is seen. */
public final class AxisWindow {
  /** The closest look at an axis: this part of all of it. */
  private static final double CLOSEST = 1e-5;

  private final Supplier<Span> whole;
  private final ObjectProperty<Optional<Span>> seen =
      new SimpleObjectProperty<>(this, "seen", Optional.empty());

  /**
   * @param whole all of the axis
   */
  public AxisWindow(Supplier<Span> whole) {
    this.whole = whole;
  }

  /** The part that is seen; empty for all of it. */
  public ObjectProperty<Optional<Span>> seenProperty() {
    return seen;
  }

  /** The span that is seen. */
  public Span span() {
    return seen.get().orElseGet(whole);
  }

  /**
   * Looks closer, or less close.
   *
   * @param factor above 1 to look closer
   * @param around the place that stays where it is
   */
  public void zoom(double factor, double around) {
    Span now = span();
    double closest = whole.get().length() * CLOSEST;
    double bounded = Math.min(factor, now.length() / closest);
    show(now.zoom(bounded, now.nearest(around)));
  }

  /** Looks at a part, as far as there is one. */
  public void show(Span span) {
    Span all = whole.get();
    Span part = span.within(all);
    seen.set(part.equals(all) ? Optional.empty() : Optional.of(part));
  }

  /** Moves along by a share of what is seen. */
  public void pan(double share) {
    if (seen.get().isPresent()) {
      show(span().shift(share * span().length()));
    }
  }

  /** Moves so far that a place is seen, in the middle if it was not. */
  public void reveal(double place) {
    if (!span().contains(place)) {
      show(span().shift(place - (span().low() + span().high()) / 2));
    }
  }

  /** Shows all of it. */
  public void reset() {
    seen.set(Optional.empty());
  }
}
