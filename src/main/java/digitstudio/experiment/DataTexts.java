package digitstudio.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import digitstudio.digits.ClassNames;
import digitstudio.training.ConfigJson;
import digitstudio.training.DataDescription;
import java.util.HashMap;
import java.util.Map;

/** Reads what the data of many runs are called, each list of classes once. */
final class DataTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, ClassNames> known = new HashMap<>();

  static String write(ClassNames classes) {
    ArrayNode names = JSON.createArrayNode();
    classes.names().forEach(names::add);
    return names.toString();
  }

  /**
   * The data of a run.
   *
   * @param name null for MNIST, which a run from before there were others is of
   * @param classes as {@link #write} has them; null for the digits
   * @throws JsonProcessingException if it is no JSON
   * @throws digitstudio.text.Problem if they are no names of classes
   */
  DataDescription read(String name, String classes) throws JsonProcessingException {
    if (name == null && classes == null) {
      return DataDescription.MNIST;
    }
    return new DataDescription(
        name == null ? DataDescription.MNIST.name() : name,
        classes == null ? ClassNames.DIGITS : classNames(classes));
  }

  private ClassNames classNames(String text) throws JsonProcessingException {
    ClassNames same = known.get(text);
    if (same == null) {
      same = ConfigJson.classNames(JSON.readTree(text));
      known.put(text, same);
    }
    return same;
  }
}
