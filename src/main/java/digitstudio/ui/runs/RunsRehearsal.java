package digitstudio.ui.runs;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays a Runs view out that nobody sees: the first view of its kind takes Java seconds of loading
 * and compiling, which are better spent before a person asks for it.
 */
public final class RunsRehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(RunsRehearsal.class);
  private static final int RUNS = 40;
  private static final int EPOCHS = 5;
  private static final double WIDTH = 1216;
  private static final double HEIGHT = 720;

  private RunsRehearsal() {}

  /**
   * Rehearses; on any thread, best a spare one, as nothing here belongs to a window.
   *
   * @param sheets the style sheets of the window
   */
  public static void play(List<String> sheets) {
    try {
      layOut(sheets);
    } catch (RuntimeException e) {
      // Nothing is lost but time.
      LOG.debug("the Runs view was not rehearsed", e);
    }
  }

  private static void layOut(List<String> sheets) {
    Texts texts = new Texts(Locale.ENGLISH);
    RunsViewModel runs =
        new RunsViewModel(
            new Scenery(),
            new NoActions(),
            new StoredComparison(),
            Runnable::run,
            Runnable::run,
            texts);
    runs.load();
    RunsView view = new RunsView(runs, new Appearance());
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(sheets);
    view.resize(WIDTH, HEIGHT);
    view.applyCss();
    view.layout();
    runs.searchProperty().set("adam");
    view.applyCss();
    view.layout();
  }

  /** Some runs of no meaning, which are on no disk. */
  private static final class Scenery implements RunLibrary {
    private final List<RunSummary> runs =
        IntStream.range(0, RUNS).mapToObj(index -> made(RUNS - index)).toList();

    private static RunSummary made(long id) {
      List<Presets.Preset> presets = Presets.all();
      TrainingConfig config = presets.get((int) id % presets.size()).config();
      EpochResult last = epoch(EPOCHS);
      OptionalDouble accuracy = OptionalDouble.of(last.trainAccuracy());
      return new RunSummary(
          id,
          config.optimizer().spelling(),
          "",
          false,
          "",
          Instant.EPOCH,
          config,
          RunState.FINISHED,
          EPOCHS,
          Optional.of(last),
          Optional.of(last),
          accuracy,
          accuracy,
          accuracy,
          1);
    }

    private static EpochResult epoch(int number) {
      return new EpochResult(number, 1.0 / number, 0.9, 1.0 / number, 0.9, 0, 0.1, 1);
    }

    @Override
    public List<RunSummary> runs() {
      return runs;
    }

    @Override
    public Optional<RunSummary> run(long id) {
      return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    @Override
    public Optional<RunDetails> details(long id) {
      List<EpochResult> epochs = IntStream.rangeClosed(1, EPOCHS).mapToObj(Scenery::epoch).toList();
      return run(id)
          .map(
              run ->
                  new RunDetails(
                      run,
                      Optional.empty(),
                      epochs,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
    }

    @Override
    public Optional<Model> model(long id, RunStore.Weights which) {
      return Optional.empty();
    }

    @Override
    public void describe(long id, String name, String notes, boolean starred) {}

    @Override
    public void delete(Collection<Long> ids) {}

    @Override
    public void restore(Collection<Long> ids) {}

    @Override
    public void addObserver(LongConsumer observer) {}
  }

  /** Nobody is there to act. */
  private static final class NoActions implements RunActions {
    @Override
    public ObservableBooleanValue busy() {
      return new SimpleBooleanProperty();
    }

    @Override
    public void answerWith(Model model) {}

    @Override
    public void editSettings(TrainingConfig config) {}

    @Override
    public void train(TrainingConfig config, Consumer<RunSnapshot> ended) {}

    @Override
    public void showTraining() {}

    @Override
    public void save(Model model) {}

    @Override
    public List<RunCommand> others() {
      return List.of();
    }
  }
}
