package digitstudio;

import digitstudio.nn.NetworkSpec;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.main.Training;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The parts of the window that are built elsewhere; each holds its place until it is there. */
final class Parts implements AutoCloseable {
  private final ObjectProperty<NetworkSpec> spec = new SimpleObjectProperty<>(this, "spec");

  Parts(Texts texts, Appearance appearance) {}

  ObjectProperty<NetworkSpec> specProperty() {
    return spec;
  }

  void show(RunSnapshot run) {}

  Node charts() {
    return place(400, 300);
  }

  Node diagram() {
    return place(200, 96);
  }

  Node pad() {
    return place(280, 480);
  }

  void warmUp() {}

  Training training() {
    return new Training() {
      @Override
      public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
        throw new UnsupportedOperationException("training: in work");
      }

      @Override
      public void pause() {}

      @Override
      public void resume() {}

      @Override
      public void stop() {}

      @Override
      public boolean isBusy() {
        return false;
      }

      @Override
      public void use(Model model) {}
    };
  }

  @Override
  public void close() {}

  private static Node place(double width, double height) {
    Region region = new Region();
    region.setMinSize(width, height);
    region.setPrefSize(width, height);
    region.getStyleClass().add("placeholder");
    return region;
  }
}
