package digitstudio.bench;

import digitstudio.digits.MnistFiles;
import digitstudio.digits.PixelScaling;
import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import com.sun.management.OperatingSystemMXBean;
import digitstudio.nn.Engine;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Times the store: the list of 10 000 runs of 100 epochs, and what an epoch costs a training. */
public final class StoreFigures {
  private static final int RUNS = 10_000;
  private static final int EPOCHS = 100;
  private static final int ROUNDS = 7;

  private final SplittableRandom random = new SplittableRandom(1);

  private StoreFigures() {}

  /** Argument: the folder of the images. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("digit-studio-store");
    try {
      StoreFigures figures = new StoreFigures();
      figures.list(folder.resolve("large.db"));
      figures.cost(folder.resolve("small.db"), Path.of(arguments[0]));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private void list(Path file) throws IOException {
    long start = System.nanoTime();
    try (RunStore store = RunStore.open(file)) {
      for (int run = 0; run < RUNS; run++) {
        store.add(run());
      }
    }
    System.out.printf(
        "%d runs of %d epochs taken in: %.1f s, %.0f MB%n",
        RUNS, EPOCHS, since(start) / 1e3, Files.size(file) / 1e6);
    start = System.nanoTime();
    try (RunStore store = RunStore.open(file)) {
      System.out.printf("store opened: %.0f ms%n", since(start));
      for (int round = 1; round <= ROUNDS; round++) {
        start = System.nanoTime();
        List<RunSummary> runs = store.runs();
        System.out.printf("round %d: %d runs listed: %.0f ms%n", round, runs.size(), since(start));
      }
      start = System.nanoTime();
      store.details(RUNS / 2).orElseThrow();
      System.out.printf("details of one run: %.1f ms%n", since(start));
    }
  }

  private KeptRun run() {
    TrainingConfig config =
        TrainingConfig.builder().epochs(EPOCHS).seed(random.nextLong()).build();
    List<EpochResult> epochs = IntStream.rangeClosed(1, EPOCHS).mapToObj(this::epoch).toList();
    Provenance provenance =
        new Provenance("bench", "2026-01-01T00:00:00Z", 1, "ab", "17", "Linux", 2, 2, "none");
    Evaluation evaluation = evaluation();
    RunSummary summary =
        new RunSummary(
            0,
            "256 ReLU · Adam 0.001 · batch 128 · seed " + config.seed(),
            "",
            false,
            "bench",
            Instant.now(),
            config,
            RunState.FINISHED,
            EPOCHS,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            10);
    RunDetails details =
        new RunDetails(
            summary,
            Optional.of(provenance),
            epochs,
            Optional.of(evaluation),
            Optional.of(evaluation),
            Optional.of(evaluation));
    // Small ones stand for the weights: 10 000 real ones would be 16 GB, in pages that no list reads.
    TrainingConfig small = config.toBuilder().hidden().build();
    Model model =
        new Model(
            small.network(10, 10),
            PixelScaling.PLAIN,
            List.of(new float[100], new float[10]),
            small,
            provenance);
    return new KeptRun(details, Optional.of(model), Optional.of(model));
  }

  private EpochResult epoch(int number) {
    return new EpochResult(
        number,
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        0,
        0.001,
        0.1);
  }

  private Evaluation evaluation() {
    long[][] counts = new long[10][10];
    for (long[] row : counts) {
      Arrays.setAll(row, given -> random.nextInt(1000));
    }
    return new Evaluation(random.nextDouble(), new ConfusionMatrix(counts));
  }

  private void cost(Path file, Path images) {
    Engine.start();
    TrainingData data = TrainingData.of(MnistFiles.read(images));
    TrainingConfig config = TrainingConfig.builder().epochs(10).build();
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    Blocked blocked = new Blocked();
    try (RunStore store = RunStore.open(file)) {
      train(config, data, TrainingListener.SILENT);
      for (int round = 0; round < ROUNDS; round++) {
        without.add(train(config, data, TrainingListener.SILENT));
        RunRecorder recorder = store.record(config, "", "");
        blocked.recorder = recorder;
        with.add(train(config, data, blocked));
        recorder.failed(new Problem("cli.outOfMemory"));
      }
      System.out.printf(
          "median of %d trainings of %d epochs of MNIST: %.3f s unkept, %.3f s kept%n",
          ROUNDS, config.epochs(), median(without), median(with));
      System.out.printf(
          "the trainer's thread spent %.4f ms in the recorder for each epoch of %.0f ms: %.4f %%%n",
          blocked.nanos / 1e6 / blocked.epochs,
          1e3 * median(without) / config.epochs(),
          100 * blocked.nanos / 1e9 / blocked.epochs / (median(without) / config.epochs()));
      writer(store, config, median(without) / config.epochs());
    }
  }

  /** Processor time of the thread that writes, at the pace of real epochs. */
  private void writer(RunStore store, TrainingConfig config, double epochSeconds) {
    RunRecorder recorder = store.record(config, "", "");
    int epochs = 60;
    long before = processorNanos();
    for (int number = 1; number <= epochs; number++) {
      recorder.epochEnded(epoch(number));
      LockSupport.parkNanos((long) (epochSeconds * 1e9));
    }
    double spent = (processorNanos() - before) / 1e9 / epochs;
    recorder.failed(new Problem("cli.outOfMemory"));
    System.out.printf(
        "whole program, epochs coming at that pace and nothing trained: %.3f ms of processor"
            + " time an epoch, %.3f %% of one processor%n",
        1e3 * spent, 100 * spent / epochSeconds);
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean)
            ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double train(
      TrainingConfig config, TrainingData data, TrainingListener listener) {
    return new Trainer(config, data).run(listener, new StopSignal()).trainingSeconds();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** Times how long a recorder keeps the trainer's thread. */
  private static final class Blocked implements TrainingListener {
    private RunRecorder recorder;
    private long nanos;
    private long epochs;

    @Override
    public void epochEnded(EpochResult result) {
      long start = System.nanoTime();
      recorder.epochEnded(result);
      nanos += System.nanoTime() - start;
      epochs++;
    }
  }
}
