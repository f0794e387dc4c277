package digitstudio.ui.hand;

import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.IdxPair;
import digitstudio.digits.Stroke;
import digitstudio.digits.StrokeRasterizer;
import digitstudio.experiment.Drawing;
import digitstudio.experiment.DrawingFiles;
import digitstudio.experiment.NewDrawing;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drawings of a person's own hand: kept, looked through, corrected, and carried away and in.
 * Every change is made by a worker and shown when it is on the disk; every one can be undone.
 */
public final class HandViewModel {
  /** Shows the drawings of every digit. */
  public static final int ALL = -1;

  private static final Logger LOG = LoggerFactory.getLogger(HandViewModel.class);

  private final DrawingLibrary library;
  private final Executor background;
  private final Executor callbacks;
  private final Consumer<Notice> told;
  private final GuidedSession session;

  private final ObservableList<Drawing> drawings = FXCollections.observableArrayList();
  private final FilteredList<Drawing> shown = new FilteredList<>(drawings);
  private final IntegerProperty digit = new SimpleIntegerProperty(this, "digit", ALL);
  private final ObservableSet<Long> selected = FXCollections.observableSet(new HashSet<>());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");

  /** What takes each change back, newest first; each on the worker. */
  private final Deque<Runnable> past = new ArrayDeque<>();

  /**
   * @param library where the drawings are kept
   * @param background works one thing after the other
   * @param callbacks where its results come back: the thread that calls everything else here
   * @param told tells the person
   */
  public HandViewModel(
      DrawingLibrary library,
      Executor background,
      Executor callbacks,
      Consumer<Notice> told,
      GuidedSession session) {
    this.library = library;
    this.background = background;
    this.callbacks = callbacks;
    this.told = told;
    this.session = session;
    digit.addListener(
        change -> {
          selected.clear();
          int only = digit.get();
          shown.setPredicate(only == ALL ? null : drawing -> drawing.label() == only);
        });
  }

  // Properties

  /** Every drawing, in the order they were kept. */
  public ObservableList<Drawing> drawings() {
    return FXCollections.unmodifiableObservableList(drawings);
  }

  /** Those of the digit that is looked at. */
  public ObservableList<Drawing> shown() {
    return shown;
  }

  /** The digit that is looked at, or {@link #ALL}. */
  public IntegerProperty digitProperty() {
    return digit;
  }

  /** Ids of the chosen drawings. */
  public ObservableSet<Long> selected() {
    return selected;
  }

  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public GuidedSession session() {
    return session;
  }

  // Commands

  /** Reads the drawings. */
  public void load() {
    work(() -> {});
  }

  /** Keeps what is on the pad, and goes on in the session if there is one. */
  public void keep(int label, List<Stroke> strokes) {
    if (strokes.isEmpty()) {
      return;
    }
    List<Stroke> drawn = List.copyOf(strokes);
    session.drawn();
    work(
        () ->
            DigitNormalizer.normalize(StrokeRasterizer.rasterize(drawn, 1, 1))
                .ifPresent(image -> added(List.of(new NewDrawing(label, image, drawn)))));
  }

  /** Keeps digits that were read from a picture. */
  public void keepAll(List<NewDrawing> found) {
    List<NewDrawing> kept = List.copyOf(found);
    work(
        () -> {
          added(kept);
          told.accept(Notice.information("hand.kept", kept.size()));
        });
  }

  private void added(List<NewDrawing> made) {
    List<Long> ids = library.add(made);
    remember(() -> library.delete(ids));
  }

  /** Says that the chosen drawings are another digit. */
  public void relabel(int label) {
    List<Drawing> chosen = chosen();
    if (!chosen.isEmpty()) {
      work(
          () -> {
            chosen.forEach(drawing -> library.relabel(drawing.id(), label));
            remember(
                () -> chosen.forEach(drawing -> library.relabel(drawing.id(), drawing.label())));
          });
    }
  }

  /** Takes the chosen drawings out of sight. */
  public void delete() {
    List<Long> ids = chosen().stream().map(Drawing::id).toList();
    if (!ids.isEmpty()) {
      selected.clear();
      work(
          () -> {
            library.delete(ids);
            remember(() -> library.restore(ids));
            told.accept(Notice.information("hand.deleted", ids.size()));
          });
    }
  }

  /** Takes the last change back. */
  public void undo() {
    Runnable last = past.poll();
    undoable.set(!past.isEmpty());
    if (last != null) {
      work(last::run);
    }
  }

  /** Chooses every drawing that is shown. */
  public void selectAll() {
    shown.forEach(drawing -> selected.add(drawing.id()));
  }

  private List<Drawing> chosen() {
    return drawings.stream().filter(drawing -> selected.contains(drawing.id())).toList();
  }

  /** Writes every drawing as a pair of idx files. */
  public void exportTo(Path file) {
    List<Drawing> all = List.copyOf(drawings);
    work(
        () -> {
          IdxPair pair = DrawingFiles.export(all, file);
          told.accept(
              Notice.information(
                  "hand.exported", all.size(), pair.images().toString(), pair.labels().toString()));
        });
  }

  /** Takes in the drawings of a pair of idx files, of which either is named. */
  public void importFrom(Path file) {
    work(
        () -> {
          List<NewDrawing> read = DrawingFiles.read(file);
          added(read);
          told.accept(Notice.information("hand.imported", read.size()));
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Does something on the worker, and then shows what is kept. */
  private void work(Work work) {
    background.execute(
        () -> {
          try {
            work.run();
          } catch (Problem e) {
            told.accept(Notice.of(e));
          } catch (IOException | RuntimeException e) {
            LOG.error("the drawings", e);
            told.accept(Notice.error("hand.unexpected", e.toString()));
          }
          show();
        });
  }

  private void show() {
    try {
      List<Drawing> now = library.all();
      callbacks.execute(() -> show(now));
    } catch (Problem e) {
      told.accept(Notice.of(e));
    }
  }

  private void show(Collection<Drawing> now) {
    Set<Long> there = new HashSet<>();
    now.forEach(drawing -> there.add(drawing.id()));
    if (!drawings.equals(now)) {
      drawings.setAll(now);
    }
    selected.removeIf(id -> !there.contains(id));
  }

  private void remember(Runnable inverse) {
    callbacks.execute(
        () -> {
          past.push(inverse);
          undoable.set(true);
        });
  }
}
