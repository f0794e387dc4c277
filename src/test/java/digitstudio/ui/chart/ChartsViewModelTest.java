package digitstudio.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.CurveRole;
import digitstudio.report.chart.LearningCurve;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Runs;
import digitstudio.report.chart.Smoothing;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsViewModelTest {
  private final ChartsViewModel viewModel = new ChartsViewModel();

  private LearningCurve loss(CurveRole role) {
    return viewModel.lossProperty().get().curves().stream()
        .filter(curve -> curve.role() == role)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beforeAnyRunThereIsNothingToDraw() {
    assertTrue(viewModel.lossProperty().get().isEmpty());
    assertFalse(viewModel.lossProperty().get().started());
  }

  @Test
  void byEpochTheCurvesAreTheResultsOfTheEpochs() {
    viewModel.show(Runs.after(4));
    assertArrayEquals(new double[] {1, 2, 3, 4}, loss(CurveRole.TRAIN).line().x());
    assertArrayEquals(new double[] {1, 0.5, 1.0 / 3, 0.25}, loss(CurveRole.TRAIN).line().y());
    assertEquals(0.11, loss(CurveRole.VALIDATION).line().lastY(), 1e-12);
    assertTrue(loss(CurveRole.TRAIN).behind().isEmpty());
    assertEquals(0.946, viewModel.accuracyProperty().get().curves().get(1).line().lastY(), 1e-12);
  }

  @Test
  void byStepTheValidationStandsAtTheEndOfEachEpoch() {
    viewModel.show(Runs.after(3));
    viewModel.axisProperty().set(XAxis.STEP);
    assertEquals(12, loss(CurveRole.TRAIN).line().size());
    assertEquals(12, loss(CurveRole.TRAIN).line().x()[11]);
    assertArrayEquals(new double[] {4, 8, 12}, loss(CurveRole.VALIDATION).line().x());
  }

  @Test
  void bucketsOfSeveralStepsKeepTheirExtremesBehindTheirMean() {
    viewModel.axisProperty().set(XAxis.STEP);
    viewModel.show(
        Runs.of(TrainingConfig.DEFAULT, RunState.RUNNING, List.of(), Runs.steps(2, 100)));
    assertArrayEquals(new double[] {100, 200}, loss(CurveRole.TRAIN).line().x());
    assertArrayEquals(new double[] {2, 1}, loss(CurveRole.TRAIN).line().y(), 1e-6);
    assertArrayEquals(
        new double[] {1.75, 2.25, 0.75, 1.25}, loss(CurveRole.TRAIN).behind().y(), 1e-6);
  }

  @Test
  void smoothingKeepsTheMeasuredCurveBehind() {
    viewModel.show(Runs.after(4));
    viewModel.smoothingProperty().set(0.5);
    LearningCurve train = loss(CurveRole.TRAIN);
    assertTrue(train.isSmoothed());
    assertArrayEquals(new double[] {1, 0.5, 1.0 / 3, 0.25}, train.behind().y());
    assertArrayEquals(Smoothing.smooth(train.measured().y(), 0.5), train.line().y());
  }

  @Test
  void theBestEpochIsThatOfTheLowestValidationLossInBothCharts() {
    viewModel.show(Runs.after(6));
    assertEquals(
        Optional.of(new ChartContent.BestEpoch(3, 3, 0.1)), viewModel.lossProperty().get().best());
    ChartContent.BestEpoch best = viewModel.accuracyProperty().get().best().orElseThrow();
    assertEquals(3, best.epoch());
    assertEquals(0.947, best.y(), 1e-12);
  }

  @Test
  void aDivergedRunKeepsItsCurveUpToTheBreak() {
    viewModel.show(Runs.diverged());
    assertArrayEquals(new double[] {1, 0.5, Double.NaN}, loss(CurveRole.TRAIN).line().y());
    assertEquals(2, viewModel.lossProperty().get().best().orElseThrow().epoch());
    viewModel.axisProperty().set(XAxis.STEP);
    assertEquals(Double.POSITIVE_INFINITY, loss(CurveRole.TRAIN).line().lastY());
    assertArrayEquals(new double[] {4, 8, 10}, loss(CurveRole.VALIDATION).line().x());
  }

  @Test
  void aRunWithoutValidationHasOneCurveAndNoBestEpoch() {
    viewModel.show(Runs.withoutValidation(3));
    assertEquals(1, viewModel.lossProperty().get().curves().size());
    assertEquals(Optional.empty(), viewModel.lossProperty().get().best());
  }

  @Test
  void theAxisLeavesRoomForEpochsToComeAndNoneOnceTheRunIsOver() {
    viewModel.show(Runs.after(2));
    assertTrue(viewModel.lossProperty().get().span().contains(5));
    viewModel.show(Runs.after(6));
    assertTrue(viewModel.lossProperty().get().span().contains(7));
    viewModel.show(
        Runs.of(
            TrainingConfig.DEFAULT,
            RunState.STOPPED,
            List.of(Runs.epoch(1), Runs.epoch(2)),
            Runs.steps(8, 1)));
    assertFalse(viewModel.lossProperty().get().span().contains(2.5));
  }

  @Test
  void zoomStaysInsideTheAxisAndResetShowsItWhole() {
    viewModel.show(Runs.after(4));
    Span whole = viewModel.xSpan();
    viewModel.zoomX(2, whole.low());
    assertEquals(whole.low(), viewModel.xSpan().low(), 1e-12);
    assertEquals(whole.length() / 2, viewModel.xSpan().length(), 1e-12);
    viewModel.panX(10);
    assertEquals(whole.high(), viewModel.xSpan().high(), 1e-12);
    assertTrue(viewModel.zoomedProperty().get());
    viewModel.zoomX(0.1, 2);
    assertFalse(viewModel.zoomedProperty().get());
    viewModel.yWindowProperty(Quantity.LOSS).set(Optional.of(new Span(0, 1)));
    viewModel.resetZoom();
    assertEquals(Optional.empty(), viewModel.yWindowProperty(Quantity.LOSS).get());
  }

  @Test
  void aZoomSurvivesTheRunThatGoesOnAndEndsWithTheNextRun() {
    viewModel.show(Runs.after(3));
    viewModel.showX(new Span(1, 2));
    viewModel.show(Runs.after(4));
    assertEquals(new Span(1, 2), viewModel.xSpan());
    viewModel.show(Runs.after(1));
    assertFalse(viewModel.zoomedProperty().get());
  }

  @Test
  void theCursorMovesFromPointToPointAndStopsAtTheEnds() {
    viewModel.show(Runs.after(3));
    viewModel.moveCursor(-1);
    assertEquals(Optional.of(3.0), viewModel.cursorProperty().get());
    viewModel.moveCursor(-1);
    assertEquals(Optional.of(2.0), viewModel.cursorProperty().get());
    viewModel.moveCursor(10);
    assertEquals(Optional.of(3.0), viewModel.cursorProperty().get());
    assertEquals(Optional.of(1.0), viewModel.nearestPlace(1.2));
  }
}
