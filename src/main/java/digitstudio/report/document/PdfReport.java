package digitstudio.report.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.PaperFont;
import digitstudio.report.figure.PdfFonts;
import digitstudio.text.Program;
import java.awt.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;

/**
 * Sets a report as PDF: the page that the HTML report is, with the figures drawn into it by the
 * same definitions.
 */
final class PdfReport {
  private static final String FONT = "Report";
  private static final int BOLD = 700;
  private static final int REGULAR = 400;

  static {
    // What it has to say of its work is nothing a person could act on.
    XRLog.setLoggingEnabled(false);
  }

  private PdfReport() {}

  static void write(LabReport report, OutputStream out) throws IOException {
    String html =
        ReportTemplates.set(report, "report.html.ftl", Map.of("paper", true, "font", FONT));
    try (PDDocument document = new PDDocument()) {
      String family = PaperFont.family(report.locale(), "");
      PdfFonts fonts = PdfFonts.embed(document, report.locale(), family, html, report.figures());
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.useFastMode();
      builder.useFont(new PDFontSupplier(fonts.regular()), FONT, REGULAR, FontStyle.NORMAL, false);
      builder.useFont(new PDFontSupplier(fonts.bold()), FONT, BOLD, FontStyle.NORMAL, false);
      builder.useObjectDrawerFactory(new Drawings(report, fonts));
      builder.withProducer(Program.NAME + " " + Program.version());
      builder.withHtmlContent(html, null);
      builder.toStream(out);
      builder.run();
    }
  }

  /** Draws the figures where the page has an object for each. */
  private static final class Drawings implements FSObjectDrawerFactory, FSObjectDrawer {
    private final Map<String, Figure> figures = new HashMap<>();
    private final PdfFonts fonts;

    Drawings(LabReport report, PdfFonts fonts) {
      this.fonts = fonts;
      report.figures().forEach(figure -> figures.put(figure.name(), figure));
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return this;
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return figures.containsKey(element.getAttribute("data"));
    }

    @Override
    public Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      Figure figure = figures.get(element.getAttribute("data"));
      double pixelsWide = width / dotsPerPixel;
      double pixelsHigh = height / dotsPerPixel;
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) pixelsWide,
          (float) pixelsHigh,
          graphics -> {
            fonts.use((PdfBoxGraphics2D) graphics);
            figure.drawing().draw(graphics, pixelsWide, pixelsHigh);
          });
      return null;
    }
  }
}
