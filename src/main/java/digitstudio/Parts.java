package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.nn.NetworkSpec;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.main.Training;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The parts of the window that do not know of each other, and the service behind them. */
final class Parts implements AutoCloseable {
  private final ObjectProperty<NetworkSpec> spec = new SimpleObjectProperty<>(this, "spec");
  private final ExecutorService drawing = Executors.newSingleThreadExecutor();
  private final TrainingService service =
      new TrainingService(
          Platform::runLater, () -> TrainingData.of(MnistFiles.read(ProgramFolders.data())));
  private final PadViewModel padModel =
      new PadViewModel(service::predict, drawing, Platform::runLater);
  private final PadView pad;
  private final ChartsViewModel chartsModel = new ChartsViewModel();
  private final ChartsView charts;

  Parts(Texts texts, Appearance appearance) {
    charts = new ChartsView(chartsModel, texts, appearance);
    pad = new PadView(padModel, texts, appearance);
  }

  ObjectProperty<NetworkSpec> specProperty() {
    return spec;
  }

  void show(RunSnapshot run) {
    chartsModel.show(run);
  }

  Node charts() {
    return charts;
  }

  Node diagram() {
    return place(200, 96);
  }

  Node pad() {
    return pad;
  }

  /** Loads what takes time, once the window is there. */
  void warmUp() {
    service.warmUp();
    padModel.warmUp();
  }

  Training training() {
    return new Training() {
      @Override
      public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
        service.start(config, observer);
      }

      @Override
      public void pause() {
        service.pause();
      }

      @Override
      public void resume() {
        service.resume();
      }

      @Override
      public void stop() {
        service.stop();
      }

      @Override
      public boolean isBusy() {
        return service.isBusy();
      }

      @Override
      public void use(Model model) {
        service.use(model);
      }
    };
  }

  @Override
  public void close() {
    service.close();
    drawing.shutdown();
  }

  private static Node place(double width, double height) {
    Region region = new Region();
    region.setMinSize(width, height);
    region.setPrefSize(width, height);
    region.getStyleClass().add("placeholder");
    return region;
  }
}
