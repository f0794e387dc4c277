package digitstudio.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitSet;
import digitstudio.nn.LayerSpec;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured; how long it takes is no matter here. */
class SubjectTest {
  private final Subject subject = new Subject(SmallMnist.of(200, 100), 3, 64);

  @Test
  void asManyEpochsAreTimedAsThereAreRounds() {
    TrainingConfig config = Subject.plain().batchSize(32).build();
    DigitSet train = subject.data().train();

    List<Double> seconds = subject.seconds(config, train, 0, 3);

    assertEquals(64, train.size());
    assertEquals(3, seconds.size());
    assertTrue(seconds.stream().allMatch(each -> each > 0), seconds::toString);
  }

  @Test
  void operationsAreCountedForEveryProductButTheOneThatIsNotMade() {
    List<LayerSpec> layers = List.of(new LayerSpec(4, 3), new LayerSpec(3, 2));
    assertEquals(4 * 12 + 6 * 6, DeepCase.operations(layers));
  }

  @Test
  void anAccuracyCountsFromTheEpochThatFirstReachedIt() {
    StopSignal signal = new StopSignal();
    AccuracyClock clock = new AccuracyClock(subject.data().test(), 0.98, signal);
    clock.note(0.25, 0.96);
    clock.note(0.5, 0.974);
    clock.note(0.75, 0.969);
    assertEquals(0.5, clock.secondsTo(0.97));
    assertTrue(Double.isNaN(clock.secondsTo(0.98)));
    assertEquals(false, signal.isStopped());

    clock.note(1, 0.98);
    assertEquals(1, clock.secondsTo(0.98));
    assertEquals(true, signal.isStopped());
  }

  @Test
  void linesOfTheSystemAreReadByName(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("status"), "VmPeak: 9 kB\nVmHWM:\t  2048 kB\n");
    assertEquals(Optional.of("2048 kB"), Machine.entry(file, "VmHWM"));
    assertEquals(Optional.empty(), Machine.entry(file, "model name"));
    assertEquals(Optional.empty(), Machine.entry(folder.resolve("none"), "VmHWM"));
  }
}
