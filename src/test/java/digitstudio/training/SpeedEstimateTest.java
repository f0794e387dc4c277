package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.augment.Augmentation;
import org.junit.jupiter.api.Test;

class SpeedEstimateTest {
  private static final int IMAGES = 1000;

  private final TrainingConfig plain = TrainingConfig.builder().epochs(10).build();
  private final TrainingConfig distorted =
      plain.toBuilder().augmentation(new Augmentation(1, 10, 0, 0, 36, 5)).build();
  private final SpeedEstimate estimate = new SpeedEstimate();

  private double seconds(TrainingConfig config) {
    return estimate.seconds(config, IMAGES).orElseThrow();
  }

  @Test
  void beforeAnyRunNothingIsKnown() {
    assertTrue(estimate.seconds(plain, IMAGES).isEmpty());
    assertTrue(estimate.seconds(distorted, IMAGES).isEmpty());
  }

  @Test
  void untilOneHasRunDistortionsAreTakenToCostAQuarterMore() {
    estimate.measured(plain, IMAGES, 5000);
    assertEquals(2, seconds(plain), 1e-9);
    assertEquals(2.5, seconds(distorted), 1e-9);
  }

  @Test
  void aRunWithDistortionsTellsOfOthersWithThemAndLeavesPlainOnesAlone() {
    estimate.measured(plain, IMAGES, 5000);
    estimate.measured(distorted, IMAGES, 2000);
    assertEquals(2, seconds(plain), 1e-9);
    assertEquals(5, seconds(distorted), 1e-9);
  }

  @Test
  void wherePlainRunsAreMissingTheyAreTakenToBeFaster() {
    estimate.measured(distorted, IMAGES, 4000);
    assertEquals(2.5, seconds(distorted), 1e-9);
    assertEquals(2, seconds(plain), 1e-9);
  }
}
