package digitstudio.report.document;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.RunDetails;
import digitstudio.report.figure.PrintableText;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a network answered, as tables. */
final class EvaluationTables {
  private final ReportTexts texts;

  EvaluationTables(ReportTexts texts) {
    this.texts = texts;
  }

  /** Accuracy and loss on each set of images. */
  Block.Table results(RunDetails run) {
    List<List<String>> rows = new ArrayList<>();
    add(rows, "report.set.train", run.train());
    add(rows, "report.set.validation", run.validation());
    add(rows, "report.set.test", run.test());
    return new Block.Table(
        texts.get("report.results.caption"),
        List.of(
            texts.get("report.images"),
            texts.get("report.number"),
            texts.get("report.right"),
            texts.get("charts.accuracy"),
            texts.get("charts.loss")),
        rows,
        true);
  }

  private void add(List<List<String>> rows, String key, Optional<Evaluation> evaluation) {
    evaluation.ifPresent(
        found ->
            rows.add(
                List.of(
                    texts.get(key),
                    texts.count(found.confusion().total()),
                    texts.count(right(found.confusion())),
                    texts.share(found.accuracy()),
                    texts.loss(found.loss()))));
  }

  static long right(ConfusionMatrix confusion) {
    long[][] counts = confusion.counts();
    long right = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      right += counts[digit][digit];
    }
    return right;
  }

  /** Precision, recall and F1 of each class. */
  Block.Table digits(ConfusionMatrix confusion, ClassNames classes) {
    List<List<String>> rows = new ArrayList<>();
    for (int digit = 0; digit < confusion.classes(); digit++) {
      boolean given = confusion.given(digit) > 0;
      boolean there = confusion.support(digit) > 0;
      rows.add(
          List.of(
              PrintableText.of(classes.name(digit)),
              given ? texts.share(confusion.precision(digit)) : ReportTexts.NONE,
              there ? texts.share(confusion.recall(digit)) : ReportTexts.NONE,
              given || there ? texts.decimals(confusion.f1(digit), 4) : ReportTexts.NONE,
              texts.count(confusion.support(digit))));
    }
    return new Block.Table(
        texts.get("report.digits.caption"),
        List.of(
            texts.get("report.digit"),
            texts.get("report.precision"),
            texts.get("report.recall"),
            "F1",
            texts.get("report.number")),
        rows,
        true);
  }
}
