package digitstudio.ui.runs;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunDetails;
import digitstudio.report.chart.ChartLibrary;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/** Measures the Runs view with 10 000 runs, and prints what it finds. */
public final class RunsSpeed {
  private RunsSpeed() {}

  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The window that is measured. */
  public static final class Window extends Application {
    private static final int RUNS = 10_000;

    @Override
    public void start(Stage stage) {
      List<RunDetails> many = new ArrayList<>(ManyRuns.many(RUNS, 100));
      for (int i = 0; i < 20; i++) {
        TrainingConfig config = TrainingConfig.builder().epochs(10_000).seed(i).build();
        many.set(i, ManyRuns.run(RUNS - i, config, "", RunState.FINISHED, 10_000));
      }
      MemoryLibrary library = new MemoryLibrary(many);
      Texts texts = new Texts(Locale.ENGLISH);
      Appearance appearance = new Appearance();
      stage.setScene(new Scene(new javafx.scene.layout.Pane(), 1216, 720));
      new Theme(appearance).dress(stage.getScene());
      stage.show();

      ChartLibrary.load();
      stage
          .getScene()
          .setRoot(
              new HBox(
                  new SettingsView(new SettingsViewModel(Presets.all()), texts),
                  new ChartsView(new ChartsViewModel(), texts, appearance)));
      stage.getScene().getRoot().snapshot(null, null);
      RunsViewModel[] runs = new RunsViewModel[1];
      RunsView[] view = new RunsView[1];
      measure(
          "open: make",
          () -> {
            runs[0] =
                new RunsViewModel(
                    library,
                    new NoActions(),
                    new StoredComparison(),
                    Runnable::run,
                    Runnable::run,
                    texts);
            view[0] = new RunsView(runs[0], appearance);
          });
      measure("open: read", () -> runs[0].load());
      measure("open: show", () -> stage.getScene().setRoot(view[0]));
      measure("open: style", () -> view[0].applyCss());
      measure("open: lay out", () -> view[0].layout());
      measure("open: pixels", () -> view[0].snapshot(null, null));
      RunsTable table = (RunsTable) view[0].lookup("#runs-table");
      List<RunRow> all = runs[0].foundProperty().get();
      RunWords words = runs[0].wordsProperty().get();
      for (RunColumn column :
          List.of(RunColumn.TEST, RunColumn.NAME, RunColumn.OPTIMIZER, RunColumn.STARTED)) {
        model("sort by " + column, words, "", new SortKey(column, true), Grouping.NONE, all);
      }
      for (String search : List.of("adam", "optimizer:adam val>97", "batch:6000 -tanh", "x")) {
        model("filter " + search, words, search, null, Grouping.NONE, all);
      }
      model("group by optimizer", words, "", null, Grouping.OPTIMIZER, all);
      for (RunColumn column : List.of(RunColumn.TEST, RunColumn.NAME)) {
        measure(
            "window: sort by " + column,
            () -> {
              runs[0].sortBy(List.of(new SortKey(column, true)));
              pulse(view[0]);
            });
      }
      for (String search : List.of("a", "ad", "optimizer:adam", "optimizer:adam val>96", "")) {
        measure(
            "window: filter " + search,
            () -> {
              runs[0].searchProperty().set(search);
              pulse(view[0]);
            });
      }
      measure(
          "window: group by optimizer",
          () -> {
            runs[0].groupingProperty().set(Grouping.OPTIMIZER);
            pulse(view[0]);
          });
      runs[0].groupingProperty().set(Grouping.NONE);
      runs[0].sortBy(List.of());
      measure(
          "window: choose all",
          () -> {
            table.getSelectionModel().selectAll();
            pulse(view[0]);
          });
      RunDetails going = many.get(100);
      library.put(
          ManyRuns.run(going.summary().id(), going.summary().config(), "", RunState.RUNNING, 50));
      for (int i = 0; i < 3; i++) {
        int epochs = 51 + i;
        measure(
            "window: one epoch of a run that goes on",
            () -> {
              library.put(
                  ManyRuns.run(
                      going.summary().id(),
                      going.summary().config(),
                      "",
                      RunState.RUNNING,
                      epochs));
              pulse(view[0]);
            });
      }
      for (int i = 0; i < 3; i++) {
        measure(
            "window: choose 20 runs of 10 000 epochs",
            () -> {
              table.getSelectionModel().clearSelection();
              table.getSelectionModel().selectRange(0, 20);
              pulse(view[0]);
            });
      }
      digitstudio.ui.chart.ChartCanvas canvas =
          (digitstudio.ui.chart.ChartCanvas) view[0].lookup("#runs-curves");
      double[] millis = new double[15];
      double[] drawn = new double[15];
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        paint(canvas);
        drawn[i] = (System.nanoTime() - start) / 1e6;
        canvas.snapshot(null, null);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      Arrays.sort(drawn);
      print("20 curves of 10 000 points, drawn", drawn[drawn.length / 2]);
      print("20 curves of 10 000 points, drawn and rendered", millis[millis.length / 2]);
      Platform.exit();
    }

    /** Changes the width by nothing that is seen, which paints at once. */
    private static void paint(digitstudio.ui.chart.ChartCanvas canvas) {
      double width = canvas.getWidth();
      canvas.resize(
          width == Math.rint(width) ? width + 0.25 : Math.rint(width), canvas.getHeight());
      canvas.layout();
    }

    private static void model(
        String what, RunWords words, String search, SortKey key, Grouping group, List<RunRow> all) {
      double[] millis = new double[9];
      int found = 0;
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        RunArrangement arrangement =
            new RunArrangement(
                RunQuery.parse(search, words),
                key == null ? List.of() : List.of(key),
                group,
                java.util.Set.of());
        List<RunRow> shown = arrangement.found(all, words);
        RunArrangement.equal(shown);
        found = arrangement.grouped(shown, words).size();
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      double first = millis[0];
      Arrays.sort(millis);
      print("model: " + what + " (" + found + " lines; first " + first + ")", millis[4]);
    }

    /** What a frame does on this thread; the pixels are made on another. */
    private static void pulse(RunsView view) {
      view.applyCss();
      view.layout();
    }

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** Wall clock, and beside it what this thread itself worked. */
    private static void measure(String what, Runnable task) {
      long start = System.nanoTime();
      long work = CLOCK.getCurrentThreadCpuTime();
      task.run();
      double worked = (CLOCK.getCurrentThreadCpuTime() - work) / 1e6;
      print(String.format(Locale.ROOT, "(%7.1f worked)  %s", worked, what), start);
    }

    private static void print(String what, long start) {
      print(what, (System.nanoTime() - start) / 1e6);
    }

    private static void print(String what, double millis) {
      System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", millis, what);
    }
  }

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
