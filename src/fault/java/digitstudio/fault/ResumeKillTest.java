package digitstudio.fault;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunStore.Weights;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.training.BatchSize;
import digitstudio.training.ConfigJson;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.Shuffle;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills trainings at random moments, goes on with them from their checkpoints, and compares what
 * they end with to the run that was never stopped, bit by bit.
 */
final class ResumeKillTest {
  private static final List<Optimizer> RULES =
      List.of(
          new Optimizer.Sgd(),
          new Optimizer.Momentum(0.9),
          new Optimizer.Nesterov(0.9),
          new Optimizer.Adagrad(1e-8),
          new Optimizer.RmsProp(0.9, 1e-8),
          new Optimizer.Adam(0.9, 0.999, 1e-8, true));

  /** How often one run is killed at the most before it may come to its end. */
  private static final int MOST_KILLS = 4;

  private final SplittableRandom random;
  private final Path folder;
  private final Path images;
  private final TrainingData data;
  private final String classPath;
  private int killed;
  private int resumed;
  private int begun;
  private int runs;

  private ResumeKillTest(long seed, Path folder, Path images, String classPath) {
    random = new SplittableRandom(seed);
    this.folder = folder;
    this.images = images;
    this.classPath = classPath;
    data = TrainingProgram.data(images);
  }

  /** Kills so many trainings and notes what it finds. */
  static void run(
      int kills, long seed, String classPath, Path images, Path folder, Findings findings)
      throws Exception {
    ResumeKillTest test = new ResumeKillTest(seed, folder, images, classPath);
    while (test.killed < kills) {
      test.tryOne(Math.min(MOST_KILLS, kills - test.killed), findings);
    }
    findings.count("kills train, each rule of learning", test.killed);
    findings.count("kills after which it went on from a checkpoint", test.resumed);
    findings.count("kills before the first checkpoint", test.begun);
    findings.count("finished runs compared bit by bit", test.runs);
  }

  private TrainingConfig config() {
    BatchSize[] sizes = {
      new BatchSize.Fixed(1), new BatchSize.Fixed(64), new BatchSize.Fixed(128), new BatchSize.All()
    };
    BatchSize size = sizes[random.nextInt(sizes.length)];
    boolean held = random.nextBoolean();
    return TrainingConfig.builder()
        .hidden(64 + random.nextInt(3) * 100)
        .optimizer(RULES.get(random.nextInt(RULES.size())))
        .learningRate(0.002)
        .batchSize(size)
        .dropout(random.nextBoolean() ? 0.3 : 0)
        .shuffle(Shuffle.values()[random.nextInt(3)])
        .regularizer(
            random.nextInt(4) == 0 ? new Regularizer.L2(0.1) : new Regularizer.None())
        .validation(held ? 0.2 : 0)
        .patience(held && random.nextBoolean() ? 5 : 0)
        .epochs(size.equals(new BatchSize.Fixed(1)) ? 12 : 60)
        .seed(random.nextInt(1000))
        .build();
  }

  private void tryOne(int kills, Findings findings) throws Exception {
    TrainingConfig config = config();
    RunResult whole =
        new Trainer(config, data).run(TrainingListener.SILENT, new StopSignal());
    Path own = Files.createDirectory(folder.resolve("run-" + runs));
    Path store = own.resolve("runs.db");
    int wanted = 1 + random.nextInt(kills);
    for (int kill = 0; kill < wanted; kill++) {
      if (!kill(store, config)) {
        break;
      }
    }
    runTo(store, config);
    List<String> wrong = compare(store, whole);
    runs++;
    wrong.forEach(one -> findings.fault("resumed: " + one + ": " + ConfigJson.write(config)));
  }

  private Process start(Path store, TrainingConfig config) throws IOException {
    long id = 0;
    try (RunStore open = RunStore.open(store)) {
      Optional<RunSummary> newest = open.runs().stream().findFirst();
      if (newest.isPresent() && open.resumable(newest.get().id()).isPresent()) {
        id = newest.get().id();
        resumed++;
      } else if (newest.isPresent()) {
        begun++;
      }
    }
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            classPath,
            "digitstudio.fault.TrainingProgram",
            store.toString(),
            images.toString(),
            ConfigJson.write(config).toString(),
            Long.toString(id))
        .redirectOutput(lines(store).toFile())
        .redirectError(store.resolveSibling("errors.txt").toFile())
        .start();
  }

  private static Path lines(Path store) {
    return store.resolveSibling("lines.txt");
  }

  /** Whether it lived to be killed. */
  private boolean kill(Path store, TrainingConfig config) throws Exception {
    if (isFinished(store)) {
      return false;
    }
    Process program = start(store, config);
    while (program.isAlive() && Files.size(lines(store)) == 0) {
      program.waitFor(5, TimeUnit.MILLISECONDS);
    }
    program.waitFor(random.nextLong(TimeUnit.MILLISECONDS.toNanos(1500)), TimeUnit.NANOSECONDS);
    if (!program.isAlive()) {
      return false;
    }
    program.destroyForcibly().waitFor();
    killed++;
    return true;
  }

  private static boolean isFinished(Path store) {
    try (RunStore open = RunStore.open(store)) {
      return open.runs().stream().findFirst().stream()
          .anyMatch(run -> run.state() == RunState.FINISHED);
    }
  }

  private void runTo(Path store, TrainingConfig config) throws Exception {
    if (!isFinished(store) && start(store, config).waitFor() != 0) {
      System.out.println(Files.readString(store.resolveSibling("errors.txt")));
    }
  }

  private static List<String> compare(Path store, RunResult whole) {
    List<String> wrong = new ArrayList<>();
    try (RunStore open = RunStore.open(store)) {
      RunSummary run = open.runs().get(0);
      if (run.state() != RunState.FINISHED) {
        wrong.add("it is " + run.state());
        return wrong;
      }
      List<EpochResult> epochs = open.details(run.id()).orElseThrow().epochs();
      if (!timeless(epochs).equals(timeless(whole.epochs()))) {
        wrong.add("its curve is another");
      }
      if (!isSame(open.model(run.id(), Weights.FINAL), whole.last())) {
        wrong.add("its last weights are others");
      }
      if (whole.best().isPresent()
          && !isSame(open.model(run.id(), Weights.BEST), whole.best().get())) {
        wrong.add("its best weights are others");
      }
      if (open.confusions(run.id()).size() != epochs.size()) {
        wrong.add("it lacks confusion matrices");
      }
      if (!open.resumable().isEmpty() || open.deleted().size() > 0) {
        wrong.add("its checkpoint is still there");
      }
    }
    return wrong;
  }

  /** Everything of the epochs but how long they took. */
  private static List<List<Double>> timeless(List<EpochResult> epochs) {
    return epochs.stream()
        .map(
            epoch ->
                List.of(
                    epoch.trainLoss(),
                    epoch.trainAccuracy(),
                    epoch.validationLoss(),
                    epoch.validationAccuracy(),
                    epoch.penalty()))
        .toList();
  }

  private static boolean isSame(Optional<Model> found, Model expected) {
    return found.isPresent()
        && IntStream.range(0, expected.parameters().size())
            .allMatch(
                i ->
                    Arrays.equals(
                        found.get().parameters().get(i), expected.parameters().get(i)));
  }
}
