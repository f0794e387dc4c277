package digitstudio.report.document;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.RunDetails;
import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.ChartTexts;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.LearningCurve;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.ReproductionCurves;
import digitstudio.report.chart.RunCurves;
import digitstudio.report.chart.RunLook;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.XAxis;
import digitstudio.report.figure.ChartFigures;
import digitstudio.report.figure.ConfusionFigure;
import digitstudio.report.figure.Figure;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Curve;
import digitstudio.training.EpochResult;
import digitstudio.training.RunSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The figures of kept runs in one language. */
final class RunFigures {
  private final ReportTexts texts;

  RunFigures(ReportTexts texts) {
    this.texts = texts;
  }

  /** Train and validation curve of one run. */
  Figure curves(RunDetails run, Quantity quantity) {
    ChartContent content = new RunCurves(snapshot(run), XAxis.EPOCH, 0).content(quantity);
    ChartTexts words =
        new ChartTexts(
            texts.locale(),
            title(quantity),
            texts.get("charts.train"),
            texts.get("charts.validation"),
            texts.get("charts.axis.epoch"),
            epoch -> texts.get("charts.best", epoch),
            texts.get("report.noCurve"));
    return ChartFigures.curves(
        quantity == Quantity.LOSS ? "loss" : "accuracy",
        content,
        Optional.empty(),
        Optional.empty(),
        quantity == Quantity.LOSS
            && RunsChart.spansDecades(content.curves().stream().map(LearningCurve::line).toList()),
        words);
  }

  private String title(Quantity quantity) {
    return texts.get(quantity == Quantity.LOSS ? "charts.loss" : "charts.accuracy");
  }

  /** The run as the charts of the screen are shown it. */
  private static RunSnapshot snapshot(RunDetails run) {
    return new RunSnapshot(
        run.summary().config(),
        run.summary().state(),
        run.epochs().size(),
        0,
        0,
        1,
        0,
        Double.NaN,
        run.epochs(),
        Curve.EMPTY,
        Curve.EMPTY,
        Optional.empty(),
        Optional.empty());
  }

  /** One curve of each run over the others. */
  Figure overlay(List<RunDetails> runs, Quantity quantity, boolean validation) {
    List<RunSeries> series =
        runs.stream()
            .filter(run -> !validation || run.summary().config().validation() > 0)
            .map(
                run ->
                    RunSeries.of(
                        RunReport.name(run),
                        RunLook.of(run.summary().id()),
                        points(run.epochs(), value(quantity, validation))))
            .toList();
    String title =
        texts.get(
            "report.curve",
            title(quantity),
            texts.get(validation ? "charts.validation" : "charts.train"));
    return ChartFigures.runs(
        (validation ? "validation-" : "train-") + (quantity == Quantity.LOSS ? "loss" : "accuracy"),
        quantity,
        XAxis.EPOCH,
        series,
        Optional.empty(),
        Optional.empty(),
        quantity == Quantity.LOSS
            && RunsChart.spansDecades(series.stream().map(RunSeries::line).toList()),
        new RunsTexts(
            texts.locale(), title, texts.get("charts.axis.epoch"), texts.get("report.noCurve")));
  }

  private static ToDoubleFunction<EpochResult> value(Quantity quantity, boolean validation) {
    if (quantity == Quantity.LOSS) {
      return validation ? EpochResult::validationLoss : EpochResult::trainLoss;
    }
    return validation ? EpochResult::validationAccuracy : EpochResult::trainAccuracy;
  }

  private static CurvePoints points(List<EpochResult> epochs, ToDoubleFunction<EpochResult> value) {
    return new CurvePoints(
        epochs.stream().mapToDouble(EpochResult::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }

  /** The curves of a reproduced table. */
  Figure reproduced(ReproductionCurves curves) {
    return ChartFigures.runs(
        curves.name(),
        curves.quantity(),
        XAxis.EPOCH,
        curves.series(),
        Optional.empty(),
        Optional.empty(),
        curves.logarithmic(),
        new RunsTexts(
            texts.locale(),
            curves.title(),
            texts.get("charts.axis.epoch"),
            texts.get("report.noCurve")));
  }

  /** Every answer on a set of images. */
  Figure confusion(String name, ConfusionMatrix confusion, String title, ClassNames classes) {
    return ConfusionFigure.of(
        name,
        confusion,
        classes,
        title,
        texts.get("report.trueDigit"),
        texts.get("report.givenDigit"),
        texts.locale());
  }

  /** The layers. */
  Figure network(RunDetails run) {
    return ArchitectureFigure.of(run.summary(), texts.locale());
  }
}
