package digitstudio.report.document;

import digitstudio.experiment.KeptCheckup;
import digitstudio.experiment.RunDetails;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Interval;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sentences about one run, each of them chosen by its numbers and saying no more than they do. */
final class Conclusions {
  /** Over so many epochs at the end it is asked whether the loss still fell. */
  private static final int LAST_EPOCHS = 5;

  /** A change of the loss below this share is called none. */
  private static final double NO_CHANGE = 0.005;

  private final ReportTexts texts;

  Conclusions(ReportTexts texts) {
    this.texts = texts;
  }

  /** What can be said of a run. */
  List<String> of(RunDetails run) {
    List<String> sentences = new ArrayList<>();
    sentences.add(ending(run));
    if (run.summary().state() == RunState.DIVERGED) {
      return sentences;
    }
    run.test().ifPresent(test -> sentences.add(accuracy(test)));
    gap(run).ifPresent(sentences::add);
    best(run).ifPresent(sentences::add);
    trend(run.epochs()).ifPresent(sentences::add);
    run.test().map(Evaluation::confusion).ifPresent(answers -> addErrors(sentences, answers));
    KeptCheckup.of(run).stream()
        .findFirst()
        .ifPresent(found -> sentences.add(found.sentence().in(texts.locale())));
    return sentences;
  }

  private String ending(RunDetails run) {
    int done = run.epochs().size();
    int planned = run.summary().config().epochs();
    String time = texts.time(run.summary().trainingSeconds());
    return switch (run.summary().state()) {
      case FINISHED ->
          done == 0
              ? texts.get("report.ended.unknown")
              : done < planned
                  ? texts.get("report.ended.early", done, planned, time)
                  : texts.get("report.ended.finished", done, time);
      case DIVERGED ->
          texts.get(
              "report.ended.diverged",
              done,
              texts.setting(run.summary().config().learningRate().initial()));
      case STOPPED -> texts.get("report.ended.stopped", done, planned);
      case FAILED -> texts.get("report.ended.failed", done, planned);
      case INTERRUPTED -> texts.get("report.ended.interrupted", done, planned);
      default -> texts.get("report.ended.running", done, planned);
    };
  }

  private String accuracy(Evaluation test) {
    long right = EvaluationTables.right(test.confusion());
    long total = test.confusion().total();
    Interval interval = Interval.wilson(right, total);
    return texts.get(
        "report.accuracy",
        texts.count(right),
        texts.count(total),
        texts.share(test.accuracy()),
        texts.share(interval.low()),
        texts.share(interval.high()));
  }

  private Optional<String> gap(RunDetails run) {
    if (run.train().isEmpty()) {
      return Optional.empty();
    }
    Evaluation train = run.train().get();
    boolean held = run.validation().isPresent();
    return (held ? run.validation() : run.test())
        .map(
            unseen -> {
              double difference = train.accuracy() - unseen.accuracy();
              String key = difference >= 0 ? "report.gap" : "report.gap.negative";
              return texts.get(
                  key,
                  texts.share(train.accuracy()),
                  texts.get(held ? "report.set.validation.of" : "report.set.test.of"),
                  texts.share(unseen.accuracy()),
                  texts.points(difference));
            });
  }

  private Optional<String> best(RunDetails run) {
    List<EpochResult> epochs = run.epochs();
    return epochs.stream()
        .filter(epoch -> Double.isFinite(epoch.validationLoss()))
        .min(Comparator.comparingDouble(EpochResult::validationLoss))
        .filter(best -> epochs.size() > 1)
        .map(
            best -> {
              EpochResult last = epochs.get(epochs.size() - 1);
              if (best.epoch() == last.epoch()) {
                return texts.get(
                    "report.best.last", best.epoch(), texts.loss(best.validationLoss()));
              }
              double rise = last.validationLoss() / best.validationLoss() - 1;
              return Double.isFinite(rise)
                  ? texts.get(
                      "report.best",
                      best.epoch(),
                      last.epoch(),
                      texts.loss(best.validationLoss()),
                      texts.loss(last.validationLoss()),
                      texts.decimals(100 * rise, 1))
                  : texts.get("report.best.only", best.epoch(), texts.loss(best.validationLoss()));
            });
  }

  /** Whether the training loss was still falling when the run ended. */
  private Optional<String> trend(List<EpochResult> epochs) {
    int over = Math.min(LAST_EPOCHS, epochs.size() / 2);
    if (over < 1) {
      return Optional.empty();
    }
    double before = epochs.get(epochs.size() - 1 - over).trainLoss();
    double after = epochs.get(epochs.size() - 1).trainLoss();
    double change = after / before - 1;
    if (!Double.isFinite(change)) {
      return Optional.empty();
    }
    String key =
        Math.abs(change) < NO_CHANGE
            ? "report.trend.none"
            : change < 0 ? "report.trend.falling" : "report.trend.rising";
    return Optional.of(
        texts.get(
            key,
            over,
            texts.loss(before),
            texts.loss(after),
            texts.decimals(100 * Math.abs(change), 1)));
  }

  // Errors

  private void addErrors(List<String> sentences, ConfusionMatrix answers) {
    long errors = answers.total() - EvaluationTables.right(answers);
    if (answers.total() == 0) {
      return;
    }
    if (errors == 0) {
      sentences.add(texts.get("report.noErrors"));
      return;
    }
    sentences.add(confused(answers, errors));
    hardest(answers).ifPresent(sentences::add);
  }

  private String confused(ConfusionMatrix answers, long errors) {
    long[][] counts = answers.counts();
    int digit = 0;
    int given = 0;
    long most = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        if (i != j && counts[i][j] > most) {
          digit = i;
          given = j;
          most = counts[i][j];
        }
      }
    }
    return texts.get(
        "report.confused",
        digit,
        given,
        most,
        texts.count(errors),
        texts.decimals(100.0 * most / errors, 1));
  }

  private Optional<String> hardest(ConfusionMatrix answers) {
    List<Integer> digits =
        IntStream.range(0, answers.classes())
            .filter(digit -> answers.support(digit) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(answers::f1))
            .toList();
    if (digits.size() < 2) {
      return Optional.empty();
    }
    int hardest = digits.get(0);
    int easiest = digits.get(digits.size() - 1);
    return Optional.of(
        texts.get(
            "report.hardest",
            easiest,
            texts.decimals(answers.f1(easiest), 4),
            hardest,
            texts.decimals(answers.f1(hardest), 4)));
  }
}
