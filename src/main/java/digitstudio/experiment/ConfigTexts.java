package digitstudio.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.training.ConfigJson;
import digitstudio.training.TrainingConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the settings of many runs, each kind of settings once: of thousands of runs, most differ
 * from another in nothing but their seed.
 */
final class ConfigTexts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEED = ",\"seed\":";

  private static final Pattern SEED_NUMBER = Pattern.compile("-?\\d{1,18}");

  private final Map<String, TrainingConfig> known = new HashMap<>();

  /**
   * The settings of a text.
   *
   * @throws JsonProcessingException if it is no JSON
   * @throws digitstudio.text.Problem if a setting is unknown or out of range
   */
  TrainingConfig read(String text) throws JsonProcessingException {
    int seed = text.lastIndexOf(SEED);
    // The seed stands last, as ConfigJson writes it; any other text is read as a whole.
    if (seed < 0 || !isNumber(text, seed + SEED.length(), text.length() - 1)) {
      return ConfigJson.read(JSON.readTree(text));
    }
    TrainingConfig same = known.get(text.substring(0, seed));
    if (same == null) {
      TrainingConfig config = ConfigJson.read(JSON.readTree(text));
      known.put(text.substring(0, seed), config);
      return config;
    }
    return same.toBuilder()
        .seed(Long.parseLong(text, seed + SEED.length(), text.length() - 1, 10))
        .build();
  }

  private static boolean isNumber(String text, int from, int to) {
    return text.endsWith("}") && to > from && SEED_NUMBER.matcher(text).region(from, to).matches();
  }
}
