package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.DigitSet;
import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import digitstudio.digits.StrokeRasterizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * What is drawn on the pad, what the network is shown of it, and what it answers. The pad's side is
 * 1, its corner at the top left.
 */
public final class PadViewModel {
  /** Narrowest and widest pen, in hundredths of the pad's side, and the one to begin with. */
  public static final double THINNEST_PEN = 4;

  public static final double THICKEST_PEN = 14;

  /** Comes out as wide as MNIST's usual pen. */
  public static final double USUAL_PEN = 8;

  private final Predictions predictions;
  private final Executor worker;
  private final Executor callbacks;

  private final DoubleProperty penWidth = new SimpleDoubleProperty(this, "penWidth", USUAL_PEN);
  private final ReadOnlyObjectWrapper<List<Stroke>> strokes =
      new ReadOnlyObjectWrapper<>(this, "strokes", List.of());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyObjectWrapper<DigitImage> image =
      new ReadOnlyObjectWrapper<>(this, "image");
  private final ReadOnlyObjectWrapper<float[]> probabilities =
      new ReadOnlyObjectWrapper<>(this, "probabilities");
  private final ReadOnlyBooleanWrapper networkMissing =
      new ReadOnlyBooleanWrapper(this, "networkMissing");
  private final ReadOnlyBooleanWrapper networkDiverged =
      new ReadOnlyBooleanWrapper(this, "networkDiverged");
  private final BooleanBinding blank =
      Bindings.createBooleanBinding(() -> strokes.get().isEmpty(), strokes);
  private final IntegerBinding bestGuess =
      Bindings.createIntegerBinding(() -> largest(probabilities.get()), probabilities);

  /** What was on the pad before each thing that can be undone. */
  private final Deque<List<Stroke>> past = new ArrayDeque<>();

  /** Points of the stroke in the making, or null between strokes. */
  private List<Point> points;

  /** The newest drawing that the worker has not begun with. */
  private final AtomicReference<Drawing> waiting = new AtomicReference<>();

  private long drawn;
  private long shown;

  private record Drawing(long number, List<Stroke> strokes) {}

  /**
   * @param predictions reads the images
   * @param worker turns strokes into images
   * @param callbacks where those images come back: the thread that calls everything else here
   */
  public PadViewModel(Predictions predictions, Executor worker, Executor callbacks) {
    this.predictions = predictions;
    this.worker = worker;
    this.callbacks = callbacks;
  }

  // Properties

  /** Width of the pen, in hundredths of the pad's side, for the strokes to come. */
  public DoubleProperty penWidthProperty() {
    return penWidth;
  }

  /** Everything on the pad as it is to be painted, the stroke in the making last. */
  public ReadOnlyObjectProperty<List<Stroke>> strokesProperty() {
    return strokes.getReadOnlyProperty();
  }

  /** Whether nothing is on the pad. */
  public BooleanBinding blankBinding() {
    return blank;
  }

  /** Whether there is something to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** What the network sees, or null. */
  public ReadOnlyObjectProperty<DigitImage> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** Ten probabilities, or null when nothing is drawn or no network can answer. */
  public ReadOnlyObjectProperty<float[]> probabilitiesProperty() {
    return probabilities.getReadOnlyProperty();
  }

  /** The digit of the largest probability, or -1. */
  public IntegerBinding bestGuessBinding() {
    return bestGuess;
  }

  /** Whether something is drawn and there is no network to read it. */
  public ReadOnlyBooleanProperty networkMissingProperty() {
    return networkMissing.getReadOnlyProperty();
  }

  /** Whether the network's answer is no numbers any more. */
  public ReadOnlyBooleanProperty networkDivergedProperty() {
    return networkDiverged.getReadOnlyProperty();
  }

  // Commands

  /** Puts the pen down; a stroke that was not ended is kept. */
  public void beginStroke(double x, double y) {
    endStroke();
    remember();
    points = new ArrayList<>();
    points.add(new Point(x, y));
    List<Stroke> more = new ArrayList<>(strokes.get());
    more.add(stroke());
    draw(more);
  }

  /** Moves the pen; nothing happens while it is up. */
  public void extendStroke(double x, double y) {
    Point point = new Point(x, y);
    if (points == null || points.get(points.size() - 1).equals(point)) {
      return;
    }
    points.add(point);
    List<Stroke> longer = new ArrayList<>(strokes.get());
    longer.set(longer.size() - 1, stroke());
    draw(longer);
  }

  /** Lifts the pen. */
  public void endStroke() {
    points = null;
  }

  /** Takes back the last stroke, or the last clearing. */
  public void undo() {
    endStroke();
    if (!past.isEmpty()) {
      List<Stroke> before = past.pop();
      undoable.set(!past.isEmpty());
      draw(before);
    }
  }

  /** Empties the pad; {@link #undo()} brings it back. */
  public void clear() {
    endStroke();
    if (!strokes.get().isEmpty()) {
      remember();
      draw(List.of());
    }
  }

  /** Draws a little out of sight, so that the first stroke does not wait for code to be loaded. */
  public void warmUp() {
    List<Stroke> line = List.of(new Stroke(List.of(new Point(0, 0), new Point(1, 1)), 0.08));
    worker.execute(
        () -> {
          for (int i = 0; i < 20; i++) {
            DigitNormalizer.normalize(StrokeRasterizer.rasterize(line, 1, 1));
          }
        });
  }

  /** Asks again about what is on the pad, as after another model was opened. */
  public void refresh() {
    ask(image.get());
  }

  private Stroke stroke() {
    return new Stroke(points, penWidth.get() / 100).smoothed();
  }

  private void remember() {
    past.push(strokes.get());
    undoable.set(true);
  }

  private void draw(List<Stroke> now) {
    strokes.set(List.copyOf(now));
    drawn++;
    if (now.isEmpty()) {
      show(drawn, null);
    } else if (waiting.getAndSet(new Drawing(drawn, strokes.get())) == null) {
      worker.execute(this::work);
    }
  }

  private void work() {
    Drawing drawing = waiting.getAndSet(null);
    DigitImage seen =
        DigitNormalizer.normalize(StrokeRasterizer.rasterize(drawing.strokes(), 1, 1)).orElse(null);
    callbacks.execute(() -> show(drawing.number(), seen));
  }

  /** Shows an image unless a newer one, or the emptied pad, was shown before it came. */
  private void show(long number, DigitImage seen) {
    if (number > shown) {
      shown = number;
      image.set(seen);
      ask(seen);
    }
  }

  private void ask(DigitImage seen) {
    long asked = shown;
    if (seen == null) {
      answer(null);
    }
    predictions.predict(
        seen,
        answer -> {
          if (asked == shown && seen != null) {
            answer(answer);
          }
        });
  }

  private void answer(float[] answer) {
    boolean missing = answer != null && answer.length == 0;
    boolean diverged = answer != null && !isFinite(answer);
    networkMissing.set(missing);
    networkDiverged.set(diverged);
    probabilities.set(answer == null || missing || diverged ? null : answer.clone());
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static int largest(float[] probabilities) {
    if (probabilities == null) {
      return -1;
    }
    int best = 0;
    for (int digit = 1; digit < DigitSet.CLASSES; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
    }
    return best;
  }
}
