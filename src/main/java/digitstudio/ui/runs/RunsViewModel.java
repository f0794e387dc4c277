package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of runs: which are shown, in what order, and what follows them while they go on. */
public final class RunsViewModel {
  /** What there is to see. */
  public enum State {
    LOADING,
    /** No run was ever kept. */
    EMPTY,
    READY,
    /** The store could not be read. */
    FAILED
  }

  private static final Logger LOG = LoggerFactory.getLogger(RunsViewModel.class);

  private final RunLibrary library;
  private final Executor work;
  private final Executor callbacks;
  private final Texts texts;
  private final RunSelection selection;
  private final OverlayViewModel overlay;
  private final RunEditing editing;

  private final Map<Long, RunRow> rows = new LinkedHashMap<>();
  private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
  private final ObjectProperty<RunWords> words = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<Problem> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();

  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Problem> searchProblem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
  private final BooleanProperty folding = new SimpleBooleanProperty(true);
  private final Set<String> collapsed = new HashSet<>();
  private final ReadOnlyObjectWrapper<Set<RunColumn>> equal = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<List<RunRow>> found = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<RunsLayout> layout = new SimpleObjectProperty<>(RunsLayout.USUAL);
  private final ReadOnlyObjectWrapper<List<RunRow>> revealed =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<SortKey> order = List.of();

  /** Runs that are to be chosen as soon as they are read. */
  private Set<Long> awaited = Set.of();

  private final Set<Long> deleted = new HashSet<>();
  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean reading = new AtomicBoolean();
  private boolean observed;
  private boolean asked;

  /**
   * @param work where the library is called, one call after the other
   * @param callbacks brings the outcome back, in the window with its next frame
   */
  public RunsViewModel(
      RunLibrary library,
      RunActions actions,
      RunComparer comparer,
      Executor work,
      Executor callbacks,
      Texts texts) {
    this.library = library;
    this.work = work;
    this.callbacks = callbacks;
    this.texts = texts;
    words.set(new RunWords(texts.locale()));
    selection = new RunSelection(library, comparer, this::attempt, callbacks);
    overlay = new OverlayViewModel(selection.selectedProperty(), words);
    editing = new RunEditing(this, library, actions, this::attempt, callbacks);
    texts
        .localeProperty()
        .addListener(
            (change, before, now) -> {
              words.set(new RunWords(now));
              arrange();
            });
    search.addListener(change -> arrange());
    grouping.addListener(change -> rearrange());
    folding.addListener(change -> rearrange());
    layout.addListener(
        (change, before, now) -> {
          grouping.set(now.grouping());
          folding.set(now.folding());
        });
  }

  private void rearrange() {
    layout.set(layout.get().with(grouping.get(), folding.get()));
    arrange();
  }

  // Reading

  /** Reads all runs, unless they are there or on their way. */
  public void loadOnce() {
    if (!asked || state.get() == State.FAILED) {
      load();
    }
  }

  /** Reads all runs; again, if the first time failed. */
  public void load() {
    asked = true;
    if (rows.isEmpty()) {
      state.set(State.LOADING);
    }
    if (!observed) {
      observed = true;
      library.addObserver(this::changed);
    }
    RunWords said = words.get();
    work.execute(
        () -> {
          try {
            List<RunRow> read = library.runs().stream().map(RunRow::new).toList();
            // Found out here, so that the first search of thousands is as quick as the next.
            read.forEach(row -> row.searched(said));
            callbacks.execute(() -> show(read));
          } catch (Problem e) {
            callbacks.execute(() -> fail(e));
          } catch (RuntimeException e) {
            LOG.error("The runs could not be read", e);
            Problem problem = new Problem(e, "runs.unreadable", e.toString());
            callbacks.execute(() -> fail(problem));
          }
        });
  }

  private void fail(Problem problem) {
    failure.set(problem);
    state.set(State.FAILED);
  }

  private void show(List<RunRow> read) {
    Map<Long, RunRow> before = Map.copyOf(rows);
    rows.clear();
    for (RunRow row : read) {
      if (!deleted.contains(row.id())) {
        RunRow known = before.getOrDefault(row.id(), row);
        if (known != row) {
          known.show(row.run());
        }
        rows.put(row.id(), known);
      }
    }
    arrange();
    state.set(rows.isEmpty() ? State.EMPTY : State.READY);
    chooseAwaited();
  }

  /** On any thread: what changes while the change before is still read waits for the next frame. */
  private void changed(long id) {
    changed.add(id);
    if (reading.compareAndSet(false, true)) {
      work.execute(this::readChanged);
    }
  }

  private void readChanged() {
    Map<Long, Optional<RunSummary>> read = new TreeMap<>();
    try {
      for (Long id : Set.copyOf(changed)) {
        changed.remove(id);
        read.put(id, library.run(id));
      }
    } catch (RuntimeException e) {
      LOG.warn("A run that changed could not be read", e);
    }
    callbacks.execute(
        () -> {
          follow(read);
          reading.set(false);
          if (!changed.isEmpty() && reading.compareAndSet(false, true)) {
            work.execute(this::readChanged);
          }
        });
  }

  /** A run that goes on stays where it is; only one that comes, goes or ends moves the others. */
  private void follow(Map<Long, Optional<RunSummary>> read) {
    boolean arranged = true;
    List<RunRow> fresh = new ArrayList<>();
    read.keySet().removeAll(deleted);
    for (Map.Entry<Long, Optional<RunSummary>> entry : read.entrySet()) {
      RunRow row = rows.get(entry.getKey());
      Optional<RunSummary> now = entry.getValue();
      if (now.isEmpty()) {
        arranged &= rows.remove(entry.getKey()) == null;
      } else if (row == null) {
        fresh.add(new RunRow(now.get()));
      } else {
        arranged &= row.run().state().isOver() || !now.get().state().isOver();
        row.show(now.get());
      }
    }
    if (!fresh.isEmpty()) {
      prepend(fresh);
    }
    if (!arranged || !fresh.isEmpty()) {
      arrange();
    }
    selection.follow(read.keySet());
    chooseAwaited();
  }

  private void prepend(List<RunRow> fresh) {
    Map<Long, RunRow> older = new LinkedHashMap<>(rows);
    rows.clear();
    for (int i = fresh.size() - 1; i >= 0; i--) {
      rows.put(fresh.get(i).id(), fresh.get(i));
    }
    rows.putAll(older);
  }

  // Arranging

  /** Puts the table in order of these columns. */
  void sortBy(List<SortKey> keys) {
    order = List.copyOf(keys);
    arrange();
  }

  /** Opens or closes a group. */
  void toggle(GroupHeading heading) {
    if (!collapsed.remove(heading.title())) {
      collapsed.add(heading.title());
    }
    arrange();
  }

  void arrange() {
    RunQuery query = RunQuery.parse(search.get(), words.get());
    RunArrangement arrangement = new RunArrangement(query, order, grouping.get(), collapsed);
    List<RunRow> shown = arrangement.found(rows.values(), words.get());
    searchProblem.set(query.problem().orElse(null));
    equal.set(folding.get() ? RunArrangement.equal(shown) : EnumSet.noneOf(RunColumn.class));
    found.set(shown);
    entries.setAll(arrangement.grouped(shown, words.get()));
    if (state.get() == State.READY || state.get() == State.EMPTY) {
      state.set(rows.isEmpty() ? State.EMPTY : State.READY);
    }
  }

  // Choosing

  /** Chooses these runs, as soon as they are read; none of them stays out of sight. */
  public void choose(Collection<Long> ids) {
    awaited = Set.copyOf(ids);
    // A run that was deleted before may be among them, and was passed over as it came back.
    if (deleted.removeAll(ids)) {
      load();
    }
    chooseAwaited();
  }

  private void chooseAwaited() {
    if (awaited.isEmpty() || !rows.keySet().containsAll(awaited)) {
      return;
    }
    Set<Long> ids = awaited;
    awaited = Set.of();
    if (found.get().stream().filter(row -> ids.contains(row.id())).count() < ids.size()) {
      search.set("");
    }
    collapsed.clear();
    arrange();
    List<RunRow> wanted = found.get().stream().filter(row -> ids.contains(row.id())).toList();
    selection.choose(wanted);
    // The same runs may be asked for twice.
    revealed.set(List.of());
    revealed.set(wanted);
  }

  /** The runs that the table is to choose and bring into sight; none before any are. */
  ReadOnlyObjectProperty<List<RunRow>> revealedProperty() {
    return revealed.getReadOnlyProperty();
  }

  // Rows, for those who edit them

  Optional<RunRow> row(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** Takes rows out at once; the store follows. */
  void remove(Collection<Long> ids) {
    deleted.addAll(ids);
    rows.keySet().removeAll(ids);
    arrange();
  }

  /** Lets rows come back, which they do with the next reading. */
  void readmit(Collection<Long> ids) {
    deleted.removeAll(ids);
    load();
  }

  // Work

  /** Does something with the library, and tells the person if it cannot be done. */
  private void attempt(Runnable task) {
    work.execute(
        () -> {
          try {
            task.run();
          } catch (Problem e) {
            callbacks.execute(() -> notice.set(Notice.of(e)));
          } catch (RuntimeException e) {
            LOG.error("A kept run could not be read or changed", e);
            callbacks.execute(() -> notice.set(Notice.error("runs.failed", e.toString())));
          }
        });
  }

  void tell(Notice sentence) {
    notice.set(sentence);
  }

  public void dismissNotice() {
    notice.set(null);
  }

  // Properties

  /** The lines of the table. */
  public ObservableList<RunEntry> entries() {
    return entries;
  }

  /** The runs among them and in closed groups. */
  public ReadOnlyObjectProperty<List<RunRow>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** How many runs there are, found or not. */
  public int count() {
    return rows.size();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why the runs cannot be read; null if they can. */
  public ReadOnlyObjectProperty<Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** A sentence to be shown until it is dismissed; null for none. */
  public ReadOnlyObjectProperty<Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** What is wrong in the search box; null if nothing is. */
  public ReadOnlyObjectProperty<Problem> searchProblemProperty() {
    return searchProblem.getReadOnlyProperty();
  }

  public ObjectProperty<Grouping> groupingProperty() {
    return grouping;
  }

  /** Whether columns that say the same of every run are put away. */
  public BooleanProperty foldingProperty() {
    return folding;
  }

  /** The columns that say the same of every run found. */
  public ReadOnlyObjectProperty<Set<RunColumn>> equalProperty() {
    return equal.getReadOnlyProperty();
  }

  /** How the table is laid out; remembered by whoever listens. */
  public ObjectProperty<RunsLayout> layoutProperty() {
    return layout;
  }

  /** The words of the window's language. */
  public ObjectProperty<RunWords> wordsProperty() {
    return words;
  }

  public Texts texts() {
    return texts;
  }

  /** What was read of the chosen runs. */
  public RunSelection selection() {
    return selection;
  }

  /** The chart of the chosen runs. */
  public OverlayViewModel overlay() {
    return overlay;
  }

  /** What can be done with runs. */
  public RunEditing editing() {
    return editing;
  }
}
