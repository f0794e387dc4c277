package digitstudio.ui.report;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.experiment.ReproductionScope;
import digitstudio.experiment.Setting;
import digitstudio.nn.Settings;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The page of the report in words. */
final class ReproductionTexts {
  private static final String NONE = "–";

  /** From here on a count is told in the large unit of the language. */
  private static final long MANY = 1_000_000;

  private final Texts texts;
  private final Quantities quantities;

  ReproductionTexts(Texts texts) {
    this.texts = texts;
    quantities = new Quantities(texts);
  }

  Texts texts() {
    return texts;
  }

  /** The name of a row; one that the report has not is marked. */
  String name(ReportTables.Row row) {
    String title = texts.get(row.titleKey());
    return row.extra() ? texts.get("reproduction.extra", title) : title;
  }

  /** Step, batch, epochs, and which training gives the row. */
  String said(RowState state) {
    TrainingConfig config = state.config();
    String settings =
        texts.get(
            "reproduced.said",
            Settings.number(config.learningRate().initial()),
            Setting.BATCH_SIZE.words(config).orElseThrow().in(texts.locale()),
            config.epochs());
    String run =
        state.isPassed()
            ? texts.get("reproduced.page.runPassed", state.training(), config.epochs())
            : texts.get("reproduced.page.run", state.training());
    return settings + " · " + run;
  }

  /** Which other rows the row's training gives. */
  String sharing(RowState state) {
    if (state.sharing().isEmpty()) {
      return texts.get("reproduced.page.run.alone");
    }
    String others =
        ReportTables.all().stream()
            .flatMap(
                table ->
                    table.rows().stream()
                        .filter(state.sharing()::contains)
                        .map(
                            row ->
                                texts.get(
                                    "report.named",
                                    texts.get("reproduced.table." + table.name()),
                                    name(row))))
            .collect(Collectors.joining(texts.get("report.then")));
    return texts.get("reproduced.page.run.shared", others);
  }

  String percent(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? texts.get("reproduction.percent", value.getAsDouble())
        : NONE;
  }

  String points(OptionalDouble value) {
    return value.isPresent() ? texts.get("reproduction.points", value.getAsDouble()) : NONE;
  }

  String time(OptionalDouble seconds) {
    return seconds.isPresent() ? quantities.timeTaken(seconds.getAsDouble()) : NONE;
  }

  /** Where a row stands, or what became of it. */
  String verdict(RowState state) {
    return switch (state.phase()) {
      case WAITING -> texts.get("reproduced.page.waiting");
      case TRAINING ->
          state.epoch() == 0
              ? texts.get("reproduced.page.preparing")
              : texts.get("reproduced.page.training", state.epoch(), state.trainingEpochs());
      case REPORTED, MEASURED ->
          state.reproduced().map(row -> row.verdict().title().in(texts.locale())).orElse("");
    };
  }

  /** A row as one sentence. */
  String spoken(RowState state) {
    ReportTables.Figures then = state.row().figures();
    OptionalDouble none = OptionalDouble.empty();
    ReproducedRow.Measured now = state.reproduced().map(ReproducedRow::measured).orElse(null);
    return texts.get(
        "reproduced.page.rowSpoken",
        name(state.row()),
        percent(then.test()),
        percent(now == null ? none : OptionalDouble.of(now.test())),
        percent(then.train()),
        percent(now == null ? none : OptionalDouble.of(now.train())),
        time(then.seconds()),
        time(now == null ? none : OptionalDouble.of(now.seconds())),
        verdict(state));
  }

  /** How much there is to train, and how long it will take where that is known. */
  String plan(ReproductionPlan plan, int trainImages, OptionalDouble seconds) {
    long images = plan.images(trainImages);
    String count =
        texts.get(
            "reproduced.page.plan",
            plan.trainings().size(),
            quantities.count(plan.epochs()),
            images < MANY
                ? quantities.count(images)
                : texts.get(
                    "reproduced.page.many",
                    // Each language counts large numbers in a unit of its own.
                    images / Double.parseDouble(texts.get("reproduced.page.many.unit"))));
    return seconds.isPresent()
        ? texts.get("reproduced.page.about", count, quantities.timeLeft(seconds.getAsDouble()))
        : count;
  }

  /** Which training goes on, and how long all will take. */
  String progress(ReproductionViewModel page) {
    if (page.current().isEmpty()) {
      List<ReportTables.Row> rows =
          ReportTables.all().stream().flatMap(table -> table.rows().stream()).toList();
      String done = texts.get("reproduced.page.done", page.rowsMeasured(), rows.size());
      ReproductionPlan plan = page.plan(rows);
      return plan.trainings().isEmpty()
          ? done
          : done + " · " + plan(plan, page.trainImages(), page.seconds(plan));
    }
    String training =
        texts.get(
            "reproduced.page.progress",
            page.number(),
            page.count(),
            name(page.current().get().rows().get(0)));
    OptionalDouble left = page.secondsLeft();
    return left.isPresent()
        ? training + " · " + texts.get("window.left", quantities.timeLeft(left.getAsDouble()))
        : training;
  }

  /** What the short form is. */
  String shortForm(ReproductionScope scope) {
    return texts.get(
        "reproduced.page.shortForm", quantities.count(scope.trainLimit()), scope.epochs());
  }

  /** What is to be said beneath a table: of its extra rows, and of figures that are doubtful. */
  List<String> notes(TableModel table) {
    List<String> notes =
        new ArrayList<>(
            table.reproducedProperty().get().rows().stream()
                .flatMap(row -> row.note().stream())
                .map(note -> note.in(texts.locale()))
                .distinct()
                .toList());
    if (table.table().rows().stream().anyMatch(ReportTables.Row::extra)) {
      notes.add(0, texts.get("reproduced.extraNote"));
    }
    return notes;
  }
}
