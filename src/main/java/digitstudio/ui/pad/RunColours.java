package digitstudio.ui.pad;

import digitstudio.experiment.RunSummary;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.RunLook;
import digitstudio.ui.theme.Appearance;
import java.awt.Color;

/** The colour of a run, the same as in every chart. */
final class RunColours {
  private RunColours() {}

  /** As a style sheet writes it. */
  static String css(RunSummary run, Appearance appearance) {
    ChartPalette palette = appearance.isDark() ? ChartPalette.DARK : ChartPalette.LIGHT;
    Color colour = palette.curve(RunLook.of(run.id()));
    return String.format("#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
