package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.report.chart.XAxis;
import digitstudio.training.BatchSize;
import digitstudio.training.EpochResult;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Where the epochs of kept runs stand on an x axis. */
final class EpochPlaces {
  private EpochPlaces() {}

  /** The axes on which every one of these runs has a place for each of its epochs. */
  static Set<XAxis> possible(List<RunDetails> runs) {
    Set<XAxis> possible = EnumSet.of(XAxis.EPOCH);
    if (runs.stream().allMatch(run -> stepsPerEpoch(run).isPresent())) {
      possible.add(XAxis.STEP);
    }
    if (runs.stream().allMatch(EpochPlaces::isTimed)) {
      possible.add(XAxis.SECONDS);
    }
    return possible;
  }

  private static boolean isTimed(RunDetails run) {
    return run.epochs().stream().allMatch(epoch -> epoch.seconds() > 0 && isFinite(epoch));
  }

  private static boolean isFinite(EpochResult epoch) {
    return Double.isFinite(epoch.seconds());
  }

  /** The place of each epoch's end; the axis must be possible for the run. */
  static double[] of(RunDetails run, XAxis axis) {
    List<EpochResult> epochs = run.epochs();
    double[] places = new double[epochs.size()];
    double steps = axis == XAxis.STEP ? stepsPerEpoch(run).orElseThrow() : 0;
    double seconds = 0;
    for (int i = 0; i < places.length; i++) {
      seconds += epochs.get(i).seconds();
      places[i] =
          switch (axis) {
            case EPOCH -> epochs.get(i).epoch();
            case STEP -> epochs.get(i).epoch() * steps;
            case SECONDS -> seconds;
          };
    }
    return places;
  }

  /** The mean places of repeats, as long as the shortest of them. */
  static double[] of(List<RunDetails> repeats, XAxis axis) {
    int epochs = repeats.stream().mapToInt(run -> run.epochs().size()).min().orElse(0);
    double[] places = new double[epochs];
    for (RunDetails run : repeats) {
      double[] own = of(run, axis);
      for (int i = 0; i < epochs; i++) {
        places[i] += own[i] / repeats.size();
      }
    }
    return places;
  }

  /** Known when the whole set is a batch, or once the images learnt from were counted. */
  private static OptionalLong stepsPerEpoch(RunDetails run) {
    BatchSize batch = run.summary().config().batchSize();
    if (batch instanceof BatchSize.Fixed fixed) {
      return run.train().isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(
              Math.max(1, -Math.floorDiv(-run.train().get().confusion().total(), fixed.images())));
    }
    return OptionalLong.of(1);
  }
}
