package digitstudio.ui.report;

import digitstudio.experiment.KeptMeasurements;
import digitstudio.experiment.ReproductionKeeper;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Sweep;
import digitstudio.training.BatchSize;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.ui.main.MainViewModel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/**
 * The studio's window, its training service and its store as the page of the report uses them.
 *
 * @param store the open store; throws a {@link digitstudio.text.Problem} while there is none
 * @param data the images, once they are read; failed while they cannot be
 * @param work where the store is read
 */
public record StudioLab(
    MainViewModel main,
    ReproductionKeeper keeper,
    Supplier<RunStore> store,
    Supplier<CompletableFuture<TrainingData>> data,
    Executor work)
    implements ReproductionLab {
  @Override
  public CompletableFuture<Kept> kept(Collection<TrainingConfig> configs) {
    return data.get().thenApplyAsync(images -> kept(configs, images), work);
  }

  private Kept kept(Collection<TrainingConfig> configs, TrainingData images) {
    RunStore open = store.get();
    List<RunSummary> runs = open.runs();
    int count = images.train().size();
    SpeedEstimate speed = new SpeedEstimate();
    // The newest last, since of equal batch sizes the last word counts.
    for (int i = runs.size() - 1; i >= 0; i--) {
      measure(runs.get(i), count, speed);
    }
    return new Kept(KeptMeasurements.of(open, runs, configs, images.sha256()), speed, count);
  }

  private static void measure(RunSummary run, int count, SpeedEstimate speed) {
    if (run.state() == RunState.FINISHED && run.trainingSeconds() > 0 && run.epochs() > 0) {
      int images = Sweep.trainImages(run.config(), count);
      boolean fits =
          !(run.config().batchSize() instanceof BatchSize.Fixed batch) || batch.images() <= images;
      if (images > 0 && fits) {
        speed.measured(
            run.config(), images, (double) images * run.epochs() / run.trainingSeconds());
      }
    }
  }

  @Override
  public ObservableBooleanValue busy() {
    return main.busyProperty();
  }

  @Override
  public ObservableBooleanValue paused() {
    return main.pausedProperty();
  }

  @Override
  public ObservableValue<RunSnapshot> snapshot() {
    return main.snapshotProperty();
  }

  @Override
  public void train(
      ReproductionPlan.Training training,
      Consumer<RunDetails> passed,
      Consumer<RunSnapshot> ended) {
    keeper.expect(training, passed);
    main.train(training.config(), ended);
  }

  @Override
  public void pauseOrResume() {
    main.pauseOrResume();
  }

  @Override
  public void stop() {
    main.stop();
  }
}
