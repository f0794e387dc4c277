package digitstudio.report.document;

import digitstudio.experiment.RunDetails;
import digitstudio.report.figure.PrintableText;
import digitstudio.training.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where runs come from. */
final class ProvenanceTables {
  private final ReportTexts texts;

  ProvenanceTables(ReportTexts texts) {
    this.texts = texts;
  }

  /** What all runs share in one table, what differs in another. */
  Section section(List<RunDetails> runs) {
    List<Source> sources = new ArrayList<>();
    for (RunDetails run : runs) {
      run.provenance().ifPresent(from -> sources.add(new Source(RunReport.name(run), from)));
    }
    return of(sources);
  }

  /** Where something of a name comes from. */
  record Source(String name, Provenance provenance) {}

  /** What all sources share in one table, what differs in another. */
  Section of(List<Source> known) {
    String title = texts.get("report.provenance");
    if (known.isEmpty()) {
      return Section.of(title, new Block.Prose(List.of(texts.get("report.provenance.none"))));
    }
    List<Map<String, String>> all = known.stream().map(one -> rows(one.provenance())).toList();
    List<List<String>> same = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    all.get(0)
        .forEach(
            (name, value) -> {
              if (all.stream().allMatch(rows -> rows.get(name).equals(value))) {
                same.add(List.of(name, value));
              } else {
                differing.add(name);
              }
            });
    List<Block> blocks = new ArrayList<>();
    if (!same.isEmpty()) {
      blocks.add(new Block.Table(texts.get("report.provenance.caption"), List.of(), same, false));
    }
    if (!differing.isEmpty()) {
      blocks.add(differing(known, all, differing));
    }
    return new Section(title, blocks);
  }

  private Block.Table differing(
      List<Source> sources, List<Map<String, String>> all, List<String> differing) {
    List<String> head = new ArrayList<>();
    head.add(texts.get("report.run"));
    head.addAll(differing);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(sources.get(i).name());
      Map<String, String> values = all.get(i);
      differing.forEach(name -> row.add(values.get(name)));
      rows.add(row);
    }
    return new Block.Table(texts.get("report.provenance.differing"), head, rows, false);
  }

  private Map<String, String> rows(Provenance provenance) {
    Map<String, String> rows = new LinkedHashMap<>();
    put(rows, "program", provenance.program());
    put(rows, "started", provenance.started());
    put(rows, "seed", Long.toString(provenance.seed()));
    put(rows, "data", provenance.dataSha256());
    put(
        rows,
        "drawings",
        provenance.drawings() == 0
            ? "–"
            : provenance.drawings() + " · " + provenance.drawingsSha256());
    put(rows, "java", provenance.java());
    put(rows, "os", provenance.os());
    put(rows, "processors", Integer.toString(provenance.processors()));
    put(rows, "threads", Integer.toString(provenance.threads()));
    put(rows, "blas", provenance.blas());
    return rows;
  }

  private void put(Map<String, String> rows, String field, String value) {
    rows.put(texts.get("report.provenance." + field), PrintableText.of(value));
  }
}
