package digitstudio.bench;

import digitstudio.nn.Optimizer;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the other update rules cost beside plain steps, measured in turns. */
record RulesCase(int batchSize) implements BenchmarkCase {
  private static final int TURNS = 3;
  private static final double WARM_UP_SECONDS = 1;

  /** Single steps are so many that a part of an epoch tells enough. */
  private static final int SINGLE_IMAGES = 12_000;

  private static final String PLAIN = "sgd";

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    int epochs = (subject.rounds() + TURNS - 1) / TURNS;
    for (int turn = 0; turn < TURNS; turn++) {
      for (TrainingConfig config : configs()) {
        seconds
            .computeIfAbsent(config.optimizer().spelling(), rule -> new ArrayList<>())
            .addAll(subject.seconds(config, subject.data().train(), WARM_UP_SECONDS, epochs));
      }
    }
    int images = subject.images(configs().get(0));
    Map<String, Figure> measured = new LinkedHashMap<>();
    seconds.forEach(
        (rule, each) ->
            measured.put(
                rule, Figure.median(name(rule), "s", Subject.scaled(each, images), images)));
    measured.forEach(
        (rule, figure) -> {
          figures.accept(figure);
          if (!rule.equals(PLAIN)) {
            figures.accept(figure.over(name(rule) + ".ratio", measured.get(PLAIN)));
          }
        });
  }

  private String name(String rule) {
    return "rules-" + batchSize + "." + rule;
  }

  /** Learning rates small enough for every rule to stay where numbers are ordinary ones. */
  private List<TrainingConfig> configs() {
    double rate = batchSize == 1 ? 0.001 : 0.01;
    double epsilon = Optimizer.DEFAULT_EPSILON;
    return List.of(
        config(new Optimizer.Sgd(), 10 * rate),
        config(new Optimizer.Momentum(Optimizer.DEFAULT_MOMENTUM), rate),
        config(new Optimizer.Nesterov(Optimizer.DEFAULT_MOMENTUM), rate),
        config(new Optimizer.Adagrad(epsilon), rate),
        config(new Optimizer.RmsProp(Optimizer.DEFAULT_DECAY, epsilon), rate / 10),
        config(
            new Optimizer.Adam(Optimizer.DEFAULT_BETA1, Optimizer.DEFAULT_BETA2, epsilon, true),
            rate / 10));
  }

  private TrainingConfig config(Optimizer optimizer, double learningRate) {
    return Subject.plain()
        .batchSize(batchSize)
        .optimizer(optimizer)
        .learningRate(learningRate)
        .trainLimit(batchSize == 1 ? SINGLE_IMAGES : 0)
        .build();
  }
}
