package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class RunsChartTest {
  private static final ChartFonts FONTS = ChartFonts.of("SansSerif", 12);

  private final RunsChart chart =
      new RunsChart(
          Quantity.LOSS,
          new RunsTexts(Locale.US, "Loss", "epoch", "none yet"),
          FONTS,
          ChartPalette.LIGHT);

  private static ChartFrame frame(boolean logarithmic, int columns) {
    return new ChartFrame(Optional.empty(), Optional.empty(), logarithmic, columns);
  }

  private static RunSeries falling(long id, int points) {
    double[] x = IntStream.rangeClosed(1, points).mapToDouble(i -> i).toArray();
    double[] y = IntStream.rangeClosed(1, points).mapToDouble(i -> (1.0 + id) / i).toArray();
    return RunSeries.of("run " + id, RunLook.of(id), new CurvePoints(x, y));
  }

  private static Set<Integer> colors(JFreeChart chart) {
    BufferedImage image = chart.createBufferedImage(480, 300);
    Set<Integer> colors = new HashSet<>();
    for (int pixel : image.getRGB(0, 0, 480, 300, null, 0, 480)) {
      colors.add(pixel);
    }
    return colors;
  }

  @Test
  void aRunLooksTheSameWhateverStandsBesideIt() {
    assertEquals(RunLook.of(23), RunLook.of(23));
    RunSeries third = falling(3, 5);
    chart.show(List.of(third), frame(false, 400), true);
    var alone = chart.chart().getXYPlot().getRenderer().getSeriesPaint(1);
    chart.show(List.of(falling(1, 5), falling(2, 5), third), frame(false, 400), true);
    assertEquals(alone, chart.chart().getXYPlot().getRenderer().getSeriesPaint(5));
  }

  @Test
  void noTwoOfAHundredRunsInARowLookAlike() {
    assertEquals(100, LongStream.range(1, 101).mapToObj(RunLook::of).distinct().count());
    assertNotEquals(RunLook.of(1).color(), RunLook.of(2).color());
  }

  @Test
  void thePalettesKnowEveryColourOfALook() {
    for (long id = 1; id <= 7; id++) {
      assertNotEquals(
          ChartPalette.LIGHT.curve(RunLook.of(id)), ChartPalette.DARK.curve(RunLook.of(id)));
    }
  }

  @Test
  void everyRunIsDrawnInItsColour() {
    List<RunSeries> runs = List.of(falling(1, 8), falling(2, 8), falling(4, 8));
    Set<Integer> colors = colors(chart.show(runs, frame(false, 400), false));
    for (RunSeries run : runs) {
      assertTrue(colors.contains(ChartPalette.LIGHT.curve(run.look()).getRGB()), run.label());
    }
    int fifth = ChartPalette.LIGHT.curve(RunLook.of(7)).getRGB();
    assertFalse(colors.contains(fifth));
  }

  @Test
  void longCurvesAreThinnedToWhatTheScreenShowsAndStillSpanTheirAxes() {
    List<RunSeries> runs =
        LongStream.rangeClosed(1, 20).mapToObj(id -> falling(id, 10_000)).toList();
    XYPlot plot = chart.show(runs, frame(true, 700), true).getXYPlot();
    int points = 0;
    for (int i = 0; i < plot.getSeriesCount(); i++) {
      points += plot.getDataset().getItemCount(i);
    }
    assertTrue(points <= 20 * 2 * (400 + 2), points + " points");
    assertEquals(1.0, plot.getDataset().getXValue(20, 0));
    int last = plot.getDataset().getItemCount(20) - 1;
    assertEquals(10_000, plot.getDataset().getXValue(20, last));
    assertTrue(plot.getRangeAxis().getUpperBound() >= 21);
  }

  @Test
  void aBandIsPartOfTheScaleAndIsFilled() {
    CurvePoints mean = new CurvePoints(new double[] {1, 2, 3}, new double[] {2, 2, 2});
    RunSeries.Band band = new RunSeries.Band(new double[] {1, 1, 1}, new double[] {3, 3, 3});
    RunSeries run = RunSeries.of("mean", RunLook.of(1), mean, band);
    JFreeChart drawn = chart.show(List.of(run), frame(false, 400), true);
    assertTrue(drawn.getXYPlot().getRangeAxis().getUpperBound() >= 3);
    RunSeries bare = RunSeries.of("mean", RunLook.of(1), mean);
    Set<Integer> with = colors(drawn);
    Set<Integer> without = colors(chart.show(List.of(bare), frame(false, 400), true));
    assertTrue(with.stream().anyMatch(color -> !without.contains(color)));
  }

  @Test
  void aBandOfOtherPlacesIsRefused() {
    RunSeries.Band band = new RunSeries.Band(new double[2], new double[2]);
    CurvePoints three = new CurvePoints(new double[3], new double[3]);
    assertThrows(
        IllegalArgumentException.class, () -> RunSeries.of("mean", RunLook.of(1), three, band));
  }

  @Test
  void smoothingKeepsTheMeasuredCurveBehind() {
    RunSeries smoothed = falling(1, 5).smoothed(0.5);
    assertEquals(5, smoothed.behind().size());
    assertEquals(2.0, smoothed.behind().y()[0]);
    assertNotEquals(smoothed.behind().y()[4], smoothed.line().y()[4]);
  }

  @Test
  void aRunThatDivergedIsFlagged() {
    CurvePoints broken = new CurvePoints(new double[] {1, 2, 3}, new double[] {1, 2, Double.NaN});
    XYPlot plot =
        chart
            .show(List.of(RunSeries.of("x", RunLook.of(1), broken)), frame(true, 400), true)
            .getXYPlot();
    assertEquals(1, plot.getAnnotations().size());
  }

  @Test
  void withoutRunsTheChartSaysSo() {
    assertEquals(
        1, chart.show(List.of(), frame(false, 400), true).getXYPlot().getAnnotations().size());
  }

  @Test
  void manyLongNamesGetLinesOfTheirOwn() {
    List<RunSeries> runs =
        LongStream.rangeClosed(1, 6)
            .mapToObj(
                id ->
                    RunSeries.of(
                        "256-128-64 ReLU · Adam 0.001 · batch 128 · dropout ".repeat(3),
                        RunLook.of(id),
                        falling(id, 5).line()))
            .toList();
    var info = new org.jfree.chart.ChartRenderingInfo();
    chart.show(runs, frame(false, 400), true).createBufferedImage(480, 300, info);
    double named = info.getPlotInfo().getDataArea().getMinY();
    chart.show(runs, frame(false, 400), false).createBufferedImage(480, 300, info);
    double unnamed = info.getPlotInfo().getDataArea().getMinY();
    assertTrue(named > unnamed + 2 * 12, named + " and " + unnamed);
  }
}
