package digitstudio.report.chart;

import java.util.Locale;

/**
 * The words of a chart of several runs in one language.
 *
 * @param locale how its numbers are written
 * @param title what is measured
 * @param axis name of the x axis
 * @param empty what is said while there is no curve
 */
public record RunsTexts(Locale locale, String title, String axis, String empty) {}
