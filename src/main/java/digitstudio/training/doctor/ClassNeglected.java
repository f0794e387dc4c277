package digitstudio.training.doctor;

import digitstudio.nn.Loss;
import digitstudio.text.Sentence;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import digitstudio.training.StepSize;
import digitstudio.training.TrainingConfig;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One class is read far worse than the others, on the images held out or else on those learnt from.
 *
 * <p>In good runs the recalls of the digits lie within twenty points of each other. A class is
 * neglected if its recall is half of the mean of the others or less ({@value #SHARE}), with at
 * least {@value #SUPPORT} images to say so, while {@value #OTHERS} of the others' images are read
 * right: a network that has learnt little yet learns one class after the other.
 */
final class ClassNeglected implements Rule {
  private static final double SHARE = 0.5;
  private static final double OTHERS = 0.7;
  private static final int SUPPORT = 10;

  /** Above this share of guessing the whole network is still to learn. */
  private static final double UNLEARNT = 0.25;

  /** A class of less than this part of its share of the images is rare. */
  private static final double RARE = 0.3;

  private static final int MORE_EPOCHS = 5;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    return Stream.concat(run.validation().stream(), run.train().stream())
        .map(Evaluation::confusion)
        .flatMap(answers -> examine(run, answers).stream())
        .findFirst();
  }

  private static Optional<Diagnosis> examine(Observation run, ConfusionMatrix answers) {
    return IntStream.range(0, answers.classes())
        .filter(digit -> answers.support(digit) >= SUPPORT)
        .boxed()
        .min(Comparator.comparingDouble(answers::recall))
        .filter(
            digit -> {
              double others = others(answers, digit);
              return others > OTHERS && answers.recall(digit) <= SHARE * others;
            })
        .flatMap(
            digit ->
                remedy(run, answers, digit)
                    .map(
                        remedy ->
                            remedy.of(Condition.CLASS_NEGLECTED, finding(run, answers, digit))));
  }

  private static Sentence finding(Observation run, ConfusionMatrix answers, int digit) {
    return Sentence.of(
        run.classes().areDigits() ? "doctor.classNeglected" : "doctor.classNeglected.named",
        run.classes().areDigits() ? digit : run.classes().name(digit),
        answers.recall(digit),
        answers.support(digit),
        others(answers, digit));
  }

  private static double others(ConfusionMatrix answers, int digit) {
    return IntStream.range(0, answers.classes())
        .filter(other -> other != digit && answers.support(other) > 0)
        .mapToDouble(answers::recall)
        .average()
        .orElse(0);
  }

  /**
   * The squared error has hardly a gradient where the softmax is sure and wrong, so that a class
   * once lost stays lost. A rare class comes last, and needs time. Else it is steps that are too
   * large that lose one.
   */
  private static Optional<Remedy> remedy(Observation run, ConfusionMatrix answers, int digit) {
    TrainingConfig config = run.config();
    StepSize step = new StepSize(config, run.batch());
    if (config.loss() == Loss.MEAN_SQUARED_ERROR) {
      return Optional.of(Remedy.crossEntropy(config, step.usual()));
    }
    if (answers.support(digit) * answers.classes() < RARE * answers.total()) {
      return Optional.of(Remedy.epochs(config, MORE_EPOCHS * config.epochs()));
    }
    return step.overUsual() > 1 && run.lossShare() < UNLEARNT
        ? Optional.of(Remedy.learningRate(config, step.smaller()))
        : Optional.empty();
  }
}
