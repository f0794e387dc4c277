package digitstudio.report.chart;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.nn.Loss;
import digitstudio.nn.Spelling;
import digitstudio.text.Messages;
import digitstudio.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The curves of a reproduced table that lie over each other in one chart.
 *
 * @param name of the chart, no other's of the reproduction
 * @param quantity what is measured
 * @param title of the chart
 * @param series one for each row that was measured, but none for a row that a longer one passes
 * @param logarithmic whether a linear axis would press most of the values together
 */
public record ReproductionCurves(
    String name, Quantity quantity, String title, List<RunSeries> series, boolean logarithmic) {
  public ReproductionCurves {
    series = List.copyOf(series);
  }

  /**
   * The charts of a table: one of each loss, since cross-entropy and mean squared error have not
   * the same unit, and one of the accuracy.
   */
  public static List<ReproductionCurves> of(ReproducedTable table, Locale locale) {
    List<Loss> losses =
        table.table().rows().stream().map(row -> row.config().loss()).distinct().toList();
    List<ReproductionCurves> charts = new ArrayList<>();
    for (Loss loss : losses) {
      String spelling = Spelling.of(loss);
      List<RunSeries> series = series(table, List.of(loss), EpochResult::trainLoss, locale);
      String title =
          losses.size() == 1
              ? Messages.format(locale, "reproduced.chart.loss")
              : Messages.format(
                  locale,
                  "reproduced.chart.lossOf",
                  Messages.format(locale, "form.loss." + spelling));
      charts.add(
          new ReproductionCurves(
              table.table().name() + "-loss" + (losses.size() == 1 ? "" : "-" + spelling),
              Quantity.LOSS,
              title,
              series,
              RunsChart.spansDecades(series.stream().map(RunSeries::line).toList())));
    }
    charts.add(
        new ReproductionCurves(
            table.table().name() + "-accuracy",
            Quantity.ACCURACY,
            Messages.format(locale, "reproduced.chart.accuracy"),
            series(table, losses, EpochResult::trainAccuracy, locale),
            false));
    return charts;
  }

  private static List<RunSeries> series(
      ReproducedTable table,
      List<Loss> losses,
      ToDoubleFunction<EpochResult> value,
      Locale locale) {
    List<RunSeries> series = new ArrayList<>();
    for (ReproducedRow row : table.rows()) {
      if (losses.contains(row.config().loss()) && !isWithinAnother(row, table)) {
        // By its place in the whole table, so that a curve looks the same whatever else is there.
        RunLook look = RunLook.of(table.table().rows().indexOf(row.row()) + 1);
        series.add(RunSeries.of(label(row.row(), locale), look, points(row, value)));
      }
    }
    return series;
  }

  private static boolean isWithinAnother(ReproducedRow row, ReproducedTable table) {
    for (ReproducedRow other : table.rows()) {
      boolean longer =
          other.config().epochs() > row.config().epochs()
              && ReproductionPlan.beginsWith(other.config(), row.config());
      boolean earlierAlike =
          other.config().equals(row.config())
              && table.rows().indexOf(other) < table.rows().indexOf(row);
      if (longer || earlierAlike) {
        return true;
      }
    }
    return false;
  }

  private static String label(ReportTables.Row row, Locale locale) {
    String title = Messages.format(locale, row.titleKey());
    return row.extra() ? Messages.format(locale, "reproduction.extra", title) : title;
  }

  private static CurvePoints points(ReproducedRow row, ToDoubleFunction<EpochResult> value) {
    List<EpochResult> epochs = row.measured().epochs();
    return new CurvePoints(
        epochs.stream().mapToDouble(EpochResult::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }
}
