package digitstudio.report.chart;

/**
 * How a chart looks and which language it speaks.
 *
 * @param palette its colours
 * @param fonts its fonts
 * @param texts its words
 */
public record ChartStyle(ChartPalette palette, ChartFonts fonts, ChartTexts texts) {}
