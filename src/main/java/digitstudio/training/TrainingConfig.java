package digitstudio.training;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import java.util.List;

/**
 * Everything that decides a run, apart from the data: two runs of equal settings, data, program and
 * thread count give the same curve to the last bit.
 *
 * @param hidden units of each hidden layer; empty for softmax regression
 * @param activation of the hidden layers
 * @param loss what is made small
 * @param optimizer update rule
 * @param learningRate step size and its schedule
 * @param batchSize images a step
 * @param reduction whether a batch's gradients are averaged or added
 * @param regularizer penalty on the weights
 * @param dropout share of hidden outputs set to zero while training, 0 ≤ p &lt; 1
 * @param initializer how the weights begin
 * @param epochs most passes over the training images, at least 1
 * @param patience epochs without a better validation loss before the run stops and goes back to its
 *     best weights; 0 for no early stopping
 * @param validation share of the training images held out, 0 to 0.5
 * @param trainLimit most training images read from the file, before the split; 0 for all
 * @param ownDrawings how often an epoch shows each drawing of the person's own hand that is not
 *     held out, 0 to 1000; see {@link OwnDrawings} for what that means. They are learnt from only:
 *     the validation part has none
 * @param contrastStretching whether each image is stretched to span black to white
 * @param standardization whether inputs are standardised by the training mean and deviation
 * @param augmentation how the training images are distorted, in every epoch anew, after any
 *     stretching of their contrast and before standardisation, whose mean and deviation are the
 *     undistorted images'; no other images are
 * @param shuffle when the images are put in a new order
 * @param seed of the weights, the split, the order, the dropout and the distortions
 */
public record TrainingConfig(
    List<Integer> hidden,
    Activation activation,
    Loss loss,
    Optimizer optimizer,
    LearningRate learningRate,
    BatchSize batchSize,
    Reduction reduction,
    Regularizer regularizer,
    double dropout,
    Initializer initializer,
    int epochs,
    int patience,
    double validation,
    int trainLimit,
    double ownDrawings,
    boolean contrastStretching,
    boolean standardization,
    Augmentation augmentation,
    Shuffle shuffle,
    long seed) {

  private static final int MOST_OWN_DRAWINGS = 1000;

  /** The settings that a run has where nothing else is said. */
  public static final TrainingConfig DEFAULT =
      new TrainingConfig(
          List.of(256),
          new Activation.Relu(),
          Loss.CROSS_ENTROPY,
          new Optimizer.Adam(
              Optimizer.DEFAULT_BETA1, Optimizer.DEFAULT_BETA2, Optimizer.DEFAULT_EPSILON, true),
          new LearningRate.Constant(0.001),
          new BatchSize.Fixed(128),
          Reduction.MEAN,
          new Regularizer.None(),
          0,
          new Initializer.He(),
          10,
          0,
          0.2,
          0,
          0,
          false,
          false,
          Augmentation.NONE,
          Shuffle.EPOCH,
          1);

  public TrainingConfig {
    hidden = List.copyOf(hidden);
    hidden.forEach(units -> Settings.requireAtLeast("hidden", units, 1));
    Settings.requireFrom("dropout", dropout, 0, 1);
    Settings.requireAtLeast("epochs", epochs, 1);
    Settings.requireAtLeast("patience", patience, 0);
    if (!(validation >= 0 && validation <= 0.5)) {
      throw new Problem("settings.validation", Settings.number(validation));
    }
    if (patience > 0 && validation == 0) {
      throw new Problem("settings.patienceWithoutValidation");
    }
    Settings.requireAtLeast("train-limit", trainLimit, 0);
    if (!(ownDrawings >= 0 && ownDrawings <= MOST_OWN_DRAWINGS)) {
      throw new Problem("settings.ownDrawings", Settings.number(ownDrawings), MOST_OWN_DRAWINGS);
    }
  }

  /** The network these settings describe, for images of so many pixels in so many classes. */
  public NetworkSpec network(int inputs, int outputs) {
    return new NetworkSpec(inputs, hidden, activation, outputs);
  }

  /** These settings, open to change. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The default settings, open to change. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** Settings in the making; nothing is checked before {@link #build()}. */
  public static final class Builder {
    private List<Integer> hidden;
    private Activation activation;
    private Loss loss;
    private Optimizer optimizer;
    private LearningRate learningRate;
    private BatchSize batchSize;
    private Reduction reduction;
    private Regularizer regularizer;
    private double dropout;
    private Initializer initializer;
    private int epochs;
    private int patience;
    private double validation;
    private int trainLimit;
    private double ownDrawings;
    private boolean contrastStretching;
    private boolean standardization;
    private Augmentation augmentation;
    private Shuffle shuffle;
    private long seed;

    private Builder(TrainingConfig config) {
      hidden = config.hidden;
      activation = config.activation;
      loss = config.loss;
      optimizer = config.optimizer;
      learningRate = config.learningRate;
      batchSize = config.batchSize;
      reduction = config.reduction;
      regularizer = config.regularizer;
      dropout = config.dropout;
      initializer = config.initializer;
      epochs = config.epochs;
      patience = config.patience;
      validation = config.validation;
      trainLimit = config.trainLimit;
      ownDrawings = config.ownDrawings;
      contrastStretching = config.contrastStretching;
      standardization = config.standardization;
      augmentation = config.augmentation;
      shuffle = config.shuffle;
      seed = config.seed;
    }

    public Builder hidden(List<Integer> hidden) {
      this.hidden = hidden;
      return this;
    }

    public Builder hidden(Integer... hidden) {
      return hidden(List.of(hidden));
    }

    public Builder activation(Activation activation) {
      this.activation = activation;
      return this;
    }

    public Builder loss(Loss loss) {
      this.loss = loss;
      return this;
    }

    public Builder optimizer(Optimizer optimizer) {
      this.optimizer = optimizer;
      return this;
    }

    public Builder learningRate(LearningRate learningRate) {
      this.learningRate = learningRate;
      return this;
    }

    /** A constant learning rate. */
    public Builder learningRate(double learningRate) {
      return learningRate(new LearningRate.Constant(learningRate));
    }

    public Builder batchSize(BatchSize batchSize) {
      this.batchSize = batchSize;
      return this;
    }

    public Builder batchSize(int images) {
      return batchSize(new BatchSize.Fixed(images));
    }

    public Builder reduction(Reduction reduction) {
      this.reduction = reduction;
      return this;
    }

    public Builder regularizer(Regularizer regularizer) {
      this.regularizer = regularizer;
      return this;
    }

    public Builder dropout(double dropout) {
      this.dropout = dropout;
      return this;
    }

    public Builder initializer(Initializer initializer) {
      this.initializer = initializer;
      return this;
    }

    public Builder epochs(int epochs) {
      this.epochs = epochs;
      return this;
    }

    public Builder patience(int patience) {
      this.patience = patience;
      return this;
    }

    public Builder validation(double share) {
      this.validation = share;
      return this;
    }

    public Builder trainLimit(int images) {
      this.trainLimit = images;
      return this;
    }

    public Builder ownDrawings(double weight) {
      this.ownDrawings = weight;
      return this;
    }

    public Builder contrastStretching(boolean on) {
      this.contrastStretching = on;
      return this;
    }

    public Builder standardization(boolean on) {
      this.standardization = on;
      return this;
    }

    public Builder augmentation(Augmentation augmentation) {
      this.augmentation = augmentation;
      return this;
    }

    public Builder shuffle(Shuffle shuffle) {
      this.shuffle = shuffle;
      return this;
    }

    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * The settings.
     *
     * @throws Problem if one of them is out of range
     */
    public TrainingConfig build() {
      return new TrainingConfig(
          hidden,
          activation,
          loss,
          optimizer,
          learningRate,
          batchSize,
          reduction,
          regularizer,
          dropout,
          initializer,
          epochs,
          patience,
          validation,
          trainLimit,
          ownDrawings,
          contrastStretching,
          standardization,
          augmentation,
          shuffle,
          seed);
    }
  }
}
