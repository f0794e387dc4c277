package digitstudio.ui.main;

import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.RunListener;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingService;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The training service as the window sees it.
 *
 * @param recording makes what keeps a run of a sweep of a name
 * @param resuming makes what goes on with the kept run of an id
 */
public record ServiceTraining(
    TrainingService service,
    BiFunction<TrainingConfig, String, RunListener> recording,
    BiFunction<TrainingConfig, Long, RunListener> resuming)
    implements Training {
  /** A window that is offered no kept runs to go on with. */
  public ServiceTraining(
      TrainingService service, BiFunction<TrainingConfig, String, RunListener> recording) {
    this(
        service,
        recording,
        (config, id) -> {
          throw new Problem("resume.unknown", Long.toString(id));
        });
  }

  @Override
  public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {
    service.start(config, observer);
  }

  @Override
  public void start(TrainingConfig config, String group, Consumer<RunSnapshot> observer) {
    service.start(config, each -> recording.apply(each, group), observer);
  }

  @Override
  public void resume(TrainingConfig config, long id, Consumer<RunSnapshot> observer) {
    service.start(config, each -> resuming.apply(each, id), observer);
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

  @Override
  public void follow() {
    service.follow();
  }
}
