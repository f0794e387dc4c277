package digitstudio.ui.hand;

import digitstudio.digits.DigitImage;
import digitstudio.digits.scan.Box;
import digitstudio.digits.scan.Sheet;
import digitstudio.experiment.NewDrawing;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A picture of digits: what was found on it, what the network reads, and what the person mends. */
public final class SheetViewModel {
  static final int NONE = -1;

  private static final Logger LOG = LoggerFactory.getLogger(SheetViewModel.class);

  /** Boxes smaller than this many pixels are slips of the hand. */
  private static final int SMALLEST = 4;

  private final SheetReader reader;
  private final Executor background;
  private final Executor callbacks;
  private final Consumer<Notice> told;
  private final Consumer<List<NewDrawing>> kept;

  private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");
  private final ReadOnlyObjectWrapper<List<ReadDigit>> digits =
      new ReadOnlyObjectWrapper<>(this, "digits", List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper networkMissing =
      new ReadOnlyBooleanWrapper(this, "networkMissing");
  private final Deque<List<ReadDigit>> past = new ArrayDeque<>();

  /** Number of the newest change: what comes back from those before it is not shown. */
  private long newest;

  /**
   * @param reader answers for the network
   * @param background works one thing after the other
   * @param callbacks where its results come back: the thread that calls everything else here
   * @param told tells the person
   * @param kept takes digits that are to be kept
   */
  public SheetViewModel(
      SheetReader reader,
      Executor background,
      Executor callbacks,
      Consumer<Notice> told,
      Consumer<List<NewDrawing>> kept) {
    this.reader = reader;
    this.background = background;
    this.callbacks = callbacks;
    this.told = told;
    this.kept = kept;
  }

  // Properties

  /** The picture, or null. */
  public ReadOnlyObjectProperty<Sheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** The digits in the order they are read. */
  ReadOnlyObjectProperty<List<ReadDigit>> digitsProperty() {
    return digits.getReadOnlyProperty();
  }

  /** Place of the chosen digit in that order, or {@link #NONE}. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is no network to read the digits. */
  public ReadOnlyBooleanProperty networkMissingProperty() {
    return networkMissing.getReadOnlyProperty();
  }

  // Commands

  /** Opens a picture and looks for its digits. */
  public void open(Path file) {
    long number = ++newest;
    working.set(true);
    background.execute(
        () -> {
          try {
            Sheet found = Sheet.read(file);
            callbacks.execute(() -> begin(number, found));
          } catch (Problem e) {
            told.accept(Notice.of(e));
            callbacks.execute(() -> working.set(false));
          } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("{}", file, e);
            told.accept(Notice.error("hand.unexpected", e.toString()));
            callbacks.execute(() -> working.set(false));
          }
        });
  }

  private void begin(long number, Sheet found) {
    if (number == newest) {
      past.clear();
      undoable.set(false);
      selected.set(NONE);
      digits.set(List.of());
      sheet.set(found);
      show(found.boxes().stream().map(ReadDigit::at).toList());
    }
  }

  /** Reads again, as after another model was opened. */
  public void refresh() {
    if (sheet.get() != null) {
      show(digits.get());
    }
  }

  /** Adds a box and chooses it; one that is too small is a slip. */
  void add(Box box) {
    if (sheet.get() != null && box.width() >= SMALLEST && box.height() >= SMALLEST) {
      List<ReadDigit> more = new ArrayList<>(digits.get());
      more.add(ReadDigit.at(within(box)));
      change(more, within(box));
    }
  }

  /** Moves a digit's box, or makes it larger or smaller. */
  void move(int place, Box to) {
    if (to.width() >= SMALLEST && to.height() >= SMALLEST) {
      List<ReadDigit> moved = new ArrayList<>(digits.get());
      moved.set(place, moved.get(place).movedTo(within(to)));
      change(moved, within(to));
    }
  }

  private Box within(Box box) {
    return box.within(sheet.get().width(), sheet.get().height());
  }

  /** Says which digit the chosen one is, and goes on to the next. */
  public void label(int digit) {
    int place = selected.get();
    if (place != NONE) {
      List<ReadDigit> labelled = new ArrayList<>(digits.get());
      labelled.set(place, labelled.get(place).labelled(digit));
      Box next = labelled.get(Math.min(place + 1, labelled.size() - 1)).box();
      change(labelled, next);
    }
  }

  /** Takes the chosen digit away. */
  public void remove() {
    int place = selected.get();
    if (place != NONE) {
      List<ReadDigit> fewer = new ArrayList<>(digits.get());
      fewer.remove(place);
      change(fewer, fewer.isEmpty() ? null : fewer.get(Math.min(place, fewer.size() - 1)).box());
    }
  }

  /** Takes the last change back. */
  public void undo() {
    if (!past.isEmpty()) {
      List<ReadDigit> before = past.pop();
      undoable.set(!past.isEmpty());
      selected.set(NONE);
      show(before);
    }
  }

  /** Chooses the digit so many further on. */
  public void select(int step) {
    int count = digits.get().size();
    if (count > 0) {
      int from = selected.get() == NONE ? (step > 0 ? NONE : count) : selected.get();
      selected.set(Math.max(0, Math.min(count - 1, from + step)));
    }
  }

  private void change(List<ReadDigit> now, Box chosen) {
    past.push(digits.get());
    undoable.set(true);
    // In the order they will be read, so that the choice stays on its box.
    show(ordered(now));
    selected.set(NONE);
    for (int i = 0; i < digits.get().size(); i++) {
      if (digits.get().get(i).box().equals(chosen)) {
        selected.set(i);
      }
    }
  }

  private static List<ReadDigit> ordered(List<ReadDigit> any) {
    Map<Box, ReadDigit> byBox = new HashMap<>();
    any.forEach(digit -> byBox.put(digit.box(), digit));
    return Sheet.inRows(List.copyOf(byBox.keySet())).stream()
        .flatMap(List::stream)
        .map(byBox::get)
        .toList();
  }

  /** Shows boxes at once, and what they hold when it is known. */
  private void show(List<ReadDigit> now) {
    digits.set(now);
    long number = ++newest;
    Sheet on = sheet.get();
    working.set(true);
    background.execute(
        () -> {
          List<ReadDigit> seen =
              now.stream()
                  .map(
                      digit ->
                          digit.image().isPresent() ? digit : digit.seen(on.image(digit.box())))
                  .toList();
          callbacks.execute(() -> ask(number, seen));
        });
  }

  private void ask(long number, List<ReadDigit> seen) {
    if (number != newest) {
      return;
    }
    digits.set(seen);
    List<DigitImage> images = seen.stream().flatMap(digit -> digit.image().stream()).toList();
    reader.read(
        images,
        answers -> {
          if (number == newest) {
            answer(seen, answers);
          }
        });
  }

  private void answer(List<ReadDigit> seen, List<float[]> answers) {
    List<ReadDigit> answered = new ArrayList<>();
    int next = 0;
    for (ReadDigit digit : seen) {
      answered.add(
          digit.image().isPresent()
              ? digit.answered(answers.get(next++))
              : digit.answered(new float[0]));
    }
    networkMissing.set(!answers.isEmpty() && answers.get(0).length == 0);
    digits.set(List.copyOf(answered));
    working.set(false);
  }

  // What comes of it

  /** The digits as text, a line for each row; a question mark where nobody knows. */
  public String text() {
    Map<Box, ReadDigit> byBox = new HashMap<>();
    digits.get().forEach(digit -> byBox.put(digit.box(), digit));
    return Sheet.inRows(List.copyOf(byBox.keySet())).stream()
        .map(
            row -> row.stream().map(box -> character(byBox.get(box))).collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static String character(ReadDigit digit) {
    return digit.digit() == ReadDigit.UNSAID ? "?" : String.valueOf(digit.digit());
  }

  /** Keeps every digit that is known in the person's own hand. */
  public void keepAll() {
    List<NewDrawing> found =
        digits.get().stream()
            .filter(digit -> digit.digit() != ReadDigit.UNSAID && digit.image().isPresent())
            .map(digit -> NewDrawing.of(digit.digit(), digit.image().orElseThrow()))
            .toList();
    if (!found.isEmpty()) {
      kept.accept(found);
    }
  }
}
