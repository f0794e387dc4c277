package digitstudio.experiment;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Many runs from one configuration: every combination of some values, or some combinations by
 * chance, each repeated over seeds.
 *
 * @param base what the runs have in common; its seed is the first of the repeats
 * @param axes the settings that vary, each once; none for mere repeats
 * @param draws combinations drawn by chance; 0 for all of them
 * @param drawSeed of the drawing
 * @param seeds repeats of each combination, at least 1
 */
public record Sweep(
    TrainingConfig base, List<SweepAxis> axes, int draws, long drawSeed, int seeds) {
  /** More would not be a sweep but a mistake: days of training, and a list nobody reads. */
  public static final int MOST_RUNS = 10_000;

  /** Draws for each one wanted, before the combinations are taken to be used up. */
  private static final int TRIES = 100;

  public Sweep {
    axes = List.copyOf(axes);
    Settings.requireAtLeast("random", draws, 0);
    Settings.requireAtLeast("seeds", seeds, 1);
    Set<Setting> seen = EnumSet.noneOf(Setting.class);
    for (SweepAxis axis : axes) {
      if (!seen.add(axis.setting())) {
        throw new Problem("sweep.settingTwice", axis.setting().spelling());
      }
    }
    if (seeds > 1 && seen.contains(Setting.SEED)) {
      throw new Problem("sweep.seedsTwice");
    }
    if (draws > 0 && axes.isEmpty()) {
      throw new Problem("sweep.nothingToDraw");
    }
  }

  /**
   * How many runs it comes to at most, without making any; the greatest long if that is too small.
   *
   * @throws Problem if a range has no number of values
   */
  public long count() {
    long combinations = 1;
    if (draws > 0) {
      combinations = Math.min(draws, isCountable() ? product() : Long.MAX_VALUE);
    } else {
      combinations = product();
    }
    return times(combinations, seeds);
  }

  /** Whether there are only so many combinations to draw from. */
  private boolean isCountable() {
    return axes.stream().allMatch(axis -> axis instanceof SweepAxis.Values);
  }

  private long product() {
    long product = 1;
    for (SweepAxis axis : axes) {
      product = times(product, axis.grid().size());
    }
    return product;
  }

  private static long times(long one, long other) {
    return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  /**
   * The configurations: the repeats of a combination one after the other, no configuration twice.
   *
   * @throws Problem if there are too many of them, or one of them is out of range
   */
  public List<TrainingConfig> configs() {
    long count = count();
    if (count > MOST_RUNS) {
      throw new Problem("sweep.tooMany", count, MOST_RUNS);
    }
    boolean drawn = draws > 0 && !(isCountable() && product() <= draws);
    Set<TrainingConfig> combinations = drawn ? drawn() : grid();
    Set<TrainingConfig> configs = new LinkedHashSet<>();
    for (TrainingConfig combination : combinations) {
      for (int repeat = 0; repeat < seeds; repeat++) {
        configs.add(combination.toBuilder().seed(combination.seed() + repeat).build());
      }
    }
    return List.copyOf(configs);
  }

  private Set<TrainingConfig> grid() {
    List<Map<Setting, String>> combinations = List.of(Map.of());
    for (SweepAxis axis : axes) {
      List<Map<Setting, String>> more = new ArrayList<>();
      for (Map<Setting, String> combination : combinations) {
        for (String value : axis.grid()) {
          Map<Setting, String> extended = new EnumMap<>(Setting.class);
          extended.putAll(combination);
          extended.put(axis.setting(), value);
          more.add(extended);
        }
      }
      combinations = more;
    }
    Set<TrainingConfig> configs = new LinkedHashSet<>();
    combinations.forEach(texts -> configs.add(new SettingTexts(texts).applyTo(base)));
    return configs;
  }

  private Set<TrainingConfig> drawn() {
    SplittableRandom random = new SplittableRandom(drawSeed);
    Set<TrainingConfig> configs = new LinkedHashSet<>();
    for (long tries = 0; configs.size() < draws && tries < (long) TRIES * draws; tries++) {
      Map<Setting, String> texts = new EnumMap<>(Setting.class);
      axes.forEach(axis -> texts.put(axis.setting(), axis.draw(random)));
      configs.add(new SettingTexts(texts).applyTo(base));
    }
    return configs;
  }

  /**
   * Seconds that runs will train.
   *
   * @param images training images of the data
   * @return empty before anything was measured
   * @throws Problem if a batch is larger than the data
   */
  public static OptionalDouble seconds(
      List<TrainingConfig> configs, SpeedEstimate speed, int images) {
    double seconds = 0;
    for (TrainingConfig config : configs) {
      OptionalDouble one = speed.seconds(config, trainImages(config, images));
      if (one.isEmpty()) {
        return one;
      }
      seconds += one.getAsDouble();
    }
    return OptionalDouble.of(seconds);
  }

  /** Images of one epoch. */
  public static int trainImages(TrainingConfig config, int images) {
    int read = config.trainLimit() == 0 ? images : Math.min(config.trainLimit(), images);
    return read - (int) Math.round(read * config.validation());
  }
}
