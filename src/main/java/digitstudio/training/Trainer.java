package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.nn.Backpropagation;
import digitstudio.nn.Network;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Updater;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** The training loop: synchronous, seeded, and knows nothing of a screen. */
public final class Trainer {
  private final TrainingConfig config;
  private final Provenance provenance;
  private final RunData data;
  private final NetworkSpec spec;
  private final int batchSize;
  private final long weightSeed;
  private final long orderSeed;
  private final long dropoutSeed;

  /**
   * Prepares a run; no network is made yet.
   *
   * @throws digitstudio.text.Problem if the settings do not suit the data, or memory does not
   *     suffice
   */
  public Trainer(TrainingConfig config, TrainingData data) {
    this.config = config;
    SplittableRandom seeds = new SplittableRandom(config.seed());
    weightSeed = seeds.nextLong();
    seeds.nextLong(); // The split's, which RunImages draws for itself.
    orderSeed = seeds.nextLong();
    dropoutSeed = seeds.nextLong();
    spec = config.network(DigitImage.PIXELS, data.classes().count());
    MemoryNeed.require(config, spec);
    this.data = RunData.of(config, data, RunImages.splitSeed(config));
    batchSize = config.batchSize().of(this.data.train().size());
    provenance = Provenance.now(config.seed(), data.sha256(), data.description());
  }

  /**
   * Trains until the epochs are over, early stopping, a stop or divergence, then evaluates.
   *
   * @param listener told of every step
   * @param signal looked at after every batch, and within large ones
   */
  public RunResult run(TrainingListener listener, StopSignal signal) {
    try (Network network = Network.create(spec, config.initializer(), weightSeed);
        Loop loop = new Loop(network, listener, signal)) {
      listener.prepared(provenance);
      listener.started(network, data.scaling(), data.train().size(), loop.stepsPerEpoch());
      listener.stateChanged(RunState.RUNNING);
      loop.train();
      listener.stateChanged(RunState.EVALUATING);
      return loop.result();
    }
  }

  /** One run's arrays and counters. */
  private final class Loop implements AutoCloseable {
    private final Network network;
    private final TrainingListener listener;
    private final StopSignal signal;
    private final Backpropagation backpropagation;
    private final Updater updater;
    private final Evaluator validation;
    private final EarlyStopping earlyStopping = new EarlyStopping(config.patience());
    private final Random random = new Random(orderSeed);
    private final int[] order = new int[data.train().size()];

    /** Of the images learnt from, counted where no others are held out. */
    private final AnswerCount answers = new AnswerCount(spec.outputs());

    private final List<EpochResult> epochs = new ArrayList<>();
    private Network best;
    private long bestStep;
    private RunState end = RunState.FINISHED;
    private boolean stoppedEarly;
    private long step;
    private long imagesSeen;
    private long trainingNanos;
    private double epochLoss;
    private int epochCorrect;
    private int epochImages;

    Loop(Network network, TrainingListener listener, StopSignal signal) {
      this.network = network;
      this.listener = listener;
      this.signal = signal;
      backpropagation =
          new Backpropagation(
              network, data.train(), config.loss(), batchSize, config.dropout(), dropoutSeed);
      updater = new Updater(config.optimizer(), config.regularizer(), config.reduction(), spec);
      validation = data.validation().size() > 0 ? new Evaluator(network, data.validation()) : null;
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
    }

    int stepsPerEpoch() {
      return (order.length + batchSize - 1) / batchSize;
    }

    void train() {
      for (int epoch = 1; epoch <= config.epochs() && end == RunState.FINISHED; epoch++) {
        trainEpoch(epoch);
        if (stoppedEarly) {
          return;
        }
      }
    }

    private void trainEpoch(int epoch) {
      if (config.shuffle() == Shuffle.EPOCH || (config.shuffle() == Shuffle.ONCE && epoch == 1)) {
        shuffle();
      }
      epochLoss = 0;
      epochCorrect = 0;
      epochImages = 0;
      answers.clear();
      double learningRate = config.learningRate().at(epoch, config.epochs());
      long nanosBefore = trainingNanos;
      for (int from = 0; from < order.length; from += batchSize) {
        int images = Math.min(batchSize, order.length - from);
        if (!trainBatch(from, images, learningRate)) {
          break;
        }
      }
      if (end != RunState.STOPPED) {
        endEpoch(epoch, learningRate, (trainingNanos - nanosBefore) / 1e9);
      }
    }

    /** One step; false if it was the last because of a stop or divergence. */
    private boolean trainBatch(int from, int images, double learningRate) {
      for (int done = 0; done < images; ) {
        if (!mayGoOn()) {
          end = RunState.STOPPED;
          return false;
        }
        long start = System.nanoTime();
        int rows = Math.min(backpropagation.chunk(), images - done);
        backpropagation.add(order, from + done, rows, done == 0);
        if (validation == null) {
          answers.add(data.train().labels(), order, from + done, rows, backpropagation.given());
        }
        done += rows;
        if (done == images) {
          updater.step(backpropagation, learningRate, images);
        }
        trainingNanos += System.nanoTime() - start;
        imagesSeen += rows;
        listener.imagesSeen(imagesSeen);
      }
      step++;
      double loss = backpropagation.loss() / images;
      epochLoss += backpropagation.loss();
      epochCorrect += backpropagation.correct();
      epochImages += images;
      listener.stepEnded(step, images, loss, backpropagation.correct());
      if (!Double.isFinite(loss)) {
        end = RunState.DIVERGED;
        return false;
      }
      return true;
    }

    /** Waits through a pause; false if the run is to stop. */
    private boolean mayGoOn() {
      if (signal.isPaused()) {
        listener.stateChanged(RunState.PAUSED);
        signal.awaitResume();
        if (!signal.isStopped()) {
          listener.stateChanged(RunState.RUNNING);
        }
      }
      return !signal.isStopped();
    }

    private void endEpoch(int epoch, double learningRate, double seconds) {
      Optional<Evaluation> held = Optional.empty();
      if (validation != null) {
        held = validation.evaluate(config.loss(), signal);
        if (held.isEmpty()) {
          end = RunState.STOPPED;
        }
      }
      EpochResult result =
          new EpochResult(
              epoch,
              epochLoss / epochImages,
              (double) epochCorrect / epochImages,
              held.map(Evaluation::loss).orElse(Double.NaN),
              held.map(Evaluation::accuracy).orElse(Double.NaN),
              network.penalty(config.regularizer(), batchSize),
              learningRate,
              seconds);
      epochs.add(result);
      ConfusionMatrix read = held.map(Evaluation::confusion).orElseGet(answers::matrix);
      if (validation == null || held.isPresent()) {
        listener.epochRead(epoch, read);
      }
      listener.epochEnded(result);
      if (held.isPresent()) {
        weigh(result);
      }
    }

    /** Keeps the best weights, and notices an end. */
    private void weigh(EpochResult result) {
      if (!Double.isFinite(result.validationLoss())) {
        end = RunState.DIVERGED;
      }
      if (earlyStopping.improves(result)) {
        bestStep = step;
        if (best == null) {
          best = network.copy();
        } else {
          best.set(network);
        }
      }
      stoppedEarly = end == RunState.FINISHED && earlyStopping.shouldStop();
    }

    private void shuffle() {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
    }

    RunResult result() {
      Optional<Model> spare = spare();
      if (best != null && config.patience() > 0) {
        network.set(best);
      }
      Evaluation train;
      try (Evaluator evaluator = new Evaluator(network, data.train())) {
        train = evaluator.evaluate(config.loss());
      }
      Evaluation test;
      try (Evaluator evaluator = new Evaluator(network, data.test())) {
        test = evaluator.evaluate(config.loss());
      }
      if (end == RunState.FINISHED && !Double.isFinite(train.loss())) {
        // The very last step can overflow with no step left to notice it.
        end = RunState.DIVERGED;
      }
      return new RunResult(
          config,
          provenance,
          end,
          epochs,
          earlyStopping.bestEpoch(),
          stoppedEarly,
          train,
          Optional.ofNullable(validation).map(evaluator -> evaluator.evaluate(config.loss())),
          test,
          trainingNanos / 1e9,
          model(network),
          spare);
    }

    /** The weights that the run does not end with. */
    private Optional<Model> spare() {
      if (best == null || bestStep == step) {
        return Optional.empty();
      }
      return Optional.of(model(config.patience() > 0 ? network : best));
    }

    private Model model(Network from) {
      return new Model(spec, data.scaling(), from.parameters(), config, provenance);
    }

    @Override
    public void close() {
      backpropagation.close();
      updater.close();
      if (validation != null) {
        validation.close();
      }
      if (best != null) {
        best.close();
      }
    }
  }
}
