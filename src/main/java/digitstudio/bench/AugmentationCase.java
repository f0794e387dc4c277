package digitstudio.bench;

import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What distorting every image in every epoch costs beside plain training, measured in turns. */
final class AugmentationCase implements BenchmarkCase {
  private static final int TURNS = 4;
  private static final double WARM_UP_SECONDS = 1;

  /** Everything at once, as strong as it is of use. */
  private static final Augmentation ALL = new Augmentation(1, 10, 0.1, 0.1, 36, 5);

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    for (int units : new int[] {256, 800}) {
      measure(subject, units, figures);
    }
  }

  private static void measure(Subject subject, int units, Consumer<Figure> figures) {
    TrainingConfig plain = Subject.plain().hidden(units).batchSize(128).build();
    TrainingConfig augmented = plain.toBuilder().augmentation(ALL).build();
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    int epochs = (subject.rounds() + TURNS - 1) / TURNS;
    for (int turn = 0; turn < TURNS; turn++) {
      without.addAll(seconds(subject, plain, epochs));
      with.addAll(seconds(subject, augmented, epochs));
    }
    int images = subject.images(plain);
    String name = "augmentation-" + units;
    Figure base = Figure.median(name + ".plain", "s", Subject.scaled(without, images), images);
    Figure dear = Figure.median(name + ".all", "s", Subject.scaled(with, images), images);
    figures.accept(base);
    figures.accept(dear);
    figures.accept(dear.over(name + ".ratio", base));
  }

  private static List<Double> seconds(Subject subject, TrainingConfig config, int epochs) {
    return subject.seconds(config, subject.data().train(), WARM_UP_SECONDS, epochs);
  }
}
