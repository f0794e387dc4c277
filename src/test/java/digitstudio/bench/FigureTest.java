package digitstudio.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of single measurements. */
class FigureTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertEquals(2, Figure.median("a", "s", List.of(9.0, 1.0, 2.0), 0).value());
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(2.5, Figure.median("a", "s", List.of(4.0, 1.0, 2.0, 3.0), 0).value());
  }

  @Test
  void theMeanIsNoNumberIfOneRunNeverArrived() {
    assertEquals(3, Figure.mean("a", "s", List.of(2.0, 4.0)).value());
    assertTrue(Double.isNaN(Figure.mean("a", "s", List.of(2.0, Double.NaN)).value()));
  }

  @Test
  void aRatioIsThisOverTheOther() {
    Figure adam = Figure.median("adam", "s", List.of(3.0), 0);
    Figure plain = Figure.median("sgd", "s", List.of(2.0), 0);
    assertEquals(1.5, adam.over("ratio", plain).value());
  }

  @Test
  void secondsAreScaledToAWholeEpoch() {
    assertEquals(List.of(1.0, 2.0), Subject.scaled(List.of(0.1, 0.2), 6000));
  }
}
