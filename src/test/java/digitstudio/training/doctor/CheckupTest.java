package digitstudio.training.doctor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTest {
  private static final TrainingData IMAGES = SmallMnist.of(1000, 100);

  @Test
  void itSpeaksAfterEachEpochAndAtTheEnd() {
    TrainingConfig config = RealRun.good().learningRate(0.0001).epochs(8).build();
    List<List<Diagnosis>> told = new ArrayList<>();
    RunListener checkup = new Checkup(config, IMAGES::train, told::add);
    RunResult result = new Trainer(config, IMAGES).run(checkup, new StopSignal());
    checkup.finished(result);
    assertEquals(9, told.size());
    assertEquals(List.of(), told.get(2), "too early to say");
    assertEquals(Condition.STEP_TOO_SMALL, told.get(4).get(0).condition());
    assertEquals(Checkup.of(result, IMAGES.train()), told.get(8));
  }

  @Test
  void aRunThatIsWatchedIsTheSameRun() {
    TrainingConfig config = RealRun.good().epochs(3).build();
    Checkup checkup = new Checkup(config, IMAGES::train, told -> {});
    RunResult watched = new Trainer(config, IMAGES).run(checkup, new StopSignal());
    RunResult alone = new Trainer(config, IMAGES).run(TrainingListener.SILENT, new StopSignal());
    assertArrayEquals(alone.model().parameters().get(0), watched.model().parameters().get(0));
  }

  @Test
  void aRunThatEndsBeforeItsFirstEpochIsFineToo() {
    TrainingConfig config = RealRun.good().build();
    StopSignal stopped = new StopSignal();
    stopped.stop();
    List<List<Diagnosis>> told = new ArrayList<>();
    RunListener checkup = new Checkup(config, IMAGES::train, told::add);
    checkup.finished(new Trainer(config, IMAGES).run(checkup, stopped));
    assertEquals(1, told.size());
    assertTrue(told.get(0).isEmpty());
  }
}
