package digitstudio.ui.main;

import digitstudio.experiment.DueData;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.RunListener;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingService;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The training service as the window sees it.
 *
 * @param recording makes what keeps a run of a sweep of a name
 * @param resuming makes what goes on with the kept run of an id
 * @param data told what the next run learns from
 */
public record ServiceTraining(
    TrainingService service,
    BiFunction<TrainingConfig, String, RunListener> recording,
    BiFunction<TrainingConfig, Long, RunListener> resuming,
    Consumer<Optional<DueData>> data)
    implements Training {
  /** A window that is offered no kept runs to go on with. */
  public ServiceTraining(
      TrainingService service, BiFunction<TrainingConfig, String, RunListener> recording) {
    this(
        service,
        recording,
        (config, id) -> {
          throw new Problem("resume.unknown", Long.toString(id));
        },
        data -> {});
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
  public void learnFrom(Optional<DueData> wanted) {
    data.accept(wanted);
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
