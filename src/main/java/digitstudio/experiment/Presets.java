package digitstudio.experiment;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one list of named settings that feeds the window and the command line. */
public final class Presets {
  /**
   * Named settings.
   *
   * @param name on the command line, such as {@code default}
   * @param group of the list: {@code studio}, or a table of the report such as {@code activation}
   * @param config the settings
   */
  public record Preset(String name, String group, TrainingConfig config) {
    /** Key of the name a person reads. */
    public String titleKey() {
      return "preset." + name;
    }

    /** Key of the group's name. */
    public String groupKey() {
      return "presetGroup." + group;
    }
  }

  /** The preset of the first start. */
  public static final Preset FIRST = new Preset("default", "studio", TrainingConfig.DEFAULT);

  /**
   * What the report's experiments have in common. Its gradients are sums over the batch, which is
   * why its learning rates look small.
   */
  private static final TrainingConfig REPORT =
      TrainingConfig.builder()
          .hidden(256)
          .activation(new Activation.Relu())
          .loss(Loss.CROSS_ENTROPY)
          .optimizer(new Optimizer.Sgd())
          .learningRate(0.00001)
          .batchSize(new BatchSize.All())
          .reduction(Reduction.SUM)
          .initializer(new Initializer.Normal(0.01))
          .epochs(100)
          .validation(0)
          .shuffle(Shuffle.ONCE)
          .build();

  private static final Optimizer ADAGRAD = new Optimizer.Adagrad(Optimizer.DEFAULT_EPSILON);

  /** The report's own code keeps more of the past than is usual. */
  private static final Optimizer RMSPROP = new Optimizer.RmsProp(0.999, Optimizer.DEFAULT_EPSILON);

  private static final List<Preset> ALL = list();

  private Presets() {}

  /** All of them, grouped, in the order to show. */
  public static List<Preset> all() {
    return ALL;
  }

  /**
   * The preset of a name.
   *
   * @throws Problem if there is none, naming those there are
   */
  public static Preset named(String name) {
    return ALL.stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    "presets.unknown",
                    name,
                    ALL.stream().map(Preset::name).collect(Collectors.joining(", "))));
  }

  private static List<Preset> list() {
    List<Preset> presets = new ArrayList<>();
    addStudio(presets);
    addDepth(presets);
    addLoss(presets);
    addActivation(presets);
    addBatch(presets);
    addOptimizer(presets);
    addRegularization(presets);
    return List.copyOf(presets);
  }

  private static void addStudio(List<Preset> presets) {
    presets.add(FIRST);
    // Chosen by validation accuracy for the time taken, among rules, rates and batch sizes.
    add(
        presets,
        "studio",
        "fastest",
        TrainingConfig.builder()
            .optimizer(new Optimizer.Nesterov(Optimizer.DEFAULT_MOMENTUM))
            .learningRate(new LearningRate.Cosine(0.2))
            .validation(0)
            .epochs(5));
    add(
        presets,
        "studio",
        "softmax-regression",
        TrainingConfig.builder().hidden(List.of()).batchSize(256));
    add(
        presets,
        "studio",
        "deep-three-layers",
        TrainingConfig.builder()
            .hidden(256, 128, 64)
            .learningRate(new LearningRate.Cosine(0.001))
            .epochs(15));
    add(
        presets,
        "studio",
        "dropout",
        TrainingConfig.builder()
            .hidden(512)
            .dropout(0.3)
            .learningRate(new LearningRate.Cosine(0.001))
            .epochs(20));
    add(
        presets,
        "studio",
        "early-stopping",
        TrainingConfig.builder().standardization(true).epochs(50).patience(3));
    addStrong(presets);
  }

  /**
   * For the least errors, on all training images. The elastic strength and smoothness were chosen
   * by the error on a tenth of them that was held out, and so was the dropout of best-plain (0.3
   * beside 0.5); sizes and epochs were not searched for.
   */
  private static void addStrong(List<Preset> presets) {
    add(
        presets,
        "studio",
        "best-plain",
        TrainingConfig.builder()
            .hidden(1024, 1024)
            .dropout(0.3)
            .learningRate(new LearningRate.Cosine(0.001))
            .validation(0)
            .epochs(40));
    // The network of Simard, Steinkraus and Platt 2003.
    add(presets, "studio", "simard-800", elastic().hidden(800).epochs(120));
    add(presets, "studio", "best", elastic().hidden(1024, 512).epochs(120));
  }

  private static TrainingConfig.Builder elastic() {
    return TrainingConfig.builder()
        .augmentation(new Augmentation(0, 10, 0.1, 0, 36, 5))
        .learningRate(new LearningRate.Cosine(0.001))
        .validation(0);
  }

  private static void addDepth(List<Preset> presets) {
    for (int epochs : new int[] {100, 200}) {
      add(presets, "depth", "depth-256-" + epochs, report().epochs(epochs));
      add(presets, "depth", "depth-256-128-" + epochs, report().hidden(256, 128).epochs(epochs));
    }
  }

  private static void addLoss(List<Preset> presets) {
    add(presets, "loss", "loss-cross-entropy", report());
    add(presets, "loss", "loss-mean-squared-error", report().loss(Loss.MEAN_SQUARED_ERROR));
    add(
        presets,
        "loss",
        "loss-mean-squared-error-6000",
        report().loss(Loss.MEAN_SQUARED_ERROR).batchSize(6000).learningRate(0.0001));
  }

  private static void addActivation(List<Preset> presets) {
    List<Activation> activations =
        List.of(
            new Activation.Relu(),
            new Activation.LeakyRelu(Activation.DEFAULT_SLOPE),
            new Activation.Tanh(),
            new Activation.Sigmoid());
    for (int epochs : new int[] {100, 200}) {
      for (Activation activation : activations) {
        add(
            presets,
            "activation",
            "activation-" + activation.spelling() + "-" + epochs,
            report().activation(activation).epochs(epochs));
      }
    }
  }

  private static void addBatch(List<Preset> presets) {
    add(presets, "batch", "batch-bgd", report());
    add(presets, "batch", "batch-mbgd", batches(0.0001));
    add(presets, "batch", "batch-sgd", report().batchSize(1).learningRate(0.01).epochs(5));
  }

  private static void addOptimizer(List<Preset> presets) {
    add(
        presets,
        "optimizer",
        "optimizer-momentum",
        batches(0.00001).optimizer(new Optimizer.Momentum(0.9)));
    add(presets, "optimizer", "optimizer-adagrad", batches(0.1).optimizer(ADAGRAD));
    add(presets, "optimizer", "optimizer-rmsprop", batches(0.001).optimizer(RMSPROP));
    add(
        presets,
        "optimizer",
        "optimizer-adam",
        batches(0.00001)
            .optimizer(new Optimizer.Adam(0.9, 0.9999, Optimizer.DEFAULT_EPSILON, false)));
    add(presets, "optimizer", "optimizer-none", batches(0.0001));
  }

  /** The report does not give λ; these were found by trial. */
  private static void addRegularization(List<Preset> presets) {
    String group = "regularization";
    add(presets, group, "regularization-adagrad-none", batches(0.1).optimizer(ADAGRAD));
    add(
        presets,
        group,
        "regularization-adagrad-l1",
        batches(0.1).optimizer(ADAGRAD).regularizer(new Regularizer.L1(0.1)));
    add(
        presets,
        group,
        "regularization-adagrad-l2",
        batches(0.1).optimizer(ADAGRAD).regularizer(new Regularizer.L2(1)));
    add(presets, group, "regularization-rmsprop-none", batches(0.001).optimizer(RMSPROP));
    add(
        presets,
        group,
        "regularization-rmsprop-l1",
        batches(0.001).optimizer(RMSPROP).regularizer(new Regularizer.L1(0.1)));
    add(
        presets,
        group,
        "regularization-rmsprop-l2",
        batches(0.001).optimizer(RMSPROP).regularizer(new Regularizer.L2(1)));
  }

  private static TrainingConfig.Builder report() {
    return REPORT.toBuilder();
  }

  private static TrainingConfig.Builder batches(double learningRate) {
    return report().batchSize(6000).learningRate(learningRate);
  }

  private static void add(
      List<Preset> presets, String group, String name, TrainingConfig.Builder config) {
    presets.add(new Preset(name, group, config.build()));
  }
}
