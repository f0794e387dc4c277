package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.experiment.RunDetails;
import digitstudio.report.chart.XAxis;
import digitstudio.training.BatchSize;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochPlacesTest {
  private static RunDetails run(BatchSize batch) {
    TrainingConfig config = TrainingConfig.builder().batchSize(batch).build();
    return ManyRuns.run(1, config, "", RunState.FINISHED, 3);
  }

  /** The same run, once the images it learnt from are counted. */
  private static RunDetails counted(RunDetails run, long images) {
    long[][] counts = new long[10][10];
    counts[0][0] = images;
    Evaluation train = new Evaluation(0.1, new ConfusionMatrix(counts));
    return new RunDetails(
        run.summary(),
        run.provenance(),
        run.epochs(),
        Optional.of(train),
        run.validation(),
        run.test());
  }

  @Test
  void stepsAreCountedWithTheLastSmallerBatch() {
    RunDetails run = counted(run(new BatchSize.Fixed(100)), 1050);
    assertEquals(EnumSet.allOf(XAxis.class), EpochPlaces.possible(List.of(run)));
    assertArrayEquals(new double[] {11, 22, 33}, EpochPlaces.of(run, XAxis.STEP));
    assertArrayEquals(new double[] {1, 2, 3}, EpochPlaces.of(run, XAxis.EPOCH));
  }

  @Test
  void anEpochOfOneBatchIsOneStepThoughNothingIsCountedYet() {
    RunDetails run = run(new BatchSize.All());
    assertArrayEquals(new double[] {1, 2, 3}, EpochPlaces.of(run, XAxis.STEP));
  }

  @Test
  void secondsAddUp() {
    assertArrayEquals(
        new double[] {1.24, 2.48, 3.72},
        EpochPlaces.of(run(new BatchSize.All()), XAxis.SECONDS),
        1e-12);
  }

  @Test
  void withoutTheNumberOfImagesThereAreNoSteps() {
    RunDetails unknown = run(new BatchSize.Fixed(100));
    assertEquals(
        EnumSet.of(XAxis.EPOCH, XAxis.SECONDS),
        EpochPlaces.possible(List.of(unknown, counted(unknown, 1000))));
  }
}
