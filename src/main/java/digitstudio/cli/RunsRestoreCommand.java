package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings deleted runs back. */
@Command(name = "restore", sortOptions = false)
final class RunsRestoreCommand extends RunsChange {
  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "cli.runs.ids")
  private List<String> ids;

  RunsRestoreCommand(Console console, StoreOption store) {
    super(console, store);
  }

  @Override
  void change(RunStore kept, Console console) {
    Set<Long> deleted = kept.deleted().stream().map(RunSummary::id).collect(Collectors.toSet());
    for (String id : ids) {
      if (!deleted.contains(KeptRuns.id(id))) {
        throw KeptRuns.unknown(kept, id);
      }
    }
    kept.restore(ids.stream().map(KeptRuns::id).toList());
    console.say("cli.runs.back", ids.size());
  }
}
