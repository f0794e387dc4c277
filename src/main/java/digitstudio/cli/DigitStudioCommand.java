package digitstudio.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands above the commands; does nothing by itself. */
@Command(name = "digit-studio", sortOptions = false)
final class DigitStudioCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "cli.version")
  private boolean version;

  @Mixin private HelpOption help;

  @Override
  public void run() {
    CommandLine commandLine = spec.commandLine();
    throw new ParameterException(
        commandLine, commandLine.getResourceBundle().getString("cli.noCommand"));
  }
}
