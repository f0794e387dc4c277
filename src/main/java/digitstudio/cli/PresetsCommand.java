package digitstudio.cli;

import digitstudio.experiment.Presets;
import digitstudio.experiment.Presets.Preset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the presets. */
@Command(name = "presets", sortOptions = false)
final class PresetsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private HelpOption help;

  PresetsCommand(Console console) {
    this.console = console;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    String group = "";
    for (Preset preset : Presets.all()) {
      if (!preset.group().equals(group)) {
        group = preset.group();
        console.say(preset.groupKey());
      }
      console.print(
          String.format(Locale.ROOT, "  %-30s %s", preset.name(), console.text(preset.titleKey())));
    }
    return ExitCode.DONE;
  }
}
