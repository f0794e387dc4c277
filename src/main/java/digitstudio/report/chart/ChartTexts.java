package digitstudio.report.chart;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The words of a chart in one language.
 *
 * @param locale how its numbers are written
 * @param title what is measured
 * @param train name of the train curve
 * @param validation name of the validation curve
 * @param axis name of the x axis
 * @param best label of the best epoch
 * @param empty what is said while there is no curve
 */
public record ChartTexts(
    Locale locale,
    String title,
    String train,
    String validation,
    String axis,
    IntFunction<String> best,
    String empty) {
  /** The name of a curve. */
  public String curve(CurveRole role) {
    return role == CurveRole.TRAIN ? train : validation;
  }
}
