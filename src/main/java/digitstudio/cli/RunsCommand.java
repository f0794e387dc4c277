package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the kept runs; its own commands show and change one of them. */
@Command(name = "runs", sortOptions = false)
final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Console console;

  @Mixin private StoreOption store;

  @Option(names = "--group", paramLabel = "NAME", descriptionKey = "cli.runs.group")
  private String group;

  @Option(names = "--deleted", descriptionKey = "cli.runs.deleted")
  private boolean deleted;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  private RunsCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  /** The command with its own commands. */
  static CommandLine with(Console console, StoreOption store) {
    return new CommandLine(new RunsCommand(console, store))
        .addSubcommand(new RunsShowCommand(console, store))
        .addSubcommand(new RunsRenameCommand(console, store))
        .addSubcommand(new RunsStarCommand(console, store))
        .addSubcommand(new RunsNoteCommand(console, store))
        .addSubcommand(new RunsDeleteCommand(console, store))
        .addSubcommand(new RunsRestoreCommand(console, store));
  }

  @Override
  public Integer call() throws IOException {
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    List<RunSummary> runs = read();
    if (jsonFile.isPresent()) {
      jsonFile.get().write(KeptRunJson.of(runs));
      console.say("cli.wrote", jsonFile.get());
      return ExitCode.DONE;
    }
    if (runs.isEmpty()) {
      console.say("cli.runs.none", store.file().toString());
    }
    runs.forEach(run -> console.print(line(run)));
    return ExitCode.DONE;
  }

  private List<RunSummary> read() {
    try (RunStore kept = store.openExisting(console)) {
      List<RunSummary> runs = deleted ? kept.deleted() : kept.runs();
      return runs.stream().filter(run -> group == null || run.group().equals(group)).toList();
    }
  }

  private String line(RunSummary run) {
    return String.format(
            Locale.ROOT,
            "%5d %s %s  %-11s %9s  %7s %7s %7s  %s%s",
            run.id(),
            run.starred() ? "*" : " ",
            MOMENT.format(run.started().atZone(ZoneId.systemDefault())),
            console.text("cli.state." + run.state().name()),
            run.epochs() + "/" + run.config().epochs(),
            percent(run.trainAccuracy()),
            percent(run.validationAccuracy()),
            percent(run.testAccuracy()),
            run.name(),
            run.group().isEmpty() ? "" : " [" + run.group() + "]")
        .stripTrailing();
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.2f %%", 100 * share.getAsDouble())
        : "-";
  }
}
