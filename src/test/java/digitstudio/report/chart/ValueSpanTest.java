package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ValueSpanTest {
  private static Span span(Quantity quantity, boolean logarithmic, double... values) {
    ValueSpan span = new ValueSpan(logarithmic);
    span.include(values);
    return span.of(quantity);
  }

  @Test
  void accuracyDoesNotBeginAtZeroAndEndsJustAtAHundredPerCent() {
    Span span = span(Quantity.ACCURACY, false, 0.93, 0.97, 1);
    assertTrue(span.low() > 0.9 && span.low() < 0.93);
    assertEquals(1, span.high(), 0.002);
  }

  @Test
  void aLossNearZeroBeginsAtZero() {
    assertEquals(0, span(Quantity.LOSS, false, 2.3, 0.1).low());
    assertTrue(span(Quantity.LOSS, false, 2.3, 2.1).low() > 2);
  }

  @Test
  void onlyNumbersThatCanBeDrawnCount() {
    Span span = span(Quantity.LOSS, false, Double.NaN, 1, Double.POSITIVE_INFINITY, 2);
    assertTrue(span.contains(1) && span.high() < 3);
    assertTrue(span(Quantity.LOSS, true, 0, 0.5, 1).low() > 0.4);
  }

  @Test
  void oneValueAloneStillMakesASpan() {
    assertTrue(span(Quantity.LOSS, false, 0.5).contains(0.5));
    assertTrue(span(Quantity.LOSS, false, 0).contains(0));
    assertTrue(span(Quantity.ACCURACY, false, 1).contains(1));
    assertTrue(span(Quantity.LOSS, true, 0.5).contains(0.5));
  }
}
