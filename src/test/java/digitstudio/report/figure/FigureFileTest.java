package digitstudio.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.report.chart.ChartTexts;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunCurves;
import digitstudio.report.chart.RunLook;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.Runs;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.XAxis;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FigureFileTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @TempDir Path folder;

  private static Figure curves(Locale locale) {
    boolean chinese = locale.equals(CHINESE);
    ChartTexts texts =
        chinese
            ? new ChartTexts(locale, "损失", "训练", "验证", "轮次", e -> "最佳：第 " + e + " 轮", "空")
            : new ChartTexts(
                locale, "Loss", "train", "validation", "epoch", e -> "best: epoch " + e, "none");
    return ChartFigures.curves(
        "loss",
        new RunCurves(Runs.after(8), XAxis.EPOCH, 0).content(Quantity.LOSS),
        Optional.empty(),
        Optional.empty(),
        false,
        texts);
  }

  private static Figure named(String label) {
    RunSeries series =
        RunSeries.of(
            label,
            RunLook.of(2),
            new digitstudio.report.chart.CurvePoints(
                new double[] {1, 2, 3}, new double[] {1, Double.NaN, 0.5}));
    return ChartFigures.runs(
        "runs",
        Quantity.LOSS,
        XAxis.EPOCH,
        List.of(series),
        Optional.empty(),
        Optional.empty(),
        true,
        new RunsTexts(Locale.ENGLISH, "Loss", "epoch", "none"));
  }

  private Path write(Figure figure, FigureFormat format) throws IOException {
    Path file = folder.resolve(figure.name() + "." + format.extension());
    FigureFile.write(figure, format, figure.size(), 150, file);
    return file;
  }

  private static Document parse(Path svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(svg.toFile());
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", "text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static Set<PDFont> fonts(PDDocument document) throws IOException {
    Set<PDFont> fonts = new HashSet<>();
    collect(document.getPage(0).getResources(), fonts);
    return fonts;
  }

  private static void collect(PDResources resources, Set<PDFont> fonts) throws IOException {
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
        collect(form.getResources(), fonts);
      }
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void theTextOfAnSvgStaysText() throws Exception {
    Document svg = parse(write(curves(Locale.US), FigureFormat.SVG));
    assertTrue(texts(svg).containsAll(List.of("Loss", "train", "validation", "best: epoch 3")));
    assertEquals("160.00mm", svg.getDocumentElement().getAttribute("width"));
    assertFalse(svg.getElementsByTagName("path").getLength() == 0);
  }

  @Test
  void aChineseSvgIsChinese() throws Exception {
    Document svg = parse(write(curves(CHINESE), FigureFormat.SVG));
    assertTrue(texts(svg).containsAll(List.of("损失", "训练", "验证", "最佳：第 3 轮")));
    assertEquals("zh-CN", svg.getDocumentElement().getAttribute("lang"));
  }

  @Test
  void figuresInOnePageDoNotShareIdentifiers() {
    Figure figure = curves(Locale.US);
    String svg = SvgPicture.element(figure, figure.size());
    assertTrue(svg.contains("id=\"loss-"));
    assertFalse(svg.contains("id=\"clip"));
  }

  @Test
  void aPdfHoldsItsTextAndItsFontsInBothLanguages() throws Exception {
    for (Locale locale : List.of(Locale.US, CHINESE)) {
      Path file = write(curves(locale), FigureFormat.PDF);
      List<String> words =
          locale.equals(CHINESE)
              ? List.of("损失", "训练", "验证", "轮次", "最佳：第 3 轮")
              : List.of("Loss", "train", "validation", "epoch", "best: epoch 3");
      for (String word : words) {
        assertTrue(text(file).contains(word), word);
      }
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        Set<PDFont> fonts = fonts(document);
        assertFalse(fonts.isEmpty());
        assertTrue(fonts.stream().allMatch(PDFont::isEmbedded));
        assertEquals(160 / 25.4 * 72, document.getPage(0).getMediaBox().getWidth(), 0.1);
      }
      assertTrue(Files.size(file) < 200_000, Files.size(file) + " bytes");
    }
  }

  @Test
  void aNameInAnotherScriptIsWrittenInAnEnglishFigureToo() throws Exception {
    Figure figure = named("学习率 0.1 <b> & \"q\"");
    assertTrue(text(write(figure, FigureFormat.PDF)).contains("学习率 0.1 <b> & \"q\""));
    assertTrue(texts(parse(write(figure, FigureFormat.SVG))).contains("学习率 0.1 <b> & \"q\""));
  }

  @Test
  void lettersThatNoFontHasDoNotStopAFigure() throws Exception {
    Figure figure = named("a\uD800b\u0007c \uE123 \uD83D\uDE00");
    assertTrue(text(write(figure, FigureFormat.PDF)).contains("Loss"));
    parse(write(figure, FigureFormat.SVG));
  }

  @Test
  void aPngHasThePixelsAndTheResolutionAskedFor() throws Exception {
    Path file = folder.resolve("a.png");
    FigureFile.write(
        curves(Locale.US), FigureFormat.PNG, FigureSize.ofPixels(800, 400, 200), 200, file);
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertEquals(800, reader.getWidth(0));
      assertEquals(400, reader.getHeight(0));
      var tree = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      var pixels =
          ((org.w3c.dom.Element) tree).getElementsByTagName("pHYs").item(0).getAttributes();
      assertEquals("7874", pixels.getNamedItem("pixelsPerUnitXAxis").getNodeValue());
    }
  }

  @Test
  void theCsvHoldsEveryValueOfTheChart() throws IOException {
    List<String> lines = Files.readAllLines(write(curves(Locale.US), FigureFormat.CSV));
    assertEquals("\uFEFFepoch,train_loss,validation_loss", lines.get(0));
    assertEquals(9, lines.size());
    assertEquals("4,0.25,0.11", lines.get(4));
  }

  @Test
  void theCsvOfARunThatDivergedSaysSoAndQuotesItsName() throws IOException {
    List<String> lines = Files.readAllLines(write(named("a, \"b\""), FigureFormat.CSV));
    assertEquals("\uFEFFepoch,\"a, \"\"b\"\"\"", lines.get(0));
    assertEquals("2,NaN", lines.get(2));
  }

  @Test
  void impossibleSizesAndResolutionsAreRefused() {
    Figure figure = curves(Locale.US);
    Path file = folder.resolve("a.png");
    assertThrows(Problem.class, () -> new FigureSize(5, 50));
    assertThrows(Problem.class, () -> new FigureSize(50, Double.NaN));
    assertThrows(
        Problem.class, () -> FigureFile.write(figure, FigureFormat.PNG, figure.size(), 5, file));
    assertThrows(
        Problem.class,
        () -> FigureFile.write(figure, FigureFormat.PNG, new FigureSize(2000, 2000), 600, file));
    assertFalse(Files.exists(file));
  }

  @Test
  void aConfusionMatrixIsWrittenWithItsCounts() throws Exception {
    ConfusionMatrix confusion = new ConfusionMatrix(new long[][] {{9_971, 3}, {12, 1_988}});
    Figure figure =
        ConfusionFigure.of("confusion", confusion, "Test", "true", "read as", Locale.US);
    List<String> texts = texts(parse(write(figure, FigureFormat.SVG)));
    assertTrue(texts.containsAll(List.of("9,971", "3", "12", "1,988", "true ↓")));
    assertEquals(List.of("1", "12", "1988"), figure.data().rows().get(1));
  }

  @Test
  void aNetworkIsDrawnWithTheUnitsOfItsLayers() throws Exception {
    Figure figure =
        NetworkFigure.of(
            "network",
            new NetworkSpec(784, List.of(256, 128), new Activation.Relu(), 10),
            "Network",
            new NetworkFigure.Words("input", "ReLU", "softmax", "+{0} layers"),
            Locale.US);
    List<String> texts = texts(parse(write(figure, FigureFormat.SVG)));
    assertTrue(texts.containsAll(List.of("784", "256", "128", "10", "ReLU", "softmax")));
    assertTrue(text(write(figure, FigureFormat.PDF)).contains("784"));
  }
}
