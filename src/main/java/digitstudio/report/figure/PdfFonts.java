package digitstudio.report.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two fonts of a PDF, embedded with just the characters it shows. */
public final class PdfFonts {
  private final PDFont regular;
  private final PDFont bold;

  private PdfFonts(PDFont regular, PDFont bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /**
   * Embeds fonts.
   *
   * @param family that the text was measured with
   * @param text all that is written beside the figures
   * @param figures that stand in the document
   */
  public static PdfFonts embed(
      PDDocument document, Locale locale, String family, String text, List<Figure> figures)
      throws IOException {
    TreeSet<Integer> characters = new TreeSet<>();
    add(characters, " \u00A0…");
    add(characters, text);
    for (Figure figure : figures) {
      collect(figure, characters);
    }
    List<String> families = PaperFont.families(locale, family);
    return new PdfFonts(
        load(document, TrueTypeFont.of(families, false, characters)),
        load(document, TrueTypeFont.of(families, true, characters)));
  }

  private static PDFont load(PDDocument document, byte[] font) throws IOException {
    return PDType0Font.load(document, new ByteArrayInputStream(font), false);
  }

  private static void add(TreeSet<Integer> characters, String text) {
    text.codePoints().filter(PdfFonts::isWritten).forEach(characters::add);
  }

  private static boolean isWritten(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  /** Draws a figure for nothing but the characters it writes. */
  private static void collect(Figure figure, TreeSet<Integer> characters) throws IOException {
    try (PDDocument aside = new PDDocument()) {
      draw(aside, figure, figure.size(), new Collector(characters));
    }
  }

  public PDFont regular() {
    return regular;
  }

  public PDFont bold() {
    return bold;
  }

  /** Has a surface write its text with these fonts. */
  public void use(PdfBoxGraphics2D graphics) {
    graphics.setFontTextDrawer(new Writer());
  }

  static PdfBoxGraphics2D draw(
      PDDocument document, Figure figure, FigureSize size, PdfBoxGraphics2DFontTextDrawer text)
      throws IOException {
    PdfBoxGraphics2D graphics =
        new PdfBoxGraphics2D(document, (float) size.layoutWidth(), (float) size.layoutHeight());
    graphics.setFontTextDrawer(text);
    figure.drawing().draw(graphics, size.layoutWidth(), size.layoutHeight());
    graphics.dispose();
    return graphics;
  }

  PdfBoxGraphics2DFontTextDrawer writer() {
    return new Writer();
  }

  /** Writes in the embedded fonts, whatever the name of the font asked for. */
  private final class Writer extends PdfBoxGraphics2DFontTextDrawer {
    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) {
      return font.isBold() ? bold : regular;
    }
  }

  /** Writes nothing and remembers what it was asked to write. */
  private static final class Collector extends PdfBoxGraphics2DFontTextDrawer {
    private final TreeSet<Integer> characters;

    Collector(TreeSet<Integer> characters) {
      this.characters = characters;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
      StringBuilder letters = new StringBuilder();
      for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
        letters.append(c);
      }
      add(characters, letters.toString());
      return true;
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
      // Nothing is to be seen of it.
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv environment) {
      return environment.getCalculationGraphics().getFontMetrics(font);
    }
  }
}
