package digitstudio.ui.main;

import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A training that does nothing but note what it is told; the test tells what comes of it. */
final class FakeTraining implements Training {
  final List<String> calls = new ArrayList<>();
  TrainingConfig config;
  Model used;
  private Consumer<RunSnapshot> observer;

  @Override
  public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
    calls.add("start");
    this.config = config;
    this.observer = observer;
  }

  void tell(RunSnapshot run) {
    observer.accept(run);
  }

  @Override
  public void pause() {
    calls.add("pause");
  }

  @Override
  public void resume() {
    calls.add("resume");
  }

  @Override
  public void stop() {
    calls.add("stop");
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public void use(Model model) {
    used = model;
  }
}
