package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.RunSnapshot;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class LearningCurveChartTest {
  private static final int TRAIN = 2;
  private static final int VALIDATION = 3;

  private ChartContent content = ChartContent.empty(Quantity.LOSS, XAxis.EPOCH);
  private XAxis axis = XAxis.EPOCH;
  private final LearningCurveChart loss = chart(Quantity.LOSS);

  private static LearningCurveChart chart(Quantity quantity) {
    ChartTexts texts =
        new ChartTexts(
            Locale.US, "Loss", "train", "validation", "epoch", e -> "best " + e, "none yet");
    return new LearningCurveChart(
        quantity, new ChartStyle(ChartPalette.LIGHT, ChartFonts.of("SansSerif", 12), texts));
  }

  private static ChartFrame frame(boolean logarithmic, int columns) {
    return new ChartFrame(Optional.empty(), Optional.empty(), logarithmic, columns);
  }

  private void show(RunSnapshot run) {
    content = new RunCurves(run, axis, 0).content(Quantity.LOSS);
  }

  private XYPlot show(ChartFrame frame) {
    return loss.show(content, frame).getXYPlot();
  }

  @Test
  void theCurvesAreTheSeriesOfTheChart() {
    show(Runs.after(4));
    XYDataset dataset = show(frame(false, 400)).getDataset();
    assertEquals(4, dataset.getItemCount(TRAIN));
    assertEquals(4, dataset.getItemCount(VALIDATION));
    assertEquals(0.25, dataset.getYValue(TRAIN, 3));
    assertEquals(0, dataset.getItemCount(0));
  }

  @Test
  void theValueAxisIsLinearOrLogarithmic() {
    show(Runs.after(4));
    assertInstanceOf(NumberAxis.class, show(frame(false, 400)).getRangeAxis());
    assertInstanceOf(LogAxis.class, show(frame(true, 400)).getRangeAxis());
    assertInstanceOf(NumberAxis.class, show(frame(false, 400)).getRangeAxis());
  }

  @Test
  void atMostTwoPointsAColumnAreDrawn() {
    axis = XAxis.STEP;
    show(
        Runs.of(
            digitstudio.training.TrainingConfig.DEFAULT,
            digitstudio.training.RunState.RUNNING,
            java.util.List.of(),
            Runs.steps(3000, 1)));
    assertTrue(show(frame(false, 100)).getDataset().getItemCount(TRAIN) <= 2 * 102);
  }

  @Test
  void showingOtherCurvesKeepsTheChartAndItsFonts() {
    show(Runs.after(2));
    JFreeChart first = loss.show(content, frame(false, 400));
    Object heading = first.getSubtitle(0);
    show(Runs.after(3));
    assertSame(first, loss.show(content, frame(false, 400)));
    assertSame(heading, first.getSubtitle(0));
  }

  @Test
  void theWindowDecidesWhatTheAxesShow() {
    show(Runs.after(4));
    XYPlot plot =
        show(
            new ChartFrame(
                Optional.of(new Span(2, 3)), Optional.of(new Span(0.1, 0.4)), false, 400));
    assertEquals(2, plot.getDomainAxis().getLowerBound());
    assertEquals(0.4, plot.getRangeAxis().getUpperBound());
  }

  @Test
  void aBreakIsFlaggedAndNothingIsDrawnThere() {
    show(Runs.after(2));
    int marks = show(frame(false, 400)).getAnnotations().size();
    show(Runs.diverged());
    XYPlot plot = show(frame(false, 400));
    assertTrue(Double.isNaN(plot.getDataset().getYValue(TRAIN, 2)));
    assertEquals(marks + 2, plot.getAnnotations().size());
  }

  @Test
  void aZeroRestsOnTheFloorOfALogarithmicAxis() {
    axis = XAxis.STEP;
    var curve = Runs.steps(10, 1);
    curve.mean()[5] = 0;
    show(
        Runs.of(
            digitstudio.training.TrainingConfig.DEFAULT,
            digitstudio.training.RunState.RUNNING,
            java.util.List.of(),
            curve));
    XYPlot plot = show(frame(true, 400));
    assertEquals(plot.getRangeAxis().getLowerBound(), plot.getDataset().getYValue(TRAIN, 5));
  }

  @Test
  void theDefinitionDrawsWithoutAWindow() {
    show(Runs.diverged());
    int bare = colored(ChartContent.empty(Quantity.LOSS, XAxis.EPOCH));
    int drawn = colored(content);
    assertNotEquals(0, drawn);
    assertTrue(drawn > bare);
  }

  /** Pixels in the colour of the train curve. */
  private static int colored(ChartContent content) {
    BufferedImage image =
        chart(Quantity.LOSS).show(content, frame(false, 400)).createBufferedImage(400, 240);
    int count = 0;
    for (int pixel : image.getRGB(0, 0, 400, 240, null, 0, 400)) {
      count += pixel == ChartPalette.LIGHT.train().getRGB() ? 1 : 0;
    }
    return count;
  }
}
