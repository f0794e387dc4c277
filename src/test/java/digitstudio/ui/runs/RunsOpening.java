package digitstudio.ui.runs;

import digitstudio.Launcher;
import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/**
 * Measures, in the whole program, how long the Runs view takes from the click on its place to the
 * first frame with its table, its curve and the words beside it, and prints what it finds.
 */
public final class RunsOpening {
  private static final int RUNS = 10_000;
  private static final int EPOCHS = 100;

  /** As long as a person needs to find the place on the rail. */
  private static final long MILLIS_BEFORE = 8000;

  private RunsOpening() {}

  /**
   * Arguments: the store, which is made if there is none; "never" to end the program without a look
   * at the runs.
   */
  public static void main(String[] arguments) throws IOException {
    Path store = Path.of(arguments[0]);
    if (!Files.exists(store)) {
      make(store);
    }
    System.setProperty("digitstudio.store", store.toString());
    boolean never = arguments.length > 1 && arguments[1].equals("never");
    CompletableFuture.delayedExecutor(MILLIS_BEFORE, TimeUnit.MILLISECONDS)
        .execute(never ? Platform::exit : RunsOpening::openWhenShown);
    Launcher.main(new String[0]);
  }

  private static void make(Path file) {
    long start = System.nanoTime();
    List<RunDetails> oldestFirst = new ArrayList<>(ManyRuns.many(RUNS, EPOCHS));
    Collections.reverse(oldestFirst);
    try (RunStore store = RunStore.open(file)) {
      for (RunDetails run : oldestFirst) {
        store.add(new KeptRun(run, Optional.empty(), Optional.empty()));
      }
    }
    print("a store of " + RUNS + " runs made", start);
  }

  private static void openWhenShown() {
    Platform.runLater(
        () -> {
          if (Window.getWindows().isEmpty()) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                .execute(RunsOpening::openWhenShown);
          } else {
            open(Window.getWindows().get(0).getScene());
          }
        });
  }

  private static void open(Scene scene) {
    long start = System.nanoTime();
    new Watch(scene, start, worked()).start();
    ((ToggleButton) scene.lookup("#place-runs")).fire();
    print("the click itself", start);
  }

  private static void print(String what, long start) {
    System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", (System.nanoTime() - start) / 1e6, what);
  }

  /** Of the thread of the window, whatever else the computer does meanwhile. */
  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Waits for the frame after the one in which all is there, which begins when that is painted. */
  private static final class Watch extends AnimationTimer {
    private final Scene scene;
    private final long start;
    private final long workedBefore;
    private boolean rows;
    private boolean curve;
    private int framesAfter;

    Watch(Scene scene, long start, long workedBefore) {
      this.scene = scene;
      this.start = start;
      this.workedBefore = workedBefore;
    }

    @Override
    public void handle(long now) {
      if (rows && curve && framesAfter++ == 1) {
        print("Runs view, from the click to the first full frame", start);
        System.out.printf(
            Locale.ROOT,
            "%8.1f ms  of these the thread of the window worked%n",
            (worked() - workedBefore) / 1e6);
        stop();
        Platform.exit();
      }
      boolean rowsNow = !scene.getRoot().lookupAll("#runs-table .table-row-cell").isEmpty();
      if (rowsNow && !rows) {
        rows = true;
        print("  its rows are laid out", start);
      }
      Parent names = (Parent) scene.lookup("#runs-names");
      boolean curveNow = names instanceof Pane pane && !pane.getChildren().isEmpty();
      if (curveNow && !curve) {
        curve = true;
        print("  its curve is read", start);
      }
    }
  }
}
