package digitstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionScope;
import digitstudio.text.Program;
import digitstudio.training.ConfigJson;
import digitstudio.training.TrainingData;
import java.util.List;
import java.util.OptionalDouble;

/** The report's tables with what was measured as JSON; its accuracies are in percent. */
final class ReproductionJson {
  private ReproductionJson() {}

  static ObjectNode of(ReproductionScope scope, TrainingData data, List<ReproducedTable> tables) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("program", Program.NAME + " " + Program.version());
    json.put("dataSha256", data.sha256());
    json.put("shortForm", scope.isShort());
    ArrayNode list = json.putArray("tables");
    for (ReproducedTable table : tables) {
      ObjectNode entry = list.addObject();
      entry.put("name", table.table().name());
      entry.put("complete", table.isComplete());
      ArrayNode rows = entry.putArray("rows");
      table.rows().forEach(row -> rows.add(of(row)));
    }
    return json;
  }

  private static ObjectNode of(ReproducedRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", row.row().name());
    json.put("extra", row.row().extra());
    json.set("config", ConfigJson.write(row.config()));
    ReportTables.Figures figures = row.row().figures();
    ObjectNode report = json.putObject("report");
    SweepJson.put(report, "test", figures.test());
    SweepJson.put(report, "train", figures.train());
    SweepJson.put(report, "seconds", figures.seconds());
    ObjectNode measured = json.putObject("measured");
    SweepJson.put(measured, "test", OptionalDouble.of(row.measured().test()));
    SweepJson.put(measured, "train", OptionalDouble.of(row.measured().train()));
    SweepJson.put(measured, "seconds", OptionalDouble.of(row.measured().seconds()));
    measured.put("state", row.measured().state().name());
    SweepJson.put(json, "testDifference", row.testDifference());
    SweepJson.put(json, "trainDifference", row.trainDifference());
    json.put("verdict", row.verdict().name());
    row.row().doubt().ifPresent(doubt -> json.put("doubt", doubt.name()));
    ArrayNode curve = json.putArray("curve");
    row.measured().epochs().forEach(epoch -> curve.add(RunJson.of(epoch)));
    return json;
  }
}
