package digitstudio.experiment;

import digitstudio.training.RunListener;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the runs of the background service, and of those that reproduce the report also the rows
 * that they pass on their way.
 */
public final class ReproductionKeeper {
  private final RunKeeper runs;
  private final Supplier<TrainingData> data;
  private Expected expected;

  private record Expected(ReproductionPlan.Training training, Consumer<RunDetails> passed) {}

  /**
   * @param data what is trained on; asked for while a training goes on
   */
  public ReproductionKeeper(RunKeeper runs, Supplier<TrainingData> data) {
    this.runs = runs;
    this.data = data;
  }

  /**
   * Says that the next run of a configuration is a reproduction's.
   *
   * @param passed told of every row that is passed, on the thread that trains
   */
  public synchronized void expect(ReproductionPlan.Training training, Consumer<RunDetails> passed) {
    expected = new Expected(training, passed);
  }

  /** What keeps a run from now on. Never throws. */
  public RunListener record(TrainingConfig config) {
    Expected mine;
    synchronized (this) {
      mine = expected;
      expected = null;
    }
    if (mine == null || !mine.training().config().equals(config)) {
      return runs.record(config);
    }
    RunListener recorder = runs.record(config, "", Reproduction.GROUP);
    PassedRows rows =
        new PassedRows(
            mine.training().passed(),
            data,
            kept -> {
              runs.add(kept);
              mine.passed().accept(kept.details());
            });
    return recorder.and(rows);
  }
}
