package digitstudio.ui.inside;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.nn.InputGradient.Target;
import digitstudio.report.weights.ImageFlow.Place;
import digitstudio.text.Problem;
import digitstudio.training.ImageReader;
import digitstudio.training.ImageReading;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.TrainingData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One image, painted on at will, and what a network makes of it. */
public final class OneImageViewModel {
  /** Explains the class that the network gives, whichever that is. */
  static final int WINNER = -1;

  private static final int LINKS = 12;
  private static final int MOST_UNDO = 200;

  private final Function<Optional<Provenance>, TrainingData> data;
  private final Executor callbacks;
  private final NewestOnly worker;
  private final NewestOnly opener;

  private final ReadOnlyObjectWrapper<DigitImage> image =
      new ReadOnlyObjectWrapper<>(this, "image");
  private final ReadOnlyObjectWrapper<OneImage> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ReadOnlyIntegerWrapper label = new ReadOnlyIntegerWrapper(this, "label", -1);
  private final ReadOnlyIntegerWrapper images = new ReadOnlyIntegerWrapper(this, "images", 1);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private final ReadOnlyBooleanWrapper painted = new ReadOnlyBooleanWrapper(this, "painted");
  private final BooleanProperty train = new SimpleBooleanProperty(this, "train");
  private final BooleanProperty overlay = new SimpleBooleanProperty(this, "overlay", true);
  private final BooleanProperty erasing = new SimpleBooleanProperty(this, "erasing");
  private final IntegerProperty brush = new SimpleIntegerProperty(this, "brush", 2);
  private final IntegerProperty index = new SimpleIntegerProperty(this, "index");
  private final IntegerProperty explained = new SimpleIntegerProperty(this, "explained", WINNER);
  private final ReadOnlyObjectWrapper<ClassNames> classes =
      new ReadOnlyObjectWrapper<>(this, "classes", ClassNames.DIGITS);
  private final ObjectProperty<Target> target =
      new SimpleObjectProperty<>(this, "target", Target.SCORE);
  private final ObjectProperty<Place> chosen = new SimpleObjectProperty<>(this, "chosen");

  private final Deque<DigitImage> past = new ArrayDeque<>();
  private final Deque<DigitImage> future = new ArrayDeque<>();
  private DigitImage original;
  private Model model;
  private Optional<Provenance> origin = Optional.empty();
  private boolean followsWinner = true;

  /** While set and place are told of an image that is there already. */
  private boolean placed;

  /** On the worker alone. */
  private Model opened;

  private ImageReader reader;

  /**
   * @param data the images, asked for on the worker
   * @param worker sends images through
   * @param callbacks the thread that calls everything here
   */
  public OneImageViewModel(Supplier<TrainingData> data, Executor worker, Executor callbacks) {
    this(origin -> data.get(), worker, callbacks);
  }

  /**
   * The same where runs may be of different images.
   *
   * @param data the images that a run was trained on; empty for those of the moment
   */
  public OneImageViewModel(
      Function<Optional<Provenance>, TrainingData> data, Executor worker, Executor callbacks) {
    this.data = data;
    this.callbacks = callbacks;
    this.worker = new NewestOnly(worker);
    opener = new NewestOnly(worker);
    explained.addListener(change -> ask());
    target.addListener(change -> ask());
    train.addListener(change -> openUnlessPlaced());
    index.addListener(change -> openUnlessPlaced());
  }

  // Properties

  /** The image as it is painted, or null. */
  ReadOnlyObjectProperty<DigitImage> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** What the network makes of it, a moment later; null if nothing. */
  ReadOnlyObjectProperty<OneImage> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Why the images cannot be read. */
  ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The digit the image is, or -1 where nobody said. */
  ReadOnlyIntegerProperty labelProperty() {
    return label.getReadOnlyProperty();
  }

  /** Images of the chosen set, once it was read. */
  ReadOnlyIntegerProperty imagesProperty() {
    return images.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** Whether the image is not as it was. */
  ReadOnlyBooleanProperty paintedProperty() {
    return painted.getReadOnlyProperty();
  }

  /** Whether images are taken from the training set, or from the test set. */
  BooleanProperty trainProperty() {
    return train;
  }

  /** Which image of the set, from 0. */
  IntegerProperty indexProperty() {
    return index;
  }

  /** Whether the gradient lies over the image. */
  BooleanProperty overlayProperty() {
    return overlay;
  }

  /** What the classes of the network are called. */
  ReadOnlyObjectProperty<ClassNames> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  /** Whether the brush takes ink away. */
  BooleanProperty erasingProperty() {
    return erasing;
  }

  /** Pixels that the brush is wide, 1 to 4. */
  IntegerProperty brushProperty() {
    return brush;
  }

  /** The class whose gradient is seen, or {@link #WINNER}. */
  IntegerProperty explainedProperty() {
    return explained;
  }

  /** What the gradient is of. */
  ObjectProperty<Target> targetProperty() {
    return target;
  }

  // Commands

  /** Takes images from those that a run was trained on. */
  void from(Optional<Provenance> run, ClassNames names) {
    boolean other =
        !run.map(Provenance::dataSha256).equals(origin.map(Provenance::dataSha256))
            && !(origin.isEmpty() && image.get() == null);
    origin = run;
    if (!classes.get().equals(names)) {
      explained.set(WINNER);
      classes.set(names);
    }
    if (other) {
      open();
    }
  }

  /** Looks at another network; null for none. The image stays, with all that was painted. */
  public void show(Model now) {
    if (model == now) {
      return;
    }
    boolean other = model == null || now == null || !model.spec().equals(now.spec());
    model = now;
    if (now == null) {
      result.set(null);
      return;
    }
    if (other) {
      followsWinner = true;
    }
    if (image.get() == null) {
      open();
    } else {
      ask();
    }
  }

  /**
   * Looks at an image.
   *
   * @param digit what it is, -1 where nobody said
   */
  public void look(DigitImage now, int digit) {
    past.clear();
    future.clear();
    original = now;
    label.set(digit);
    set(now);
  }

  /**
   * Looks at an image of a set, from which the next and the previous one are counted.
   *
   * @param digit what it is
   * @param ofTrain whether the set is the training set, or the test set
   * @param at its place in the set, from 0
   */
  public void look(DigitImage now, int digit, boolean ofTrain, int at) {
    placed = true;
    train.set(ofTrain);
    index.set(at);
    placed = false;
    images.set(Math.max(images.get(), at + 1));
    look(now, digit);
    Optional<Provenance> from = origin;
    opener.run(
        () -> {
          try {
            int size = set(from, ofTrain).size();
            callbacks.execute(() -> images.set(size));
          } catch (Problem unreadable) {
            tell(unreadable);
          }
        });
  }

  private void openUnlessPlaced() {
    if (!placed) {
      open();
    }
  }

  private DigitSet set(Optional<Provenance> from, boolean ofTrain) {
    TrainingData all = data.apply(from);
    return ofTrain ? all.train() : all.test();
  }

  /** Looks at the chosen image of the chosen set. */
  void open() {
    boolean ofTrain = train.get();
    int wanted = index.get();
    Optional<Provenance> from = origin;
    opener.run(
        () -> {
          try {
            DigitSet set = set(from, ofTrain);
            int at = Math.max(0, Math.min(set.size() - 1, wanted));
            DigitImage found = set.image(at);
            int digit = set.label(at);
            callbacks.execute(
                () -> {
                  problem.set(Optional.empty());
                  images.set(set.size());
                  look(found, digit);
                });
          } catch (Problem unreadable) {
            tell(unreadable);
          }
        });
  }

  /** Says why something could not be done; from any thread. */
  void tell(Problem unreadable) {
    callbacks.execute(() -> problem.set(Optional.of(unreadable)));
  }

  /** Begins a stroke of the brush. */
  void beginStroke() {
    if (image.get() != null) {
      push(past, image.get());
      future.clear();
    }
  }

  /** Paints with the brush around a pixel; outside of the image nothing happens. */
  void paint(int row, int column) {
    DigitImage before = image.get();
    if (before == null) {
      return;
    }
    byte[] pixels = before.pixels();
    int wide = brush.get();
    int from = -(wide - 1) / 2;
    for (int r = row + from; r < row + from + wide; r++) {
      for (int c = column + from; c < column + from + wide; c++) {
        if (r >= 0 && r < DigitImage.SIDE && c >= 0 && c < DigitImage.SIDE) {
          pixels[r * DigitImage.SIDE + c] = (byte) (erasing.get() ? 0 : 255);
        }
      }
    }
    DigitImage now = new DigitImage(pixels);
    if (!now.equals(before)) {
      set(now);
    }
  }

  void undo() {
    step(past, future);
  }

  void redo() {
    step(future, past);
  }

  private void step(Deque<DigitImage> from, Deque<DigitImage> to) {
    if (!from.isEmpty()) {
      push(to, image.get());
      set(from.pop());
    }
  }

  /** The image as it was; {@link #undo()} brings what was painted back. */
  void reset() {
    if (original != null && !original.equals(image.get())) {
      beginStroke();
      set(original);
    }
  }

  private static void push(Deque<DigitImage> stack, DigitImage one) {
    stack.push(one);
    if (stack.size() > MOST_UNDO) {
      stack.removeLast();
    }
  }

  /** Chooses the unit whose connections are seen. */
  void choose(Place place) {
    chosen.set(place);
    followsWinner = false;
    OneImage now = result.get();
    if (now != null) {
      result.set(linked(now.model(), now.image(), now.reading(), place));
    }
  }

  private void set(DigitImage now) {
    image.set(now);
    undoable.set(!past.isEmpty());
    redoable.set(!future.isEmpty());
    painted.set(!now.equals(original));
    ask();
  }

  private void ask() {
    DigitImage asked = image.get();
    Model network = model;
    if (asked == null || network == null) {
      return;
    }
    Target of = target.get();
    OptionalInt output =
        explained.get() == WINNER ? OptionalInt.empty() : OptionalInt.of(explained.get());
    Place place = followsWinner ? null : chosen.get();
    worker.run(
        () -> {
          ImageReading reading = reader(network).read(asked, of, output);
          Place at = place(network, reading, place);
          OneImage found = linked(network, asked, reading, at);
          callbacks.execute(() -> deliver(found));
        });
  }

  private void deliver(OneImage found) {
    // What was painted meanwhile has an answer of its own on the way.
    if (model == found.model()) {
      if (followsWinner) {
        chosen.set(found.chosen());
      }
      boolean asChosen = found.chosen().equals(chosen.get());
      result.set(
          asChosen ? found : linked(found.model(), found.image(), found.reading(), chosen.get()));
    }
  }

  /** On the worker. */
  private ImageReader reader(Model network) {
    if (opened != network) {
      if (reader != null) {
        reader.close();
      }
      reader = new ImageReader(network);
      opened = network;
    }
    return reader;
  }

  private static Place place(Model network, ImageReading reading, Place wanted) {
    int last = network.spec().layers().size() - 1;
    boolean fits =
        wanted != null
            && wanted.layer() <= last
            && (wanted.layer() == Place.INPUT
                || wanted.unit() < reading.outputs().get(wanted.layer()).length);
    return fits ? wanted : new Place(last, reading.winner());
  }

  private static OneImage linked(
      Model network, DigitImage image, ImageReading reading, Place place) {
    return new OneImage(
        network,
        image,
        reading,
        place,
        Connections.strongest(network, image, reading, place, LINKS));
  }
}
