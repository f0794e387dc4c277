package digitstudio.cli;

import digitstudio.experiment.RunLabels;
import digitstudio.experiment.RunQueue;
import digitstudio.experiment.RunQueue.Waiting;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Sweep;
import digitstudio.experiment.TimeWords;
import digitstudio.text.Problem;
import digitstudio.training.RunState;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Says of every run of a sweep how it ended, and how long the rest will take. */
final class SweepProgress implements RunQueue.Observer {
  private final Console console;
  private final List<TrainingConfig> left;
  private final RunLabels labels;
  private final int images;
  private final int total;
  private final SpeedEstimate speed = new SpeedEstimate();
  private final List<RunSummary> runs = new ArrayList<>();
  private final Map<TrainingConfig, Problem> failures = new LinkedHashMap<>();

  /**
   * @param configs all runs of the sweep, in order
   * @param images training images of the data
   */
  SweepProgress(Console console, List<TrainingConfig> configs, int images) {
    this.console = console;
    this.images = images;
    left = new ArrayList<>(configs);
    labels = new RunLabels(configs);
    total = configs.size();
  }

  /** The runs that are over, in the order they ended. */
  List<RunSummary> runs() {
    return List.copyOf(runs);
  }

  /** What could not be trained, and why. */
  Map<TrainingConfig, Problem> failures() {
    return failures;
  }

  @Override
  public void ended(Waiting run, RunSummary summary, boolean earlier) {
    left.remove(run.config());
    runs.add(summary);
    if (earlier) {
      console.say("sweep.doneBefore", number(), total, label(run), validation(summary));
      return;
    }
    measure(run.config(), summary);
    console.say(
        key(summary.state()),
        number(),
        total,
        label(run),
        validation(summary),
        summary.trainingSeconds(),
        rest());
  }

  private static String key(RunState state) {
    return switch (state) {
      case DIVERGED -> "sweep.runDiverged";
      case STOPPED -> "sweep.runStopped";
      default -> "sweep.run";
    };
  }

  @Override
  public void failed(Waiting run, Problem problem) {
    left.remove(run.config());
    failures.put(run.config(), problem);
    console.say("sweep.runFailed", number(), total, label(run), problem.sentence(console.locale()));
  }

  private int number() {
    return total - left.size();
  }

  private String label(Waiting run) {
    return labels
        .of(run.config())
        .map(label -> label.in(console.locale()))
        .orElse(console.text("sweep.onlyRun"));
  }

  private String validation(RunSummary run) {
    return run.validationAccuracy().isPresent()
        ? console.text("sweep.validation", run.validationAccuracy().getAsDouble())
        : console.text("sweep.train", run.trainAccuracy().orElse(Double.NaN));
  }

  private void measure(TrainingConfig config, RunSummary run) {
    int trained = Sweep.trainImages(config, images);
    double seen = (double) trained * run.epochs();
    if (run.trainingSeconds() > 0 && seen > 0) {
      speed.measured(config, trained, seen / run.trainingSeconds());
    }
  }

  private String rest() {
    OptionalDouble seconds = Sweep.seconds(left, speed, images);
    return left.isEmpty() || seconds.isEmpty()
        ? ""
        : console.text("sweep.left", TimeWords.of(seconds.getAsDouble()).in(console.locale()));
  }
}
