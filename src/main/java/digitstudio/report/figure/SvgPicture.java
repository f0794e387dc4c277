package digitstudio.report.figure;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A figure as SVG whose text stays text. */
public final class SvgPicture {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Taken where the font that the figure was measured with is not there. */
  private static final String OTHER_FONTS =
      ", 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

  private SvgPicture() {}

  /** A file of its own. */
  static String document(Figure figure, FigureSize size) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(figure, size) + "\n";
  }

  /** The svg element, to stand in a page; its identifiers begin with the figure's name. */
  public static String element(Figure figure, FigureSize size) {
    Document document = newDocument();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return figure.name() + "-" + super.generateID(prefix);
          }
        });
    context.setImageHandler(new PngImages());
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    figure.drawing().draw(graphics, size.layoutWidth(), size.layoutHeight());
    Element root = graphics.getRoot();
    describe(root, figure, size);
    StringWriter out = new StringWriter();
    try {
      graphics.stream(root, out, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    graphics.dispose();
    String text = out.toString();
    return text.substring(text.indexOf("<svg")).strip();
  }

  /** Images within a drawing, written by Java itself: Batik's own writers are a library more. */
  private static final class PngImages extends ImageHandlerBase64Encoder {
    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
      try {
        ImageIO.write(image, "png", out);
      } catch (IOException e) {
        throw new SVGGraphics2DIOException(e.getMessage(), e);
      }
    }
  }

  private static Document newDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void describe(Element root, Figure figure, FigureSize size) {
    root.setAttribute("width", millimetres(size.width()));
    root.setAttribute("height", millimetres(size.height()));
    root.setAttribute(
        "viewBox",
        String.format(Locale.ROOT, "0 0 %.2f %.2f", size.layoutWidth(), size.layoutHeight()));
    root.setAttribute("role", "img");
    root.setAttribute("lang", figure.locale().toLanguageTag());
    root.removeAttribute("contentScriptType");
    Element title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
    title.setTextContent(figure.title());
    root.insertBefore(title, root.getFirstChild());
    addFonts(root);
    NodeList elements = root.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      addFonts(element);
      // Batik names one element without asking its generator.
      if (element.hasAttribute("id") && !element.getAttribute("id").startsWith(figure.name())) {
        element.setAttribute("id", figure.name() + "-" + element.getAttribute("id"));
      }
    }
  }

  private static String millimetres(double length) {
    return String.format(Locale.ROOT, "%.2fmm", length);
  }

  private static void addFonts(Element element) {
    String family = element.getAttribute("font-family");
    if (!family.isEmpty()) {
      element.setAttribute("font-family", family + OTHER_FONTS);
    }
  }
}
