package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChartTicksTest {
  private static List<String> labels(List<ChartTicks.Mark> marks) {
    return marks.stream().map(ChartTicks.Mark::label).toList();
  }

  private static ChartTicks ticks(ChartTicks.Kind kind) {
    return new ChartTicks(kind, Locale.US);
  }

  @Test
  void epochsAreWholeHoweverMuchRoomThereIs() {
    List<ChartTicks.Mark> marks = ticks(ChartTicks.Kind.COUNT).linear(new Span(0.9, 5.1), 40);
    assertEquals(List.of("1", "2", "3", "4", "5"), labels(marks));
  }

  @Test
  void sharesAreWrittenInPerCentWithAsManyDecimalsAsTheyNeed() {
    ChartTicks ticks = ticks(ChartTicks.Kind.SHARE);
    assertEquals(List.of("90 %", "95 %", "100 %"), labels(ticks.linear(new Span(0.88, 1), 3)));
    assertEquals(
        List.of("97.0 %", "97.5 %", "98.0 %"), labels(ticks.linear(new Span(0.97, 0.98), 2)));
  }

  @Test
  void aLogarithmicAxisIsMarkedAtDecadesAndBetweenThemWhereThereIsRoom() {
    ChartTicks ticks = ticks(ChartTicks.Kind.NUMBER);
    assertEquals(
        List.of("0.01", "0.1", "1", "10"), labels(ticks.logarithmic(new Span(0.008, 12), 5)));
    assertEquals(
        List.of("0.1", "0.2", "0.5", "1", "2"), labels(ticks.logarithmic(new Span(0.08, 3), 6)));
  }

  @Test
  void manyDecadesAreThinnedOut() {
    List<ChartTicks.Mark> marks =
        ticks(ChartTicks.Kind.NUMBER).logarithmic(new Span(1e-9, 1e30), 6);
    assertEquals(List.of("1E-7", "1", "1E7", "1E14", "1E21", "1E28"), labels(marks));
  }

  @Test
  void aNarrowLogarithmicAxisIsMarkedInEqualDistances() {
    List<ChartTicks.Mark> marks = ticks(ChartTicks.Kind.SHARE).logarithmic(new Span(0.9, 1), 5);
    assertEquals(List.of("90 %", "92 %", "94 %", "96 %", "98 %", "100 %"), labels(marks));
  }
}
