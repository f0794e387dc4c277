package digitstudio.report.chart;

import java.util.List;
import java.util.Locale;

/**
 * The words of a chart of answers, in one language.
 *
 * @param locale of the numbers
 * @param title what is measured
 * @param axis name of the x axis
 * @param names of what is drawn, in order
 */
public record AnswerTexts(Locale locale, String title, String axis, List<String> names) {
  public AnswerTexts {
    names = List.copyOf(names);
  }
}
