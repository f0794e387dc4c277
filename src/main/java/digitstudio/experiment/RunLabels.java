package digitstudio.experiment;

import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What sets each of several configurations apart from the others, in words. */
public final class RunLabels {
  private final List<Setting> differing;

  /**
   * @param configs that are to be told apart
   */
  public RunLabels(Collection<TrainingConfig> configs) {
    differing =
        Arrays.stream(Setting.values())
            .filter(setting -> SettingDifference.differs(setting, configs))
            .toList();
  }

  /** What sets one of them apart: {@code tanh, learning rate η 0.1}; empty if nothing does. */
  public Optional<Sentence> of(TrainingConfig config) {
    List<Sentence> parts =
        differing.stream()
            .flatMap(setting -> setting.words(config).map(value -> part(setting, value)).stream())
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(Comparison.list(parts));
  }

  /** A function or a rule speaks for itself; a number does not. */
  private static Sentence part(Setting setting, Sentence value) {
    return switch (setting) {
      case ACTIVATION, LOSS, OPTIMIZER -> value;
      default -> Sentence.of("comparison.named", setting.title(), value);
    };
  }
}
