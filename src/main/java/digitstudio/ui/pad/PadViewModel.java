package digitstudio.ui.pad;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitStep;
import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

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
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private final ReadOnlyObjectWrapper<Set<DigitStep>> steps =
      new ReadOnlyObjectWrapper<>(this, "steps", Set.copyOf(DigitStep.all()));
  private final BooleanProperty closely = new SimpleBooleanProperty(this, "closely");
  private final ReadOnlyObjectWrapper<Optional<StagePictures>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", Optional.empty());
  private final ReadOnlyObjectWrapper<DigitImage> image =
      new ReadOnlyObjectWrapper<>(this, "image");
  private final ReadOnlyObjectWrapper<float[]> probabilities =
      new ReadOnlyObjectWrapper<>(this, "probabilities");
  private final ReadOnlyObjectWrapper<float[]> wholeProbabilities =
      new ReadOnlyObjectWrapper<>(this, "wholeProbabilities");
  private final ReadOnlyObjectWrapper<Map<DigitStep, float[]>> effects =
      new ReadOnlyObjectWrapper<>(this, "effects", Map.of());
  private final ReadOnlyBooleanWrapper networkMissing =
      new ReadOnlyBooleanWrapper(this, "networkMissing");
  private final ReadOnlyBooleanWrapper networkDiverged =
      new ReadOnlyBooleanWrapper(this, "networkDiverged");
  private final StringProperty answerer = new SimpleStringProperty(this, "answerer", "");
  private final BooleanBinding blank =
      Bindings.createBooleanBinding(() -> strokes.get().isEmpty(), strokes);
  private final ObjectProperty<ClassNames> classes =
      new SimpleObjectProperty<>(this, "classes", ClassNames.DIGITS);

  private final IntegerBinding bestGuess =
      Bindings.createIntegerBinding(() -> largest(probabilities.get()), probabilities);

  /** What was on the pad before each thing that can be undone. */
  private final Deque<List<Stroke>> past = new ArrayDeque<>();

  /** What was undone since something was last drawn. */
  private final Deque<List<Stroke>> future = new ArrayDeque<>();

  /** Points of the stroke in the making, or null between strokes. */
  private List<Point> points;

  /** The newest drawing that the worker has not begun with. */
  private final AtomicReference<Drawing> waiting = new AtomicReference<>();

  private long drawn;
  private long shown;
  private SeenDrawing seen = SeenDrawing.NOTHING;

  private record Drawing(
      long number, List<Stroke> strokes, Set<DigitStep> steps, boolean closely) {}

  /**
   * @param predictions reads the images
   * @param worker turns strokes into images
   * @param callbacks where those images come back: the thread that calls everything else here
   */
  public PadViewModel(Predictions predictions, Executor worker, Executor callbacks) {
    this.predictions = predictions;
    this.worker = worker;
    this.callbacks = callbacks;
    closely.addListener((observable, before, now) -> draw(strokes.get()));
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

  /** Whether there is something undone to bring back. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** What is done to a drawing before the network sees it: everything, unless chosen otherwise. */
  public ReadOnlyObjectProperty<Set<DigitStep>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** Whether each step's effect is looked at too. */
  public BooleanProperty closelyProperty() {
    return closely;
  }

  /** The drawing on its way to the network; empty unless it is looked at closely. */
  ReadOnlyObjectProperty<Optional<StagePictures>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** What the network sees, or null. */
  public ReadOnlyObjectProperty<DigitImage> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** Ten probabilities, or null when nothing is drawn or no network can answer. */
  public ReadOnlyObjectProperty<float[]> probabilitiesProperty() {
    return probabilities.getReadOnlyProperty();
  }

  /** Ten probabilities of the drawing with all steps done, or null. */
  public ReadOnlyObjectProperty<float[]> wholeProbabilitiesProperty() {
    return wholeProbabilities.getReadOnlyProperty();
  }

  /**
   * For each step the ten probabilities with that one chosen otherwise; empty unless they are
   * looked at closely and a network can answer.
   */
  public ReadOnlyObjectProperty<Map<DigitStep, float[]>> effectsProperty() {
    return effects.getReadOnlyProperty();
  }

  /** The digit of the largest probability, or -1. */
  public ObjectProperty<ClassNames> classesProperty() {
    return classes;
  }

  public IntegerBinding bestGuessBinding() {
    return bestGuess;
  }

  /** File or run whose network answers; empty for the one trained last or in training. */
  public StringProperty answererProperty() {
    return answerer;
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
      future.push(strokes.get());
      go(past.pop());
    }
  }

  /** Brings back what was last undone. */
  public void redo() {
    endStroke();
    if (!future.isEmpty()) {
      past.push(strokes.get());
      go(future.pop());
    }
  }

  private void go(List<Stroke> there) {
    undoable.set(!past.isEmpty());
    redoable.set(!future.isEmpty());
    draw(there);
  }

  /** Does a step, or leaves it out. */
  public void choose(DigitStep step, boolean done) {
    EnumSet<DigitStep> chosen = EnumSet.noneOf(DigitStep.class);
    chosen.addAll(steps.get());
    if (done ? chosen.add(step) : chosen.remove(step)) {
      steps.set(Set.copyOf(chosen));
      draw(strokes.get());
    }
  }

  /** Does all steps again. */
  public void chooseAllSteps() {
    if (steps.get().size() < DigitStep.values().length) {
      steps.set(Set.copyOf(DigitStep.all()));
      draw(strokes.get());
    }
  }

  /** Puts a drawing in the place of the pad's; {@link #undo()} brings that back. */
  public void replace(List<Stroke> drawing) {
    endStroke();
    remember();
    draw(drawing);
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
            SeenDrawing.of(line, DigitStep.all(), i % 2 == 0);
          }
        });
  }

  /** Asks again about what is on the pad, as after another model was opened. */
  public void refresh() {
    ask();
  }

  private Stroke stroke() {
    return new Stroke(points, penWidth.get() / 100).smoothed();
  }

  private void remember() {
    past.push(strokes.get());
    future.clear();
    undoable.set(true);
    redoable.set(false);
  }

  private void draw(List<Stroke> now) {
    strokes.set(List.copyOf(now));
    drawn++;
    if (now.isEmpty()) {
      show(drawn, SeenDrawing.NOTHING);
    } else if (waiting.getAndSet(new Drawing(drawn, strokes.get(), steps.get(), closely.get()))
        == null) {
      worker.execute(this::work);
    }
  }

  private void work() {
    Drawing drawing = waiting.getAndSet(null);
    SeenDrawing made = SeenDrawing.of(drawing.strokes(), drawing.steps(), drawing.closely());
    callbacks.execute(() -> show(drawing.number(), made));
  }

  /** Shows a drawing unless a newer one, or the emptied pad, was shown before it came. */
  private void show(long number, SeenDrawing made) {
    if (number > shown) {
      shown = number;
      seen = made;
      pictures.set(made.pictures());
      image.set(made.image());
      ask();
    }
  }

  private void ask() {
    SeenDrawing asked = seen;
    List<DigitImage> images = asked.images();
    if (images.isEmpty()) {
      answer(asked, List.of());
      networkMissing.set(false);
    }
    predictions.predict(
        images,
        answers -> {
          if (asked == seen && !images.isEmpty()) {
            answer(asked, answers);
          }
        });
  }

  private void answer(SeenDrawing asked, List<float[]> answers) {
    boolean diverged = !answers.isEmpty() && !isFinite(answers.get(0));
    networkMissing.set(answers.isEmpty());
    networkDiverged.set(diverged);
    boolean known = !answers.isEmpty() && !diverged;
    // What the bars are compared with comes first: a change of their own paints them.
    wholeProbabilities.set(known ? answers.get(1).clone() : null);
    effects.set(known ? asked.effects(answers) : Map.of());
    probabilities.set(known ? answers.get(0).clone() : null);
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  static int largest(float[] probabilities) {
    if (probabilities == null) {
      return -1;
    }
    int best = 0;
    for (int digit = 1; digit < probabilities.length; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
    }
    return best;
  }
}
