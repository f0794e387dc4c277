package digitstudio.report.document;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.experiment.RunDetails;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.NetworkSpec;
import digitstudio.report.chart.Quantity;
import digitstudio.report.document.Block.KeyFigure;
import digitstudio.report.figure.PrintableText;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lab report of one run. */
public final class RunReport {
  private static final int LONGEST_NAME = 60;

  private final ReportTexts texts;
  private final RunFigures figures;
  private final EvaluationTables tables;

  public RunReport(Locale locale) {
    texts = new ReportTexts(locale);
    figures = new RunFigures(texts);
    tables = new EvaluationTables(texts);
  }

  /**
   * The report.
   *
   * @param model its network, where it was kept
   * @param question what the person wanted to know; empty for the one its settings ask
   */
  public LabReport of(RunDetails run, Optional<Model> model, String question) {
    List<Section> sections = new ArrayList<>();
    sections.add(question(run, question));
    sections.add(result(run));
    sections.add(Section.of(texts.get("report.settings"), new SettingsTable(texts).of(run)));
    sections.add(architecture(run, model));
    if (!run.epochs().isEmpty()) {
      sections.add(curves(run));
    }
    run.test().ifPresent(test -> sections.add(answers(test, run.summary().data().classes())));
    sections.add(
        Section.of(
            texts.get("report.conclusions"), new Block.Points(new Conclusions(texts).of(run))));
    sections.add(new ProvenanceTables(texts).section(List.of(run)));
    return new LabReport(
        texts.locale(),
        PrintableText.of(run.summary().name()),
        texts.get("report.subtitle.run", texts.moment(run.summary().started())),
        sections);
  }

  /** The name of a run in a sentence or a table; the rest of a very long one is left out. */
  static String name(RunDetails run) {
    String name = PrintableText.of(run.summary().name());
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  static NetworkSpec network(RunDetails run) {
    return run.summary()
        .config()
        .network(DigitImage.PIXELS, run.summary().data().classes().count());
  }

  private Section question(RunDetails run, String question) {
    TrainingConfig config = run.summary().config();
    SettingsTable settings = new SettingsTable(texts);
    String asked = PrintableText.of(question);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        asked.isEmpty()
            ? texts.get(
                config.hidden().isEmpty() ? "report.question.linear" : "report.question.run",
                settings.architecture(config, run.summary().data()),
                settings.activation(config),
                settings.optimizer(config.optimizer()),
                texts.setting(config.learningRate().initial()),
                settings.batch(config.batchSize()))
            : asked);
    String notes = PrintableText.of(run.summary().notes());
    if (!notes.isEmpty()) {
      paragraphs.add(texts.get("report.notes", notes));
    }
    return Section.of(texts.get("report.question"), new Block.Prose(paragraphs));
  }

  private Section result(RunDetails run) {
    List<KeyFigure> figures = new ArrayList<>();
    add(figures, "report.key.test", run.test());
    add(figures, "report.key.validation", run.validation());
    add(figures, "report.key.train", run.train());
    if (!run.epochs().isEmpty()) {
      figures.add(new KeyFigure(texts.count(run.epochs().size()), texts.get("report.key.epochs")));
      figures.add(
          new KeyFigure(texts.time(run.summary().trainingSeconds()), texts.get("report.key.time")));
    }
    figures.add(
        new KeyFigure(texts.count(network(run).parameters()), texts.get("report.key.parameters")));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.KeyFigures(figures));
    if (run.train().isPresent() || run.test().isPresent()) {
      blocks.add(tables.results(run));
    } else {
      blocks.add(new Block.Prose(List.of(texts.get("report.noEvaluation"))));
    }
    return new Section(texts.get("report.results"), blocks);
  }

  private void add(List<KeyFigure> figures, String key, Optional<Evaluation> evaluation) {
    evaluation.ifPresent(
        found -> figures.add(new KeyFigure(texts.share(found.accuracy()), texts.get(key))));
  }

  private Section architecture(RunDetails run, Optional<Model> model) {
    return Section.of(
        texts.get("report.architecture"),
        new Block.Picture(figures.network(run), texts.get("report.architecture.caption")),
        layers(run, model));
  }

  private Block.Table layers(RunDetails run, Optional<Model> model) {
    List<LayerSpec> layers = network(run).layers();
    String hidden = new SettingsTable(texts).activation(run.summary().config());
    List<String> head = new ArrayList<>();
    for (String key : List.of("layer", "function", "inputs", "units", "parameters")) {
      head.add(texts.get("report.layers." + key));
    }
    if (model.isPresent()) {
      head.add(texts.get("report.layers.mean"));
      head.add(texts.get("report.layers.deviation"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean last = i == layers.size() - 1;
      List<String> row = new ArrayList<>();
      row.add(last ? texts.get("report.layers.output") : texts.get("report.layers.hidden", i + 1));
      row.add(last ? texts.get("diagram.output") : hidden);
      row.add(texts.count(layers.get(i).inputs()));
      row.add(texts.count(layers.get(i).units()));
      row.add(texts.count(layers.get(i).parameters()));
      int weights = 2 * i;
      model.ifPresent(
          kept -> {
            Moments moments = Moments.of(kept.parameters().get(weights));
            row.add(texts.decimals(moments.mean(), 4));
            row.add(texts.decimals(moments.deviation(), 4));
          });
      rows.add(row);
    }
    return new Block.Table(texts.get("report.layers.caption"), head, rows, true);
  }

  private Section curves(RunDetails run) {
    return Section.of(
        texts.get("report.curves"),
        new Block.Picture(
            figures.curves(run, Quantity.LOSS), texts.get("report.curves.loss.caption")),
        new Block.Picture(
            figures.curves(run, Quantity.ACCURACY), texts.get("report.curves.accuracy.caption")));
  }

  private Section answers(Evaluation test, ClassNames classes) {
    return Section.of(
        texts.get("report.answers"),
        new Block.Picture(
            figures.confusion(
                "confusion", test.confusion(), texts.get("report.confusion"), classes),
            texts.get("report.confusion.caption")),
        tables.digits(test.confusion(), classes));
  }
}
