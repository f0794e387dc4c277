package digitstudio.ui.form;

import digitstudio.text.Messages;
import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with one field of the form, told with the name that the field has in the window.
 *
 * @param nameKey key of the field's name
 * @param number fills the name's place, such as the layer's number
 * @param problem the engine's refusal
 */
public record FieldProblem(String nameKey, int number, Problem problem) {
  /** Sentences that open with the setting's name as the command line writes it. */
  private static final Set<String> NAMING =
      Set.of(
          "settings.between",
          "settings.from",
          "settings.positive",
          "settings.notNegative",
          "settings.atLeast",
          "settings.within",
          "settings.factor",
          "settings.notANumber",
          "settings.notACount",
          "form.empty",
          "form.emptyPart",
          "form.grouped",
          "form.badRange",
          "form.rangeSteps",
          "form.badStep",
          "form.badFactor",
          "form.badCount",
          "form.tooManyValues",
          "sweep.emptyRange");

  /** Sentences that the window words differently from the command line. */
  private static final Map<String, String> WORDING =
      Map.of(
          "settings.factor", "form.factorRange",
          "settings.validation", "form.validationRange",
          "settings.patienceWithoutValidation", "form.patienceWithoutValidation",
          "settings.batchTooLarge", "form.batchTooLarge");

  /** The sentence in a language. */
  public String sentence(Locale locale) {
    List<Object> arguments = new ArrayList<>(problem.arguments());
    if (NAMING.contains(problem.key())) {
      arguments.set(0, Messages.format(locale, nameKey, number));
    }
    String key = WORDING.getOrDefault(problem.key(), problem.key());
    return Messages.format(locale, key, arguments.toArray());
  }
}
