package digitstudio.ui.queue;

import digitstudio.experiment.DueData;
import digitstudio.experiment.RunLabels;
import digitstudio.experiment.RunNames;
import digitstudio.experiment.Setting;
import digitstudio.experiment.SettingDifference;
import digitstudio.text.Sentence;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs as the queue shows them, and the name of a sweep. */
final class SweepRuns {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private SweepRuns() {}

  /** A run by itself. */
  static QueuedRun one(TrainingConfig config, Optional<DueData> data, Consumer<RunSnapshot> told) {
    return new QueuedRun(config, "", name(config), data, told);
  }

  /** Runs of a sweep, each by what sets it apart. */
  static List<QueuedRun> of(
      String group, List<TrainingConfig> configs, List<Optional<DueData>> data) {
    RunLabels labels = new RunLabels(configs);
    List<QueuedRun> runs = new ArrayList<>();
    for (int i = 0; i < configs.size(); i++) {
      TrainingConfig config = configs.get(i);
      runs.add(
          new QueuedRun(
              config,
              group,
              labels.of(config).orElseGet(() -> name(config)),
              data.get(i),
              run -> {}));
    }
    return runs;
  }

  private static Sentence name(TrainingConfig config) {
    return Sentence.of("queue.named", RunNames.of(config));
  }

  /**
   * What settings the sweep is about, and when it began.
   *
   * @param taken names that other sweeps have
   */
  static String nameOf(List<TrainingConfig> configs, Locale locale, Set<String> taken) {
    String settings =
        Arrays.stream(Setting.values())
            .filter(setting -> SettingDifference.differs(setting, configs))
            .map(setting -> setting.title().in(locale))
            .collect(Collectors.joining(" × "));
    String name = settings + " · " + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }
}
