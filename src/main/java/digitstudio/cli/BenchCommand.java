package digitstudio.cli;

import digitstudio.bench.BenchmarkPlan;
import digitstudio.bench.Figure;
import digitstudio.bench.Machine;
import digitstudio.nn.Settings;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the engine is. */
@Command(name = "bench", sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  private final Console console;
  private final Workbench workbench;

  @Option(names = "--only", paramLabel = "NAME", arity = "1..*", descriptionKey = "cli.bench.only")
  private List<String> only = List.of();

  @Option(names = "--rounds", paramLabel = "N", descriptionKey = "cli.bench.rounds")
  private String rounds;

  @Option(names = "--images", paramLabel = "N", descriptionKey = "cli.bench.images")
  private String images;

  @Mixin private DataOption data;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  BenchCommand(Console console, Workbench workbench, DataOption data) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    BenchmarkPlan plan =
        new BenchmarkPlan(
            only,
            rounds == null ? BenchmarkPlan.ROUNDS : Settings.parseCount("rounds", rounds),
            images == null ? 0 : Settings.parseCount("images", images));
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    TrainingData digits = data.read(workbench, console);
    List<Figure> figures = new ArrayList<>();
    workbench.bench(
        plan,
        digits,
        figure -> {
          figures.add(figure);
          console.print(line(figure));
        });
    console.say("cli.bench.memory", Machine.peakMemory());
    if (jsonFile.isPresent()) {
      jsonFile.get().write(BenchJson.of(plan, digits, figures));
      console.say("cli.wrote", jsonFile.get());
    }
    return ExitCode.DONE;
  }

  private String line(Figure figure) {
    String scaled =
        figure.images() > 0 && figure.unit().equals("s")
            ? console.text("cli.bench.timed", figure.images())
            : "";
    return String.format(
            Locale.ROOT,
            "%-28s %11.4f %-8s %s",
            figure.name(),
            figure.value(),
            figure.unit(),
            scaled)
        .stripTrailing();
  }
}
