package digitstudio.bench;

import digitstudio.training.BatchSize;
import digitstudio.training.TrainingData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Times the engine alone, on the images that it is used for. */
public final class Benchmark {
  private static final Map<String, BenchmarkCase> CASES = cases();

  private final BenchmarkPlan plan;
  private final Subject subject;

  public Benchmark(BenchmarkPlan plan, TrainingData data) {
    this.plan = plan;
    subject = new Subject(data, plan.rounds(), plan.images());
  }

  private static Map<String, BenchmarkCase> cases() {
    Map<String, BenchmarkCase> cases = new LinkedHashMap<>();
    cases.put("batch-all", new BatchCase("batch-all", new BatchSize.All()));
    for (int images : new int[] {6000, 128, 1}) {
      cases.put("batch-" + images, new BatchCase("batch-" + images, new BatchSize.Fixed(images)));
    }
    cases.put("rules-128", new RulesCase(128));
    cases.put("rules-1", new RulesCase(1));
    cases.put("augmentation", new AugmentationCase());
    cases.put("deep", new DeepCase());
    cases.put("evaluation", new EvaluationCase());
    cases.put("prediction", new PredictionCase());
    cases.put("images", new ImagesCase());
    cases.put("parameters", new ParametersCase());
    cases.put("accuracy", new AccuracyCase());
    cases.put("memory", new MemoryCase());
    return cases;
  }

  /** The cases there are, in the order they are measured. */
  public static List<String> names() {
    return List.copyOf(CASES.keySet());
  }

  /** Measures what was planned. */
  public void run(Consumer<Figure> figures) {
    CASES.forEach(
        (name, measured) -> {
          if (plan.includes(name)) {
            measured.measure(subject, figures);
          }
        });
  }
}
