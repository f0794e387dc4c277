package digitstudio.experiment;

import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A setting that is not the same in all runs.
 *
 * @param setting which
 * @param values in words, one for each run in their order; empty where a run has no such setting
 * @param factor whether it must be counted by itself: a momentum that only one of two optimizers
 *     has is part of the choice of the optimizer, and a seed is no choice at all
 */
public record SettingDifference(Setting setting, List<Optional<Sentence>> values, boolean factor) {
  public SettingDifference {
    values = List.copyOf(values);
  }

  /** What differs between runs, in the order of the form. */
  public static List<SettingDifference> between(List<TrainingConfig> configs) {
    List<SettingDifference> differences = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (differs(setting, configs)) {
        differences.add(
            new SettingDifference(
                setting,
                configs.stream().map(setting::words).toList(),
                isFactor(setting, configs)));
      }
    }
    return differences;
  }

  /** Whether a setting is not the same in all runs that have it. */
  public static boolean differs(Setting setting, Collection<TrainingConfig> configs) {
    String first = null;
    for (TrainingConfig config : configs) {
      Optional<String> value = setting.value(config);
      if (value.isPresent()) {
        if (first == null) {
          first = value.get();
        } else if (!first.equals(value.get())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFactor(Setting setting, List<TrainingConfig> configs) {
    if (setting == Setting.SEED || setting.owner().isEmpty()) {
      return setting != Setting.SEED;
    }
    Map<Optional<String>, Optional<String>> byOwner = new HashMap<>();
    for (TrainingConfig config : configs) {
      Optional<String> owner = setting.owner().get().value(config);
      Optional<String> known = byOwner.putIfAbsent(owner, setting.value(config));
      if (known != null && !known.equals(setting.value(config))) {
        return true;
      }
    }
    return false;
  }

  /** The difference in words: {@code learning rate η: 0.1, 0.01}. */
  public Sentence sentence() {
    Set<Sentence> distinct = new LinkedHashSet<>();
    values.forEach(value -> distinct.add(value.orElseGet(() -> Sentence.of("comparison.without"))));
    return Sentence.of("comparison.difference", setting.title(), Comparison.list(distinct));
  }
}
