package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.nn.Backpropagation;
import digitstudio.nn.Network;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Samples;
import digitstudio.nn.Updater;
import digitstudio.text.Problem;
import digitstudio.training.augment.AugmentedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The training loop: synchronous, seeded, and knows nothing of a screen. */
public final class Trainer {
  /**
   * Entries that steps along single images go through until they are settled: some milliseconds of
   * work, of which settling takes less than a hundredth.
   */
  private static final long SETTLED_ENTRIES = 1_000_000_000;

  private static final int MOST_UNSETTLED_STEPS = 4096;
  private static final int LEAST_UNSETTLED_STEPS = 64;

  private final TrainingConfig config;
  private final Provenance provenance;
  private final RunData data;
  private final NetworkSpec spec;
  private final int batchSize;
  private final long weightSeed;
  private final long orderSeed;
  private final long dropoutSeed;
  private final long distortionSeed;

  /**
   * Prepares a run; no network is made yet.
   *
   * @throws Problem if the settings do not suit the data, or memory does not suffice
   */
  public Trainer(TrainingConfig config, TrainingData data) {
    this.config = config;
    SplittableRandom seeds = new SplittableRandom(config.seed());
    weightSeed = seeds.nextLong();
    seeds.nextLong(); // The split's, which RunImages draws for itself.
    orderSeed = seeds.nextLong();
    dropoutSeed = seeds.nextLong();
    distortionSeed = seeds.nextLong();
    spec = config.network(DigitImage.PIXELS, data.classes().count());
    MemoryNeed.require(config, spec);
    this.data = RunData.of(config, data, RunImages.splitSeed(config));
    batchSize = config.batchSize().of(this.data.train().size());
    provenance =
        Provenance.now(config.seed(), data.sha256(), data.description()).with(this.data.drawings());
  }

  /**
   * Trains until the epochs are over, early stopping, a stop or divergence, then evaluates. Where
   * the listener has a checkpoint to go on from, the run ends as one that was never interrupted.
   *
   * @param listener told of every step
   * @param signal looked at after every batch, and within large ones
   * @throws Problem if the checkpoint is of other data or another run
   */
  public RunResult run(TrainingListener listener, StopSignal signal) {
    Checkpointing checkpointing = listener.checkpointing();
    Optional<Checkpoint> from = checkpointing.start();
    from.ifPresent(this::requireOurs);
    Provenance origin =
        from.map(before -> before.provenance().continuedBy(provenance)).orElse(provenance);
    try (Network network = Network.create(spec, config.initializer(), weightSeed);
        Loop loop = new Loop(network, listener, signal, checkpointing, origin)) {
      from.ifPresent(loop::restore);
      listener.prepared(origin);
      listener.started(network, data.scaling(), data.train().size(), loop.stepsPerEpoch());
      from.ifPresent(listener::resumed);
      listener.stateChanged(RunState.RUNNING);
      loop.train();
      listener.stateChanged(RunState.EVALUATING);
      return loop.result();
    }
  }

  private void requireOurs(Checkpoint from) {
    if (!from.provenance().dataSha256().equals(provenance.dataSha256())) {
      throw new Problem("checkpoint.otherData");
    }
    if (!from.provenance().hasDrawingsOf(provenance)) {
      throw new Problem("checkpoint.otherDrawings");
    }
    if (!from.config().equals(config)
        || !from.spec().equals(spec)
        || from.order().length != data.train().size()) {
      throw new Problem("checkpoint.otherRun");
    }
  }

  /** One run's arrays and counters. */
  private final class Loop implements AutoCloseable {
    private final Network network;
    private final TrainingListener listener;
    private final StopSignal signal;
    private final Checkpointing checkpointing;
    private final Provenance origin;

    /** What the training images become on their way; null where they stay as they are. */
    private final AugmentedImages augmented;

    private final Backpropagation backpropagation;
    private final Updater updater;
    private final Evaluator validation;
    private final EarlyStopping earlyStopping = new EarlyStopping(config.patience());
    private final ImageOrder images = new ImageOrder(data.train().size(), orderSeed);
    private final int[] order = images.order();

    /** Of the images learnt from, counted where no others are held out. */
    private final AnswerCount answers = new AnswerCount(spec.outputs());

    /** Steps along single images between two moments at which all of them are settled. */
    private final int unsettledSteps =
        (int)
            Math.max(
                LEAST_UNSETTLED_STEPS,
                Math.min(MOST_UNSETTLED_STEPS, SETTLED_ENTRIES / spec.parameters()));

    private final CurveBuilder lossByStep = new CurveBuilder(CurveBuilder.BUCKETS);
    private final CurveBuilder accuracyByStep = new CurveBuilder(CurveBuilder.BUCKETS);
    private final List<EpochResult> epochs = new ArrayList<>();
    private Network best;
    private long bestStep;
    private RunState end = RunState.FINISHED;
    private boolean stoppedEarly;
    private long step;
    private long imagesSeen;
    private long trainingNanos;
    private int epoch = 1;
    private boolean begun;
    private int batches;
    private long epochNanos;
    private double epochLoss;
    private int epochCorrect;
    private int epochImages;

    Loop(
        Network network,
        TrainingListener listener,
        StopSignal signal,
        Checkpointing checkpointing,
        Provenance origin) {
      this.network = network;
      this.listener = listener;
      this.signal = signal;
      this.checkpointing = checkpointing;
      this.origin = origin;
      augmented =
          config.augmentation().isNone()
              ? null
              : new AugmentedImages(data.train(), config.augmentation(), distortionSeed);
      Samples seen = augmented == null ? data.train() : augmented.samples();
      backpropagation =
          new Backpropagation(
              network,
              seen,
              config.loss(),
              batchSize,
              config.dropout(),
              dropoutSeed,
              augmented != null);
      updater = new Updater(config.optimizer(), config.regularizer(), config.reduction(), spec);
      validation = data.validation().size() > 0 ? new Evaluator(network, data.validation()) : null;
    }

    int stepsPerEpoch() {
      return (order.length + batchSize - 1) / batchSize;
    }

    void train() {
      while (epoch <= config.epochs() && end == RunState.FINISHED && !stoppedEarly) {
        trainEpoch();
      }
    }

    private void trainEpoch() {
      if (!begun) {
        beginEpoch();
      }
      if (augmented != null) {
        augmented.begin(epoch, order, batches * batchSize);
      }
      double learningRate = config.learningRate().at(epoch, config.epochs());
      for (int from = batches * batchSize; from < order.length; from += batchSize) {
        int rows = Math.min(batchSize, order.length - from);
        if (!trainBatch(from, rows, learningRate)) {
          break;
        }
        batches++;
        boolean last = batches == stepsPerEpoch();
        if (mayBeResumed() && !last && checkpointing.isDue(false)) {
          checkpointing.keep(this::checkpoint);
        }
      }
      if (end == RunState.STOPPED) {
        keepStopped();
      } else {
        endEpoch(learningRate);
      }
    }

    private void beginEpoch() {
      if (config.shuffle() == Shuffle.EPOCH || (config.shuffle() == Shuffle.ONCE && epoch == 1)) {
        images.shuffle();
      }
      begun = true;
      batches = 0;
      epochNanos = 0;
      epochLoss = 0;
      epochCorrect = 0;
      epochImages = 0;
      answers.clear();
    }

    /** One step; false if it was the last because of a stop or divergence. */
    private boolean trainBatch(int from, int images, double learningRate) {
      long masksBefore = backpropagation.masksDrawn();
      for (int done = 0; done < images; ) {
        if (!mayGoOn()) {
          end = RunState.STOPPED;
          forget(done, masksBefore);
          return false;
        }
        long start = System.nanoTime();
        int rows = Math.min(backpropagation.chunk(), images - done);
        backpropagation.add(seenOrder(from + done, rows), from + done, rows, done == 0);
        if (validation == null) {
          if (done == 0 && rows < images) {
            answers.mark();
          }
          answers.add(data.train().labels(), order, from + done, rows, backpropagation.given());
        }
        done += rows;
        if (done == images) {
          updater.step(backpropagation, learningRate, images);
        }
        long nanos = System.nanoTime() - start;
        trainingNanos += nanos;
        epochNanos += nanos;
        imagesSeen += rows;
        listener.imagesSeen(imagesSeen);
      }
      step++;
      double loss = backpropagation.loss() / images;
      epochLoss += backpropagation.loss();
      epochCorrect += backpropagation.correct();
      epochImages += images;
      lossByStep.add(loss);
      accuracyByStep.add((double) backpropagation.correct() / images);
      listener.stepEnded(step, images, loss, backpropagation.correct());
      if (!Double.isFinite(loss)) {
        end = RunState.DIVERGED;
        return false;
      }
      return true;
    }

    /** Of a batch that is not ended nothing stays but its time. */
    private void forget(int done, long masksBefore) {
      if (done > 0) {
        imagesSeen -= done;
        backpropagation.setMasksDrawn(masksBefore);
        if (validation == null) {
          answers.goBackToMark();
        }
      }
    }

    /**
     * Whether the run can be had again from here to the last bit. Steps along single images are put
     * off and settled now and then, in every run after the same steps, whether there are
     * checkpoints or not.
     */
    private boolean mayBeResumed() {
      if (batchSize > 1) {
        return true;
      }
      if (batches % unsettledSteps != 0) {
        return false;
      }
      backpropagation.settleSteps();
      return true;
    }

    /** The last checkpoint of a run that is stopped in an epoch, if it can go on from here. */
    private void keepStopped() {
      boolean settled = batchSize > 1 || batches % unsettledSteps == 0;
      if (settled && step > 0) {
        checkpointing.keep(this::checkpoint);
      }
    }

    private Checkpoint checkpoint() {
      return new Checkpoint(
          config,
          origin,
          spec,
          epoch,
          begun,
          batches,
          step,
          imagesSeen,
          trainingNanos,
          new Checkpoint.EpochSums(
              epochLoss, epochCorrect, epochImages, epochNanos, answers.copy()),
          epochs,
          network.parameters(),
          updater.state(),
          best == null ? List.of() : best.parameters(),
          order.clone(),
          images.chanceState(),
          backpropagation.masksDrawn(),
          lossByStep.state(),
          accuracyByStep.state());
    }

    void restore(Checkpoint from) {
      epoch = from.epoch();
      begun = from.begun();
      batches = from.batches();
      step = from.step();
      imagesSeen = from.imagesSeen();
      trainingNanos = from.trainingNanos();
      epochLoss = from.sums().loss();
      epochCorrect = from.sums().correct();
      epochImages = from.sums().images();
      epochNanos = from.sums().nanos();
      answers.set(from.sums().answers());
      network.set(from.weights());
      updater.restore(step, from.optimizer());
      backpropagation.setMasksDrawn(from.masksDrawn());
      images.restore(from.order(), from.chanceState());
      lossByStep.restore(from.lossByStep());
      accuracyByStep.restore(from.accuracyByStep());
      epochs.addAll(from.epochs());
      if (validation != null) {
        epochs.forEach(earlyStopping::improves);
        stoppedEarly = earlyStopping.shouldStop();
        bestStep = (long) earlyStopping.bestEpoch() * stepsPerEpoch();
      }
      if (!from.best().isEmpty()) {
        best = Network.of(spec, from.best());
      }
    }

    /** Places of the images to learn from next, which are there when this returns. */
    private int[] seenOrder(int from, int rows) {
      if (augmented == null) {
        return order;
      }
      augmented.require(from, rows, backpropagation::share);
      return augmented.places();
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

    private void endEpoch(double learningRate) {
      backpropagation.settleSteps();
      Optional<Evaluation> held = Optional.empty();
      if (validation != null) {
        held = validation.evaluate(config.loss(), signal);
        if (held.isEmpty()) {
          end = RunState.STOPPED;
          checkpointing.keep(this::checkpoint);
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
              epochNanos / 1e9);
      epochs.add(result);
      ConfusionMatrix read = held.map(Evaluation::confusion).orElseGet(answers::matrix);
      if (validation == null || held.isPresent()) {
        listener.epochRead(epoch, read);
      }
      listener.epochEnded(result);
      if (held.isPresent()) {
        weigh(result);
      }
      if (end == RunState.FINISHED) {
        epoch++;
        begun = false;
        batches = 0;
        if (checkpointing.isDue(true)) {
          checkpointing.keep(this::checkpoint);
        }
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
          origin,
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
      return new Model(spec, data.scaling(), from.parameters(), config, origin);
    }

    @Override
    public void close() {
      if (augmented != null) {
        augmented.close();
      }
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
