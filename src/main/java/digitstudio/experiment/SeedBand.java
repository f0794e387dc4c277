package digitstudio.experiment;

import digitstudio.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The curves of repeats as one: mean and deviation of each epoch that all of them reached. */
public final class SeedBand {
  private SeedBand() {}

  /**
   * One spread an epoch, from epoch 1 on; as long as the shortest of the curves.
   *
   * @param curves of the repeats
   * @param value what to take of each epoch
   */
  public static List<Spread> of(
      List<List<EpochResult>> curves, ToDoubleFunction<EpochResult> value) {
    int epochs = curves.stream().mapToInt(List::size).min().orElse(0);
    List<Spread> band = new ArrayList<>(epochs);
    for (int epoch = 0; epoch < epochs; epoch++) {
      double[] values = new double[curves.size()];
      for (int run = 0; run < values.length; run++) {
        values[run] = value.applyAsDouble(curves.get(run).get(epoch));
      }
      band.add(Spread.of(values));
    }
    return band;
  }
}
