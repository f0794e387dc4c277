package digitstudio.report.figure;

import digitstudio.text.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A figure as a PDF of one page of its own size, whose text stays text. */
final class PdfPicture {
  private static final float POINTS_PER_PIXEL = 0.75f;

  private PdfPicture() {}

  static void write(Figure figure, FigureSize size, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(figure.title());
      document.getDocumentInformation().setProducer(Program.NAME + " " + Program.version());
      document.getDocumentCatalog().setLanguage(figure.locale().toLanguageTag());
      PdfFonts fonts =
          PdfFonts.embed(document, figure.locale(), figure.family(), "", List.of(figure));
      var graphics = PdfFonts.draw(document, figure, size, fonts.writer());
      PDPage page =
          new PDPage(
              new PDRectangle(
                  (float) size.layoutWidth() * POINTS_PER_PIXEL,
                  (float) size.layoutHeight() * POINTS_PER_PIXEL));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
        content.drawForm(graphics.getXFormObject());
      }
      document.save(out);
    }
  }
}
