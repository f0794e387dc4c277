package digitstudio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.ConfigJson;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is kept of a run but its weights. */
@Command(name = "show", sortOptions = false)
final class RunsShowCommand implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  RunsShowCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    RunDetails run;
    try (RunStore kept = store.openExisting(console)) {
      run = kept.details(KeptRuns.id(id)).orElseThrow(() -> KeptRuns.unknown(kept, id));
    }
    if (jsonFile.isPresent()) {
      jsonFile.get().write(KeptRunJson.of(run));
      console.say("cli.wrote", jsonFile.get());
    } else {
      print(run);
    }
    return ExitCode.DONE;
  }

  private void print(RunDetails run) {
    RunSummary summary = run.summary();
    console.print(summary.name() + (summary.starred() ? " *" : ""));
    if (!summary.notes().isEmpty()) {
      console.print(summary.notes());
    }
    console.say("cli.runs.state", console.text("cli.state." + summary.state().name()));
    for (Map.Entry<String, JsonNode> setting : ConfigJson.write(summary.config()).properties()) {
      console.print("  " + setting.getKey() + ": " + text(setting.getValue()));
    }
    run.provenance()
        .ifPresent(
            from ->
                ConfigJson.write(from)
                    .properties()
                    .forEach(
                        field ->
                            console.print("  " + field.getKey() + ": " + text(field.getValue()))));
    run.epochs().forEach(epoch -> say(epoch, summary.config().epochs()));
    console.say("cli.trained", summary.trainingSeconds());
    run.train().ifPresent(value -> say("cli.onTrain", value));
    run.validation().ifPresent(value -> say("cli.onValidation", value));
    run.test().ifPresent(value -> say("cli.onTest", value));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private void say(EpochResult epoch, int epochs) {
    EpochLine.say(console, epoch, epochs);
  }

  private void say(String key, Evaluation evaluation) {
    console.say(key, evaluation.accuracy(), evaluation.loss());
  }
}
