package digitstudio.ui.data;

import digitstudio.digits.MnistFiles;
import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.ExactDuplicates;
import digitstudio.digits.survey.FoundPairs;
import digitstudio.digits.survey.ImagePair;
import digitstudio.digits.survey.NearDuplicates;
import digitstudio.digits.survey.NeighbourDistances;
import digitstudio.digits.survey.PairKind;
import digitstudio.digits.survey.SurveyProgress;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Measures the Data view with all images of MNIST, and prints what it finds. */
public final class DataSpeed {
  private DataSpeed() {}

  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The window that is measured. */
  public static final class Window extends Application {
    private static final int FRAMES = 300;
    private static final int WARM_UP = 60;

    private final ExecutorService browsing = Executors.newSingleThreadExecutor();
    private final ExecutorService searching = Executors.newSingleThreadExecutor();
    private DataImages images;

    @Override
    public void start(Stage stage) {
      MnistFiles files = MnistFiles.read(Path.of("data"));
      images =
          new DataImages(
              files.train(),
              files.test(),
              IntStream.range(0, 10).mapToObj(String::valueOf).toList());
      Texts texts = new Texts(Locale.ENGLISH);
      Appearance appearance = new Appearance();
      stage.setScene(new Scene(new javafx.scene.layout.Pane(), 1216, 720));
      new Theme(appearance).dress(stage.getScene());
      stage.show();
      open(stage, texts, appearance, 3);
    }

    /** Several times, as the first waits for classes to be loaded. */
    private void open(Stage stage, Texts texts, Appearance appearance, int left) {
      long start = System.nanoTime();
      DataViewModel data = new DataViewModel(() -> images, browsing, searching, Platform::runLater);
      DataView view = new DataView(data, texts, appearance, image -> {}, null, null);
      stage.getScene().setRoot(view);
      boolean[] seen = new boolean[2];
      data.shownProperty().addListener(change -> seen[0] = true);
      data.surveyProperty()
          .addListener(change -> print("measured, after", (System.nanoTime() - start) / 1e6));
      data.load();
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          // The pulse after the one that painted them.
          if (seen[1]) {
            stop();
            print("open, to the first frame with images", (System.nanoTime() - start) / 1e6);
            browsing.execute(
                () ->
                    Platform.runLater(
                        () -> {
                          if (left > 1) {
                            open(stage, texts, appearance, left - 1);
                          } else {
                            scroll(stage, (TileGrid) view.lookup("#data-grid"), 0);
                          }
                        }));
          }
          seen[1] = seen[0];
        }
      }.start();
    }

    /** A step of many pixels a frame, as a hand that turns the wheel fast. */
    private void scroll(Stage stage, TileGrid grid, int zoom) {
      if (zoom == TileGrid.SIDES.length) {
        search();
        return;
      }
      grid.zoomProperty().set(zoom);
      grid.bar().setValue(0);
      List<Double> frames = new ArrayList<>();
      List<Double> painted = new ArrayList<>();
      new AnimationTimer() {
        private long before;
        private int count;

        @Override
        public void handle(long now) {
          if (count > WARM_UP) {
            frames.add((now - before) / 1e6);
          }
          before = now;
          long start = System.nanoTime();
          grid.bar().setValue(Math.min(grid.bar().getMax(), grid.bar().getValue() + 90));
          grid.layout();
          if (count > WARM_UP) {
            painted.add((System.nanoTime() - start) / 1e6);
          }
          if (++count == FRAMES + WARM_UP) {
            stop();
            String what = "tiles of " + TileGrid.SIDES[zoom] + ": ";
            spread(what + "painted", painted);
            spread(what + "from frame to frame", frames);
            scroll(stage, grid, zoom + 1);
          }
        }
      }.start();
    }

    private void search() {
      searching.execute(
          () -> {
            int[] all = images.numbers(true);
            timed(
                "equal images of 70 000",
                () -> ExactDuplicates.find(images, all, PairKind.ALL, 5000));
            for (double radius : new double[] {1, 2, 2.5, 3}) {
              timed(
                  "pairs within " + radius,
                  () ->
                      NearDuplicates.find(
                              images, all, radius, PairKind.ALL, 5000, SurveyProgress.NONE)
                          .orElseThrow());
            }
            timed(
                "pairs across the files within 3",
                () ->
                    NearDuplicates.find(
                            images, all, 3, PairKind.ACROSS_FILES, 5000, SurveyProgress.NONE)
                        .orElseThrow());
            timed(
                "labelled differently within 4",
                () ->
                    NearDuplicates.find(
                            images, all, 4, PairKind.ACROSS_CLASSES, 5000, SurveyProgress.NONE)
                        .orElseThrow());
            long start = System.nanoTime();
            NeighbourDistances.find(images, all, 5, SurveyProgress.NONE);
            print("5th neighbours of 70 000", (System.nanoTime() - start) / 1e6);
            Platform.runLater(
                () -> {
                  browsing.shutdown();
                  searching.shutdown();
                  Platform.exit();
                });
          });
    }

    private void timed(String what, java.util.function.Supplier<FoundPairs> search) {
      long start = System.nanoTime();
      FoundPairs found = search.get();
      long across =
          found.pairs().stream()
              .filter(pair -> images.isTest(pair.first()) != images.isTest(pair.second()))
              .count();
      ImagePair nearest = found.pairs().isEmpty() ? null : found.pairs().get(0);
      print(
          what + ": " + found.pairs().size() + ", across " + across + ", nearest " + nearest,
          (System.nanoTime() - start) / 1e6);
    }

    private static void spread(String what, List<Double> millis) {
      Collections.sort(millis);
      long late = millis.stream().filter(each -> each > 17.5).count();
      System.out.printf(
          Locale.ROOT,
          "%8.2f ms median, %.2f 99 %%, %.2f worst, %d of %d over 17.5  %s%n",
          millis.get(millis.size() / 2),
          millis.get(millis.size() * 99 / 100),
          millis.get(millis.size() - 1),
          late,
          millis.size(),
          what);
    }

    private static void print(String what, double millis) {
      System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", millis, what);
    }
  }
}
