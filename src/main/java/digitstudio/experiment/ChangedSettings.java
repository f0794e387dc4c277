package digitstudio.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Settings as files write them, put in the place of those of a whole configuration. */
public final class ChangedSettings {
  private ChangedSettings() {}

  /**
   * A configuration with some of its settings changed.
   *
   * @param changes an object of settings by their names in files, such as {@code learningRate}
   * @param place of the object in its file, for what is said of it
   * @throws Problem that names the setting
   */
  public static TrainingConfig over(TrainingConfig base, JsonNode changes, String place) {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    for (Map.Entry<String, JsonNode> entry : changes.properties()) {
      Setting setting = Setting.named(entry.getKey());
      texts.put(setting, text(place + "." + entry.getKey(), entry.getValue(), setting));
    }
    return new SettingTexts(texts).applyTo(base);
  }

  /**
   * A setting's value as the command line writes it.
   *
   * @param place of the value in its file
   * @throws Problem if it is not of the setting's kind
   */
  public static String text(String place, JsonNode value, Setting setting) {
    if (setting == Setting.HIDDEN && value.isArray()) {
      List<String> units = new ArrayList<>();
      value.forEach(unit -> units.add(unit.asText()));
      return units.isEmpty() ? Setting.NO_UNITS : String.join(",", units);
    }
    if (value.isNumber() && setting.isNumber()) {
      return value.isIntegralNumber() ? value.asText() : Settings.number(value.doubleValue());
    }
    boolean fits = value.isBoolean() ? setting.isFlag() : value.isTextual() && !setting.isFlag();
    if (!fits) {
      throw new Problem("json.kind", place, JsonFields.excerpt(value));
    }
    return value.asText();
  }
}
