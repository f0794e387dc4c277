package digitstudio.cli;

import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.Setting;
import digitstudio.experiment.TimeWords;
import digitstudio.nn.Settings;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** A table of the report as lines, what was measured beside what the report says. */
final class ReproductionTable {
  private static final String NONE = "–";

  private final Console console;

  ReproductionTable(Console console) {
    this.console = console;
  }

  void print(ReproducedTable reproduced) {
    Set<String> notes = new LinkedHashSet<>();
    TextTable table = new TextTable(heads());
    for (ReproducedRow row : reproduced.rows()) {
      table.add(cells(row, notes));
    }
    console.print("");
    console.say(reproduced.table().titleKey());
    table.lines().forEach(line -> console.print("  " + line));
    if (reproduced.rows().stream().anyMatch(row -> row.row().extra())) {
      console.say("reproduction.extraNote");
    }
    int number = 0;
    for (String note : notes) {
      number++;
      console.say("reproduction.note", number, note);
    }
    console.print("");
  }

  private String[] heads() {
    List<String> heads = new ArrayList<>();
    for (String column :
        List.of(
            "row",
            "rate",
            "batch",
            "epochs",
            "testThen",
            "test",
            "difference",
            "trainThen",
            "train",
            "timeThen",
            "time",
            "verdict")) {
      heads.add(console.text("reproduction.column." + column));
    }
    return heads.toArray(String[]::new);
  }

  private String[] cells(ReproducedRow row, Set<String> notes) {
    TrainingConfig config = row.config();
    ReproducedRow.Measured measured = row.measured();
    return new String[] {
      console.text(row.row().extra() ? "reproduction.extra" : "comparison.asWritten", title(row)),
      Settings.number(config.learningRate().initial()),
      Setting.BATCH_SIZE.words(config).orElseThrow().in(console.locale()),
      Integer.toString(config.epochs()),
      percent(row.row().figures().test()),
      percent(OptionalDouble.of(measured.test())),
      points(row.testDifference()),
      percent(row.row().figures().train()),
      percent(OptionalDouble.of(measured.train())),
      time(row.row().figures().seconds()),
      console.text("sweep.seconds", measured.seconds()),
      verdict(row, notes)
    };
  }

  private String title(ReproducedRow row) {
    return console.text(row.row().titleKey());
  }

  private String verdict(ReproducedRow row, Set<String> notes) {
    String word = row.verdict().title().in(console.locale());
    if (row.note().isEmpty()) {
      return word;
    }
    String note = row.note().get().in(console.locale());
    notes.add(note);
    return console.text("reproduction.noted", word, new ArrayList<>(notes).indexOf(note) + 1);
  }

  private String percent(OptionalDouble value) {
    return value.isPresent() ? console.text("reproduction.percent", value.getAsDouble()) : NONE;
  }

  private String points(OptionalDouble value) {
    return value.isPresent() ? console.text("reproduction.points", value.getAsDouble()) : NONE;
  }

  private String time(OptionalDouble seconds) {
    return seconds.isPresent() ? TimeWords.of(seconds.getAsDouble()).in(console.locale()) : NONE;
  }
}
