package digitstudio.report.document;

import digitstudio.digits.DigitImage;
import digitstudio.experiment.RunSummary;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.NetworkFigure;
import java.util.Locale;

/** The layers of a run as a figure, the same in the lab report as when it is saved by itself. */
public final class ArchitectureFigure {
  /** Key of its name. */
  public static final String NAME = "report.architecture";

  private ArchitectureFigure() {}

  /**
   * The figure.
   *
   * @param locale of its words
   * @throws digitstudio.text.Problem for want of a font
   */
  public static Figure of(RunSummary run, Locale locale) {
    ReportTexts texts = new ReportTexts(locale);
    return NetworkFigure.of(
        "network",
        run.config().network(DigitImage.PIXELS, run.data().classes().count()),
        run.data().classes(),
        texts.get(NAME),
        new NetworkFigure.Words(
            texts.get("diagram.input"),
            new SettingsTable(texts).activation(run.config().activation()),
            texts.get("diagram.output"),
            texts.get("report.omitted")),
        texts.locale());
  }
}
