package digitstudio.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A flag where a curve stops being finite; one label for those that are close together. */
final class FlagRow {
  /** Flags nearer to each other than these pixels share a label. */
  private static final double CLOSE = 48;

  private final Span x;
  private final double close;
  private final ChartFonts fonts;
  private final ChartPalette palette;
  private final List<ChartMark> marks = new ArrayList<>();
  private double labelled = Double.NEGATIVE_INFINITY;

  /**
   * @param x what is seen of the axis
   * @param columns pixels that the drawing is wide
   */
  FlagRow(Span x, int columns, ChartFonts fonts, ChartPalette palette) {
    this.x = x;
    this.fonts = fonts;
    this.palette = palette;
    close = CLOSE * x.length() / Math.max(1, columns);
  }

  /** Flags the breaks of a curve. */
  void add(CurvePoints measured, Color color) {
    double[] values = measured.y();
    for (int i = 0; i < values.length; i++) {
      boolean begins = i == 0 || Double.isFinite(values[i - 1]);
      double place = measured.x()[i];
      if (begins && !Double.isFinite(values[i]) && x.contains(place)) {
        boolean crowded = Math.abs(place - labelled) < close;
        String label = crowded ? "" : ChartNumbers.notFinite(values[i]);
        marks.add(ChartMark.flag(place, label, color, fonts, palette));
        labelled = crowded ? labelled : place;
      }
    }
  }

  List<ChartMark> marks() {
    return marks;
  }
}
