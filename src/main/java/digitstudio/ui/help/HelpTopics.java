package digitstudio.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is explained, in the order of the window: the form, the bar, the views. */
public final class HelpTopics {
  /**
   * What is explained of one control.
   *
   * @param section where the control is, a key of the bundles
   * @param id of the control
   * @param nameKey key of its name
   * @param hasFormula whether there is a formula to it
   */
  public record Topic(String section, String id, String nameKey, boolean hasFormula) {
    /** Key of the sentence. */
    public String textKey() {
      return "help." + id;
    }

    /** Key of the formula. */
    public String formulaKey() {
      return textKey() + ".formula";
    }
  }

  private static final List<Topic> ALL = new HelpTopics().topics;

  private final List<Topic> topics = new ArrayList<>();
  private String section = "";

  private HelpTopics() {
    form();
    section = "help.section.window";
    own("train", "pause", "stop", "progress", "open-model", "save-model", "recent-files");
    own("language-en", "theme-light", "preferences", "help-open", "about");
    section = "help.section.train";
    own("lesson", "layer-diagram", "doctor", "chart-loss", "chart-accuracy", "chart-smoothing");
    own("chart-x-epoch", "chart-scale-linear", "chart-export", "queue");
    section = "help.section.pad";
    own("pad-canvas", "pad-pen", "pad-seen", "pad-step", "pad-runs");
    formula("pad-bar", "help.pad-bar.name");
    section = "help.section.views";
    own("place-train", "place-runs", "place-report", "place-look", "place-data");
    own("place-draw", "place-hand", "place-start");
    section = "help.section.measures";
    for (String measure : List.of("accuracy", "precision", "recall", "f1", "wilson")) {
      formula("measure-" + measure, "help.measure-" + measure + ".name");
    }
    for (String measure : List.of("calibration", "t-test", "standard-deviation")) {
      formula("measure-" + measure, "help.measure-" + measure + ".name");
    }
  }

  private void form() {
    section = "help.section.data";
    form("preset");
    topics.add(new Topic(section, "form-data-set", "help.form-data-set.name", false));
    formulas("validation");
    form("train-limit", "own-drawings");
    formulas("contrast", "standardize");
    form("shuffle", "seed");
    section = "help.section.network";
    formula("form-hidden", "form.architecture");
    formulas("init", "init-deviation", "dropout", "activation", "slope");
    section = "help.section.loss";
    formulas("loss", "reduction");
    section = "help.section.optimizer";
    formulas("optimizer", "momentum", "decay", "beta1", "beta2", "epsilon", "bias-correction");
    formulas("learning-rate", "schedule", "step-every", "step-factor", "batch-mode", "batch-size");
    section = "help.section.regularization";
    formulas("regularization", "lambda");
    section = "help.section.augmentation";
    form("augment");
    formulas("shift", "rotation", "scale", "shear", "elastic", "smoothness");
    section = "help.section.stop";
    formulas("epochs");
    form("early-stopping", "patience");
    formulas("parameters");
    form("estimate");
    section = "help.section.several";
    form("repeats");
    formulas("combinations");
    form("draws", "draw-seed");
  }

  private void form(String... names) {
    for (String name : names) {
      topics.add(new Topic(section, "form-" + name, "form." + name, false));
    }
  }

  private void formulas(String... names) {
    for (String name : names) {
      formula("form-" + name, "form." + name);
    }
  }

  private void formula(String id, String nameKey) {
    topics.add(new Topic(section, id, nameKey, true));
  }

  private void own(String... ids) {
    for (String id : ids) {
      topics.add(new Topic(section, id, "help." + id + ".name", false));
    }
  }

  /** All of them. */
  public static List<Topic> all() {
    return ALL;
  }

  /**
   * What explains a control.
   *
   * @param id of the control in the window; may be null
   */
  public static Optional<Topic> of(String id) {
    if (id == null) {
      return Optional.empty();
    }
    String plain = plain(id);
    return ALL.stream().filter(topic -> topic.id().equals(plain)).findFirst();
  }

  /** Controls that are explained together have the name of one of them. */
  private static String plain(String id) {
    if (id.startsWith("form-hidden")) {
      return "form-hidden";
    }
    if (id.startsWith("form-") && id.endsWith("-also")) {
      return id.substring(0, id.length() - "-also".length());
    }
    for (String whole : List.of("lesson", "queue", "doctor", "pad-bar", "pad-step", "pad-runs")) {
      if (id.equals(whole) || id.startsWith(whole + "-")) {
        return whole;
      }
    }
    return switch (id) {
      case "language-zh" -> "language-en";
      case "theme-dark" -> "theme-light";
      case "form-reset", "form-modified" -> "form-preset";
      case "progress-text", "status" -> "progress";
      case "chart-x-step" -> "chart-x-epoch";
      case "chart-scale-log" -> "chart-scale-linear";
      case "pad-undo", "pad-redo", "pad-clear" -> "pad-canvas";
      case "augment-another" -> "form-augment";
      default -> id.startsWith("sets-") ? "form-data-set" : id;
    };
  }
}
