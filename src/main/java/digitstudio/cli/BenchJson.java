package digitstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.bench.BenchmarkPlan;
import digitstudio.bench.Figure;
import digitstudio.bench.Machine;
import digitstudio.training.TrainingData;
import java.util.List;

/** What a benchmark measured as JSON; what is not finite is null. */
final class BenchJson {
  private BenchJson() {}

  static ObjectNode of(BenchmarkPlan plan, TrainingData data, List<Figure> figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", of(Machine.here()));
    json.put("dataSha256", data.sha256());
    json.put("rounds", plan.rounds());
    put(json, "peakMemoryMiB", Machine.peakMemory());
    ArrayNode list = json.putArray("figures");
    figures.forEach(figure -> list.add(of(figure)));
    return json;
  }

  private static ObjectNode of(Machine machine) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("program", machine.program());
    json.put("processor", machine.processor());
    json.put("processors", machine.processors());
    json.put("threads", machine.threads());
    json.put("os", machine.os());
    json.put("java", machine.java());
    json.put("blas", machine.blas());
    json.put("vectors", machine.vectors());
    return json;
  }

  private static ObjectNode of(Figure figure) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", figure.name());
    json.put("unit", figure.unit());
    put(json, "value", figure.value());
    ArrayNode samples = json.putArray("samples");
    for (double sample : figure.samples()) {
      if (Double.isFinite(sample)) {
        samples.add(sample);
      } else {
        samples.addNull();
      }
    }
    json.put("images", figure.images());
    return json;
  }

  private static void put(ObjectNode json, String field, double value) {
    if (Double.isFinite(value)) {
      json.put(field, value);
    } else {
      json.putNull(field);
    }
  }
}
