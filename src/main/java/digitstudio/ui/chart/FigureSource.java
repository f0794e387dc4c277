package digitstudio.ui.chart;

import digitstudio.report.figure.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charts of a view that can leave the window. */
public interface FigureSource {
  /** Keys of their names, at least one. */
  List<String> charts();

  /** The one of them that is seen, where the view shows one at a time. */
  default Optional<String> seen() {
    return Optional.empty();
  }

  /**
   * A chart as a figure for paper.
   *
   * @param chart one of {@link #charts}
   * @param locale of the figure, whatever the window's
   * @throws digitstudio.text.Problem if it cannot be drawn, as for want of a font
   */
  Figure figure(String chart, Locale locale);
}
