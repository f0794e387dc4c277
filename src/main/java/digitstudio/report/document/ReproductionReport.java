package digitstudio.report.document;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.ReproducedRow.Verdict;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.experiment.ReproductionScope;
import digitstudio.report.chart.ReproductionCurves;
import digitstudio.training.DataDescription;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lab report of the reproduction: its tables as the report has them, then and now. */
public final class ReproductionReport {
  private final ReportTexts texts;
  private final RunFigures figures;
  private final SettingsTable settings;
  private final ReproductionConclusions conclusions;

  public ReproductionReport(Locale locale) {
    texts = new ReportTexts(locale);
    figures = new RunFigures(texts);
    settings = new SettingsTable(texts);
    conclusions = new ReproductionConclusions(locale);
  }

  /**
   * The report.
   *
   * @param tables with the rows that were measured; those with none are left out
   */
  public LabReport of(ReproductionScope scope, List<ReproducedTable> tables) {
    List<ReproducedTable> measured =
        tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    ReproductionPlan plan =
        ReproductionPlan.of(
            rows(measured).stream().map(ReproducedRow::row).toList(), scope, Set.of());
    List<Section> sections = new ArrayList<>();
    sections.add(question(scope, tables));
    if (!measured.isEmpty()) {
      sections.add(summary(measured, plan));
      sections.add(sharedSettings(measured));
      measured.forEach(table -> sections.add(section(table)));
      sections.add(
          Section.of(
              texts.get("report.conclusions"),
              new Block.Points(conclusions.ofAll(measured, plan))));
      sections.add(trainings(measured, plan));
    }
    sections.add(new ProvenanceTables(texts).of(sources(measured, plan)));
    return new LabReport(
        texts.locale(), texts.get("reproduced.title"), texts.get("reproduced.subtitle"), sections);
  }

  private static List<ReproducedRow> rows(List<ReproducedTable> tables) {
    return tables.stream().flatMap(table -> table.rows().stream()).toList();
  }

  private Section question(ReproductionScope scope, List<ReproducedTable> tables) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(texts.get("reproduced.question"));
    if (scope.isShort()) {
      paragraphs.add(texts.get("reproduction.short"));
    }
    int planned = tables.stream().mapToInt(table -> table.table().rows().size()).sum();
    int done = rows(tables).size();
    if (done < planned) {
      paragraphs.add(texts.get("reproduced.partial", done, planned));
    }
    return Section.of(texts.get("report.question"), new Block.Prose(paragraphs));
  }

  private Section summary(List<ReproducedTable> tables, ReproductionPlan plan) {
    List<Block.KeyFigure> keys = new ArrayList<>();
    List<ReproducedRow> rows = rows(tables);
    add(keys, "rows", texts.count(rows.size()));
    add(keys, "trainings", texts.count(plan.trainings().size()));
    add(keys, "agrees", count(rows, Verdict.AGREES));
    add(keys, "differs", count(rows, Verdict.DOES_NOT_FOLLOW));
    add(keys, "timeThen", texts.time(ReproductionConclusions.secondsThen(rows)));
    add(keys, "time", texts.time(ReproductionConclusions.seconds(rows, plan)));
    return Section.of(texts.get("report.results"), new Block.KeyFigures(keys));
  }

  private void add(List<Block.KeyFigure> keys, String key, String value) {
    keys.add(new Block.KeyFigure(value, texts.get("reproduced.key." + key)));
  }

  private String count(List<ReproducedRow> rows, Verdict verdict) {
    return texts.count(rows.stream().filter(row -> row.verdict() == verdict).count());
  }

  private Section sharedSettings(List<ReproducedTable> tables) {
    List<TrainingConfig> configs = rows(tables).stream().map(ReproducedRow::config).toList();
    List<String> differing = settings.differing(configs);
    List<List<String>> same = new ArrayList<>();
    settings
        .rows(configs.get(0), DataDescription.MNIST)
        .forEach(
            (name, value) -> {
              if (!differing.contains(name)) {
                same.add(List.of(name, value));
              }
            });
    return Section.of(
        texts.get("report.settings"),
        new Block.Table(texts.get("reproduced.settings.caption"), List.of(), same, false));
  }

  // Tables

  private Section section(ReproducedTable table) {
    String title = texts.get("reproduced.table." + table.table().name());
    List<Block> blocks = new ArrayList<>();
    blocks.add(accuracies(table, title));
    blocks.add(times(table));
    List<String> notes = notes(table);
    if (!notes.isEmpty()) {
      blocks.add(new Block.Points(notes));
    }
    for (ReproductionCurves curves : ReproductionCurves.of(table, texts.locale())) {
      if (!curves.series().isEmpty()) {
        blocks.add(
            new Block.Picture(
                figures.reproduced(curves),
                texts.get("reproduced.chart.caption", curves.title(), title)));
      }
    }
    blocks.add(new Block.Points(conclusions.of(table)));
    return new Section(title, blocks);
  }

  private Block.Table accuracies(ReproducedTable table, String title) {
    List<List<String>> cells = new ArrayList<>();
    for (ReproducedRow row : table.rows()) {
      cells.add(
          List.of(
              name(row.row()),
              percent(row.row().figures().test()),
              percent(OptionalDouble.of(row.measured().test())),
              points(row.testDifference()),
              percent(row.row().figures().train()),
              percent(OptionalDouble.of(row.measured().train())),
              points(row.trainDifference())));
    }
    List<String> head = new ArrayList<>();
    for (String column :
        List.of("row", "testThen", "test", "difference", "trainThen", "train", "difference")) {
      head.add(texts.get("reproduction.column." + column));
    }
    return new Block.Table(texts.get("reproduced.accuracy.caption", title), head, cells, true);
  }

  private Block.Table times(ReproducedTable table) {
    List<List<String>> cells = new ArrayList<>();
    for (ReproducedRow row : table.rows()) {
      OptionalDouble then = row.row().figures().seconds();
      cells.add(
          List.of(
              name(row.row()),
              said(row.config()),
              then.isPresent() ? texts.time(then.getAsDouble()) : ReportTexts.NONE,
              texts.time(row.measured().seconds()),
              row.verdict().title().in(texts.locale())));
    }
    List<String> head = new ArrayList<>();
    for (String column : List.of("row", "settings", "timeThen", "time", "verdict")) {
      head.add(texts.get("reproduced.column." + column));
    }
    return new Block.Table(texts.get("reproduced.time.caption"), head, cells, false);
  }

  private List<String> notes(ReproducedTable table) {
    Set<String> notes = new LinkedHashSet<>();
    if (table.rows().stream().anyMatch(row -> row.row().extra())) {
      notes.add(texts.get("reproduced.extraNote"));
    }
    table.rows().forEach(row -> row.note().ifPresent(note -> notes.add(note.in(texts.locale()))));
    return List.copyOf(notes);
  }

  private String name(ReportTables.Row row) {
    String title = texts.get(row.titleKey());
    return row.extra() ? texts.get("reproduction.extra", title) : title;
  }

  /** What sets a row apart from others of its kind: step, batch and epochs. */
  private String said(TrainingConfig config) {
    return texts.get(
        "reproduced.said",
        texts.setting(config.learningRate().initial()),
        settings.batch(config.batchSize()),
        config.epochs());
  }

  private String percent(OptionalDouble value) {
    return value.isPresent() ? texts.decimals(value.getAsDouble(), 2) : ReportTexts.NONE;
  }

  private String points(OptionalDouble value) {
    return value.isPresent()
        ? texts.get("reproduction.points", value.getAsDouble())
        : ReportTexts.NONE;
  }

  // Trainings

  private Section trainings(List<ReproducedTable> tables, ReproductionPlan plan) {
    List<List<String>> cells = new ArrayList<>();
    int number = 0;
    for (ReproductionPlan.Training training : plan.trainings()) {
      number++;
      cells.add(
          List.of(
              texts.get("reproduced.training", number),
              said(training.config()),
              tables.stream()
                  .map(table -> rows(table, training))
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining(texts.get("report.then")))));
    }
    List<String> head = new ArrayList<>();
    for (String column : List.of("training", "settings", "rows")) {
      head.add(texts.get("reproduced.column." + column));
    }
    return Section.of(
        texts.get("reproduced.trainings"),
        new Block.Prose(
            List.of(texts.get("reproduced.shared", plan.trainings().size(), rows(tables).size()))),
        new Block.Table(texts.get("reproduced.trainings.caption"), head, cells, false));
  }

  private String rows(ReproducedTable table, ReproductionPlan.Training training) {
    Predicate<ReproducedRow> mine = row -> training.rows().contains(row.row());
    List<String> names = table.rows().stream().filter(mine).map(row -> name(row.row())).toList();
    return names.isEmpty()
        ? ""
        : texts.get(
            "report.named",
            texts.get("reproduced.table." + table.table().name()),
            texts.list(names));
  }

  private List<ProvenanceTables.Source> sources(
      List<ReproducedTable> tables, ReproductionPlan plan) {
    List<ProvenanceTables.Source> sources = new ArrayList<>();
    int number = 0;
    for (ReproductionPlan.Training training : plan.trainings()) {
      number++;
      String name = texts.get("reproduced.training", number);
      rows(tables).stream()
          .filter(row -> row.config().equals(training.config()))
          .findFirst()
          .flatMap(row -> row.measured().provenance())
          .ifPresent(from -> sources.add(new ProvenanceTables.Source(name, from)));
    }
    return sources;
  }
}
