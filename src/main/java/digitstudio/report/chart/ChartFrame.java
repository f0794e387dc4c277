package digitstudio.report.chart;

import java.util.Optional;

/**
 * Which part of a chart is seen, and how finely.
 *
 * @param x part of the x axis; empty for all of it
 * @param y part of the value axis; empty for as much as the curves need
 * @param logarithmic whether values are drawn on a logarithmic scale
 * @param columns pixels that the drawing is wide
 */
public record ChartFrame(Optional<Span> x, Optional<Span> y, boolean logarithmic, int columns) {}
