package digitstudio.experiment;

import digitstudio.training.TrainingConfig;
import java.util.List;

/** The one list of named settings that feeds the window and the command line. */
public final class Presets {
  /**
   * Named settings.
   *
   * @param name on the command line, such as {@code default}
   * @param group of the list: {@code studio}, or a table of the report such as {@code activation}
   * @param config the settings
   */
  public record Preset(String name, String group, TrainingConfig config) {
    /** Key of the name a person reads. */
    public String titleKey() {
      return "preset." + name;
    }

    /** Key of the group's name. */
    public String groupKey() {
      return "presetGroup." + group;
    }
  }

  /** The preset of the first start. */
  public static final Preset FIRST = new Preset("default", "studio", TrainingConfig.DEFAULT);

  private Presets() {}

  /** All of them, grouped, in the order to show. */
  public static List<Preset> all() {
    return List.of(FIRST);
  }

  /**
   * The preset of a name.
   *
   * @throws digitstudio.text.Problem if there is none, naming those there are
   */
  public static Preset named(String name) {
    throw new UnsupportedOperationException("experiment: in work");
  }
}
