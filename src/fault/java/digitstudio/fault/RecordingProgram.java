package digitstudio.fault;

import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Records one run after another until it is killed, and prints what the store shows as saved: a
 * line for everything that an observer was told and then read there.
 */
public final class RecordingProgram {
  private final RunStore store;
  private final SplittableRandom random;
  private final PrintStream out;

  private RecordingProgram(RunStore store, long seed) {
    this.store = store;
    random = new SplittableRandom(seed);
    out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  /** Arguments: the store and a seed. */
  public static void main(String[] arguments) {
    try (RunKeeper keeper =
        new RunKeeper(
            Path.of(arguments[0]), Runnable::run, problem -> System.err.println(problem))) {
      new RecordingProgram(keeper.store().join(), Long.parseLong(arguments[1])).run();
    }
  }

  private void run() {
    say("open");
    store.addObserver(this::tell);
    while (true) {
      record();
    }
  }

  private synchronized void say(String line) {
    out.println(line);
  }

  private void tell(long id) {
    store.run(id).ifPresentOrElse(this::tell, () -> say("deleted " + id));
  }

  private void tell(RunSummary run) {
    say(
        String.join(
            "\t",
            "run",
            Long.toString(run.id()),
            run.state().name(),
            Integer.toString(run.epochs()),
            Boolean.toString(run.starred()),
            run.name()));
  }

  private void record() {
    TrainingConfig config = Course.config(random.nextLong());
    int epochs = 1 + random.nextInt(40);
    RunRecorder recorder = store.record(config, "", "");
    recorder.prepared(Course.PROVENANCE);
    recorder.stateChanged(RunState.RUNNING);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      recorder.epochEnded(Course.epoch(config.seed(), epoch));
      LockSupport.parkNanos(random.nextLong(8_000_000));
    }
    recorder.stateChanged(RunState.EVALUATING);
    recorder.finished(Course.result(config, epochs));
    if (random.nextInt(3) == 0) {
      store.describe(recorder.id(), "renamed " + recorder.id(), "a note", true);
    }
    if (random.nextInt(4) == 0) {
      store.delete(List.of(recorder.id()));
    }
  }
}
