package digitstudio.bench;

import digitstudio.experiment.Presets;
import digitstudio.experiment.Presets.Preset;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Seconds of training from the initial weights to a test accuracy, by the preset made for it: the
 * mean over seeds, after a first run in which Java compiles. Test images are read between epochs
 * and off the clock, and choose nothing.
 */
final class AccuracyCase implements BenchmarkCase {
  private static final String PRESET = "fastest";
  private static final double[] TARGETS = {0.97, 0.98};
  private static final int SEEDS = 5;

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    Optional<Preset> preset =
        Presets.all().stream().filter(each -> each.name().equals(PRESET)).findFirst();
    if (preset.isEmpty()) {
      return;
    }
    TrainingConfig config = preset.get().config();
    AccuracyClock first = run(subject, config, 1);
    List<AccuracyClock> runs = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      runs.add(run(subject, config, seed));
    }
    for (double target : TARGETS) {
      String name = "accuracy." + Math.round(100 * target);
      figures.accept(
          Figure.mean(name, "s", runs.stream().map(clock -> clock.secondsTo(target)).toList()));
      figures.accept(Figure.mean(name + ".first-run", "s", List.of(first.secondsTo(target))));
    }
  }

  private static AccuracyClock run(Subject subject, TrainingConfig config, long seed) {
    StopSignal signal = new StopSignal();
    try (AccuracyClock clock =
        new AccuracyClock(subject.data().test(), TARGETS[TARGETS.length - 1], signal)) {
      new Trainer(config.toBuilder().seed(seed).build(), subject.data()).run(clock, signal);
      return clock;
    }
  }
}
