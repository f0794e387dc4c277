package digitstudio.report.document;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.report.chart.Quantity;
import digitstudio.report.figure.PrintableText;
import digitstudio.training.Evaluation;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lab report of several runs beside each other. */
public final class ComparisonReport {
  private static final int MOST_COLUMNS = 4;

  private final ReportTexts texts;
  private final RunFigures figures;
  private final SettingsTable settings;

  public ComparisonReport(Locale locale) {
    texts = new ReportTexts(locale);
    figures = new RunFigures(texts);
    settings = new SettingsTable(texts);
  }

  /**
   * The report.
   *
   * @param runs two or more
   * @param question what the person wanted to know; empty for the one their settings ask
   */
  public LabReport of(List<RunDetails> runs, String question) {
    List<TrainingConfig> configs = runs.stream().map(run -> run.summary().config()).toList();
    List<String> differing = settings.differingIn(runs);
    List<Section> sections = new ArrayList<>();
    sections.add(question(runs, differing, question));
    sections.add(Section.of(texts.get("report.results"), results(runs)));
    sections.add(settings(runs, differing));
    sections.add(curves(runs));
    addAnswers(sections, runs);
    sections.add(
        Section.of(
            texts.get("report.conclusions"),
            new Block.Points(new ComparisonConclusions(texts).of(runs, differing))));
    sections.add(new ProvenanceTables(texts).section(runs));
    return new LabReport(
        texts.locale(),
        texts.get("report.title.comparison", runs.size()),
        texts.get("report.subtitle.comparison"),
        sections);
  }

  private Section question(List<RunDetails> runs, List<String> differing, String question) {
    String asked = PrintableText.of(question);
    String text =
        !asked.isEmpty()
            ? asked
            : differing.isEmpty()
                ? texts.get("report.question.same", runs.size())
                : texts.get("report.question.comparison", runs.size(), texts.list(differing));
    return Section.of(texts.get("report.question"), new Block.Prose(List.of(text)));
  }

  private Block.Table results(List<RunDetails> runs) {
    List<List<String>> rows = new ArrayList<>();
    for (RunDetails run : runs) {
      RunSummary summary = run.summary();
      rows.add(
          List.of(
              RunReport.name(run),
              accuracy(run.test()),
              accuracy(run.validation()),
              accuracy(run.train()),
              summary.best().map(best -> texts.count(best.epoch())).orElse(ReportTexts.NONE),
              texts.count(summary.epochs()),
              texts.time(summary.trainingSeconds())));
    }
    return new Block.Table(
        texts.get("report.results.caption.runs"),
        List.of(
            texts.get("report.run"),
            texts.get("report.column.test"),
            texts.get("report.column.validation"),
            texts.get("report.column.train"),
            texts.get("report.column.best"),
            texts.get("report.column.epochs"),
            texts.get("report.column.time")),
        rows,
        true);
  }

  private String accuracy(Optional<Evaluation> evaluation) {
    return evaluation.map(found -> texts.share(found.accuracy())).orElse(ReportTexts.NONE);
  }

  /** The same for all in one table, what differs in another. */
  private Section settings(List<RunDetails> runs, List<String> differing) {
    List<Block> blocks = new ArrayList<>();
    if (!differing.isEmpty()) {
      blocks.add(differing(runs, differing));
    }
    List<List<String>> same = new ArrayList<>();
    settings
        .rows(runs.get(0))
        .forEach(
            (name, value) -> {
              if (!differing.contains(name)) {
                same.add(List.of(name, value));
              }
            });
    if (!same.isEmpty()) {
      blocks.add(new Block.Table(texts.get("report.settings.same"), List.of(), same, false));
    }
    return new Section(texts.get("report.settings"), blocks);
  }

  /** A column for each setting, or all of them in one where they are too many for a page. */
  private Block.Table differing(List<RunDetails> runs, List<String> differing) {
    boolean narrow = differing.size() > MOST_COLUMNS;
    List<String> head = new ArrayList<>();
    head.add(texts.get("report.run"));
    head.addAll(narrow ? List.of(texts.get("report.settings")) : differing);
    List<List<String>> rows = new ArrayList<>();
    for (RunDetails run : runs) {
      Map<String, String> values = settings.rows(run);
      List<String> row = new ArrayList<>();
      row.add(RunReport.name(run));
      if (narrow) {
        row.add(
            differing.stream()
                .map(name -> texts.get("report.named", name, values.get(name)))
                .collect(Collectors.joining(texts.get("report.then"))));
      } else {
        differing.forEach(name -> row.add(values.get(name)));
      }
      rows.add(row);
    }
    return new Block.Table(texts.get("report.settings.differing"), head, rows, false);
  }

  private Section curves(List<RunDetails> runs) {
    List<Block> blocks = new ArrayList<>();
    boolean held = runs.stream().anyMatch(run -> run.summary().config().validation() > 0);
    if (held) {
      addCurve(blocks, runs, Quantity.LOSS, true);
      addCurve(blocks, runs, Quantity.ACCURACY, true);
    }
    addCurve(blocks, runs, Quantity.LOSS, false);
    if (!held) {
      addCurve(blocks, runs, Quantity.ACCURACY, false);
    }
    return new Section(texts.get("report.curves"), blocks);
  }

  private void addCurve(
      List<Block> blocks, List<RunDetails> runs, Quantity quantity, boolean validation) {
    String set = validation ? "validation" : "train";
    String key = quantity == Quantity.LOSS ? "report.overlay.loss." : "report.overlay.accuracy.";
    blocks.add(
        new Block.Picture(figures.overlay(runs, quantity, validation), texts.get(key + set)));
  }

  private void addAnswers(List<Section> sections, List<RunDetails> runs) {
    ComparisonConclusions.best(runs)
        .filter(best -> best.test().isPresent())
        .ifPresent(
            best ->
                sections.add(
                    Section.of(
                        texts.get("report.answers"),
                        new Block.Picture(
                            figures.confusion(
                                "confusion",
                                best.test().get().confusion(),
                                texts.get("report.confusion"),
                                best.summary().data().classes()),
                            texts.get("report.confusion.caption.best", RunReport.name(best))))));
  }
}
