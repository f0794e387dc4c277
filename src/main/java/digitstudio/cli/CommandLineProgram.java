package digitstudio.cli;

import digitstudio.text.Messages;
import digitstudio.text.Problem;
import digitstudio.text.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line: reads the arguments, runs a command, and answers with an exit code. */
public final class CommandLineProgram {
  private static final int WIDTH = 100;

  /** Problems of the computer, which no other argument would have avoided. */
  private static final Set<String> FAILURES =
      Set.of(
          "store.full",
          "store.disk",
          "store.locked",
          "store.vanished",
          "store.damaged",
          "store.damagedInUse",
          "store.failed",
          "store.notLoaded",
          "engine.notLoaded");

  private final Console console;
  private final CommandLine commandLine;

  /**
   * @param out standard output
   * @param err standard error
   * @param locale of every sentence
   * @param data folder of the images where none is given
   * @param store of runs where none is given
   * @param workbench does the work
   */
  public CommandLineProgram(
      PrintWriter out, PrintWriter err, Locale locale, Path data, Path store, Workbench workbench) {
    console = new Console(out, err, locale);
    commandLine =
        new CommandLine(new DigitStudioCommand())
            .addSubcommand(
                new TrainCommand(console, workbench, new DataOption(data), new StoreOption(store)))
            .addSubcommand(new EvaluateCommand(console, workbench, new DataOption(data)))
            .addSubcommand(new PredictCommand(console, workbench))
            .addSubcommand(
                new ReportCommand(console, workbench, new DataOption(data), new StoreOption(store)))
            .addSubcommand(new PresetsCommand(console))
            .addSubcommand(RunsCommand.with(console, new StoreOption(store)))
            .addSubcommand(new ExportCommand(console, new StoreOption(store)))
            .addSubcommand(new ImportCommand(console, new StoreOption(store)))
            .addSubcommand(
                new VerifyCommand(console, workbench, new DataOption(data), new StoreOption(store)))
            .addSubcommand(new BenchCommand(console, workbench, new DataOption(data)))
            .addSubcommand(
                new SweepCommand(console, workbench, new DataOption(data), new StoreOption(store)))
            .addSubcommand(new CompareCommand(console, workbench, new StoreOption(store)))
            .addSubcommand(
                new ReproduceCommand(
                    console, workbench, new DataOption(data), new StoreOption(store)))
            .setOut(out)
            .setErr(err)
            .setExpandAtFiles(false)
            .setUsageHelpWidth(WIDTH)
            .setParameterExceptionHandler((problem, arguments) -> misused(problem))
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    commandLine.setResourceBundle(Messages.bundle(locale));
    commandLine.getCommandSpec().version(Program.NAME + " " + Program.version());
  }

  /** Runs a command and returns the exit code. */
  public int run(String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      console.complain(new Problem(e, "cli.outOfMemory"));
      return ExitCode.FAILURE;
    } catch (Error e) {
      return unexpected(e);
    }
  }

  /** Says why the studio cannot be opened, and returns the exit code. */
  public int refuse(Problem problem) {
    console.complain(problem);
    return ExitCode.FAILURE;
  }

  private int failed(Exception failure) {
    if (failure instanceof Problem problem) {
      console.complain(problem);
      return FAILURES.contains(problem.key()) ? ExitCode.FAILURE : ExitCode.BAD_INPUT;
    }
    if (failure instanceof FileSystemException problem) {
      console.complain(new Problem(problem, "cli.notWritten", String.valueOf(problem.getFile())));
      return ExitCode.FAILURE;
    }
    if (failure instanceof IOException problem) {
      console.complain(new Problem(problem, "cli.writingFailed", problem.getMessage()));
      return ExitCode.FAILURE;
    }
    return unexpected(failure);
  }

  /** Says that something failed for which nobody is prepared, and returns the exit code. */
  public int unexpected(Throwable failure) {
    LoggerFactory.getLogger(CommandLineProgram.class).error("unexpected", failure);
    console.complain(
        console.text("cli.unexpected", failure.toString(), System.getProperty("digitstudio.log")));
    return ExitCode.FAILURE;
  }

  private int misused(ParameterException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    console.complain(
        console.text(
            "cli.misused", sentence(problem), command.qualifiedName(" ").trim() + " --help"));
    return ExitCode.BAD_INPUT;
  }

  private String sentence(ParameterException problem) {
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean isOption = first.startsWith("-");
      boolean atTop = problem.getCommandLine().getParent() == null;
      return console.text(
          isOption ? "cli.unknownOption" : atTop ? "cli.unknownCommand" : "cli.tooMuch", first);
    }
    if (problem instanceof MissingParameterException missing) {
      ArgSpec argument = missing.getMissing().get(0);
      return argument instanceof OptionSpec option
          ? console.text("cli.valueMissing", option.longestName())
          : console.text("cli.missing", argument.paramLabel());
    }
    if (problem instanceof CommandLine.OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return console.text("cli.twice", option.longestName());
    }
    return problem.getMessage();
  }
}
