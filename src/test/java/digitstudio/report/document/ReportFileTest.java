package digitstudio.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunDetails;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  private static final Locale ENGLISH = Locale.ENGLISH;
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final List<Locale> LANGUAGES = List.of(ENGLISH, CHINESE);
  private static final String HOSTILE =
      "<script>alert(1)</script> & \\input{/etc/passwd} `rm` $x^2_1$ %50 #1 ~ {a} [b](c) *d* |e|";

  @TempDir Path folder;

  private static LabReport report(RunDetails run, Locale locale) {
    return new RunReport(locale).of(run, Optional.empty(), "");
  }

  private Path write(LabReport report, ReportFormat format) throws IOException {
    Path file = folder.resolve("a b_c." + format.extension());
    ReportFile.write(report, format, file);
    return file;
  }

  private Document html(LabReport report) throws IOException {
    return Jsoup.parse(write(report, ReportFormat.HTML));
  }

  private String pdf(LabReport report) throws IOException {
    try (PDDocument document = Loader.loadPDF(write(report, ReportFormat.PDF).toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private String text(LabReport report, ReportFormat format) throws IOException {
    return Files.readString(write(report, format));
  }

  private static Element table(Document page, String head) {
    return page.select("table").stream()
        .filter(table -> table.select("thead th").eachText().contains(head))
        .findFirst()
        .orElseThrow();
  }

  // HTML

  @Test
  void anHtmlReportIsOneFileThatAsksNobodyForAnything() throws IOException {
    Document page = html(report(KeptRuns.finished(1, "a run"), ENGLISH));
    assertTrue(page.select("[src], link, script, [href], object, iframe").isEmpty());
    assertFalse(page.html().contains("url(http"));
    assertEquals(4, page.select("svg").size());
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals("a run", page.selectFirst("h1").text());
  }

  @Test
  void noTwoPartsOfAPageShareAnIdentifier() throws IOException {
    Document page = html(report(KeptRuns.finished(1, "a run"), ENGLISH));
    List<String> identifiers = page.select("[id]").eachAttr("id");
    assertFalse(identifiers.isEmpty());
    assertEquals(identifiers.size(), new HashSet<>(identifiers).size());
  }

  @Test
  void theFiguresOfTheDigitsAreThoseOfTheRun() throws IOException {
    RunDetails run = KeptRuns.finished(1, "a run");
    ConfusionMatrix confusion = run.test().orElseThrow().confusion();
    Elements rows = table(html(report(run, ENGLISH)), "Precision").select("tbody tr");
    assertEquals(10, rows.size());
    for (int digit = 0; digit < 10; digit++) {
      List<String> cells = rows.get(digit).select("th, td").eachText();
      assertEquals(Integer.toString(digit), cells.get(0));
      assertEquals(100 * confusion.precision(digit), number(cells.get(1)), 0.005);
      assertEquals(100 * confusion.recall(digit), number(cells.get(2)), 0.005);
      assertEquals(confusion.f1(digit), number(cells.get(3)), 0.00005);
      assertEquals(confusion.support(digit), number(cells.get(4)));
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text.replaceAll("[,%]", ""));
  }

  @Test
  void theConfusionMatrixOfThePageIsThatOfTheRun() throws IOException {
    RunDetails run = KeptRuns.finished(1, "a run");
    List<String> texts = html(report(run, ENGLISH)).select("svg").get(3).select("text").eachText();
    assertTrue(texts.containsAll(List.of("1,000", "741", "259", "true digit ↓")));
  }

  @Test
  void theSettingsAreInTheLanguageOfTheReport() throws IOException {
    RunDetails run =
        KeptRuns.finished(
            1, "a", TrainingConfig.builder().epochs(6).dropout(0.25).seed(4711).build(), 9_000);
    for (Locale locale : LANGUAGES) {
      String text = html(report(run, locale)).text();
      assertTrue(text.contains("784–256–10"), text);
      assertTrue(text.contains("0.25") && text.contains("4711") && text.contains("ε = 1e-8"));
      assertTrue(text.contains(locale.equals(CHINESE) ? "随机种子" : "Seed"));
      assertTrue(text.contains("ab".repeat(32)));
    }
  }

  // PDF

  @Test
  void aPdfReportSaysWhatTheHtmlSaysInBothLanguages() throws IOException {
    RunDetails run = KeptRuns.finished(1, "256 ReLU · 学习率");
    for (Locale locale : LANGUAGES) {
      String text = pdf(report(run, locale));
      for (String part :
          List.of("256 ReLU · 学习率", "97.41 %", "99.79 %", "97.00 %", "0.0912", "203,530", "741")) {
        String expected = locale.equals(CHINESE) ? part.replace(" %", "%") : part;
        assertTrue(text.contains(expected), part + " is not in " + text);
      }
      String words =
          locale.equals(CHINESE) ? "测试正确率 结论 最佳：第 4 轮 真实数字" : "Conclusions best: epoch 4";
      for (String word : words.split(" (?=[\\p{L}])")) {
        assertTrue(text.contains(word), word + " is not in " + text);
      }
    }
  }

  @Test
  void everyFontOfAPdfReportIsInIt() throws IOException {
    for (Locale locale : LANGUAGES) {
      Path file = write(report(KeptRuns.finished(1, "a"), locale), ReportFormat.PDF);
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        Set<String> fonts = new HashSet<>();
        for (PDPage page : document.getPages()) {
          requireEmbedded(page.getResources(), fonts);
        }
        assertFalse(fonts.isEmpty());
      }
      assertTrue(Files.size(file) < 400_000, Files.size(file) + " bytes");
    }
  }

  private static void requireEmbedded(PDResources resources, Set<String> found) throws IOException {
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      assertTrue(font.isEmbedded(), font.getName());
      found.add(font.getName());
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
        requireEmbedded(form.getResources(), found);
      }
    }
  }

  // Markdown and LaTeX

  @Test
  void aMarkdownReportNamesFiguresThatAreThere() throws IOException {
    String text = text(report(KeptRuns.finished(1, "a"), ENGLISH), ReportFormat.MARKDOWN);
    Matcher pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(text);
    int count = 0;
    while (pictures.find()) {
      assertTrue(Files.size(folder.resolve(pictures.group(1))) > 1000, pictures.group(1));
      count++;
    }
    assertEquals(4, count);
    assertTrue(text.contains("| test | 10,000 | 9,741 | 97.41 % | 0.0912 |"), text);
    assertTrue(text.contains("| 4 | 100.00 % | 74.10 % | 0.8512 | 1,000 |"), text);
  }

  @Test
  void aLatexReportIsWellBuiltAndNamesFiguresThatAreThere() throws IOException {
    for (Locale locale : LANGUAGES) {
      String text = text(report(KeptRuns.finished(1, HOSTILE), locale), ReportFormat.LATEX);
      requireBalanced(text);
      Matcher pictures = Pattern.compile("\\\\includegraphics\\[[^]]*]\\{([^}]+)}").matcher(text);
      int count = 0;
      while (pictures.find()) {
        assertTrue(Files.exists(folder.resolve(pictures.group(1))), pictures.group(1));
        count++;
      }
      assertEquals(4, count);
      String row = "4 & 100.00 \\% & 74.10 \\% & 0.8512 & 1{,}000 \\\\";
      String expected = locale.equals(CHINESE) ? row.replace(" \\%", "\\%") : row;
      assertTrue(text.contains(expected), text);
      assertEquals(locale.equals(CHINESE), text.contains("{ctexart}"));
    }
  }

  /** Every brace and every environment that is opened is closed, in order. */
  private static void requireBalanced(String latex) {
    Deque<String> open = new ArrayDeque<>();
    Matcher parts =
        Pattern.compile("\\\\\\\\|\\\\[{}]|\\\\(begin|end)\\{(\\w+)}|[{}]").matcher(latex);
    while (parts.find()) {
      if ("begin".equals(parts.group(1))) {
        open.push(parts.group(2));
      } else if ("end".equals(parts.group(1))) {
        assertEquals(open.pop(), parts.group(2));
      } else if (parts.group().equals("{")) {
        open.push("{");
      } else if (parts.group().equals("}")) {
        assertEquals("{", open.pop());
      }
    }
    assertTrue(open.isEmpty(), open.toString());
  }

  @Test
  void aChineseNameMakesAnEnglishLatexReportTakeAChineseFont() throws IOException {
    String text = text(report(KeptRuns.finished(1, "学习"), ENGLISH), ReportFormat.LATEX);
    assertTrue(text.contains("\\usepackage[scheme=plain]{ctex}"));
    assertFalse(
        text(report(KeptRuns.finished(1, "plain"), ENGLISH), ReportFormat.LATEX).contains("ctex"));
  }

  // What a person can type

  @Test
  void aHostileNameIsOnlyEverText() throws IOException {
    LabReport report = report(KeptRuns.finished(1, HOSTILE), ENGLISH);
    Document page = html(report);
    assertTrue(page.select("script").isEmpty());
    assertEquals(HOSTILE, page.selectFirst("h1").text());
    assertTrue(pdf(report).replaceAll("\\s+", " ").contains(HOSTILE));
    String markdown = text(report, ReportFormat.MARKDOWN);
    assertFalse(markdown.contains("<script"));
    assertFalse(markdown.contains("[b](c)"));
    assertTrue(markdown.contains("\\`rm\\` \\$x^2\\_1\\$"));
    String latex = text(report, ReportFormat.LATEX);
    assertFalse(latex.contains("\\input"));
    assertTrue(latex.contains("\\textbackslash{}input\\{/etc/passwd\\}"));
    assertTrue(latex.contains("\\$x\\textasciicircum{}2\\_1\\$ \\%50 \\#1 \\textasciitilde{}"));
  }

  @Test
  void aHostileQuestionAndHostileNotesAreOnlyEverText() throws IOException {
    RunDetails run = KeptRuns.finished(1, "a");
    RunDetails noted =
        KeptRuns.details(
            1,
            "a",
            HOSTILE,
            run.summary().config(),
            run.summary().state(),
            run.epochs(),
            run.train(),
            run.validation(),
            run.test());
    Document page = html(new RunReport(ENGLISH).of(noted, Optional.empty(), "<b>why</b>?"));
    assertTrue(page.select("script").isEmpty());
    assertTrue(page.text().contains("<b>why</b>?"));
    assertTrue(page.text().contains("Notes: " + HOSTILE));
  }

  @Test
  void aVeryLongNameAndLettersThatAreNoneDoNotStopAReport() throws IOException {
    String name = "x".repeat(5000) + "\uD800\u0000\u0007\n\uFFFF \uD83D\uDE00 \uE000";
    LabReport report =
        new ComparisonReport(ENGLISH)
            .of(List.of(KeptRuns.finished(1, name), KeptRuns.finished(2, "b")), "");
    for (ReportFormat format : ReportFormat.values()) {
      assertTrue(Files.size(write(report, format)) > 1000);
      assertTrue(Files.size(write(report(KeptRuns.finished(1, name), CHINESE), format)) > 1000);
    }
  }

  // Runs that did not go well

  @Test
  void aRunThatDivergedIsReportedAndNothingIsConcludedFromIt() throws IOException {
    for (Locale locale : LANGUAGES) {
      LabReport report = report(KeptRuns.diverged(3, "broken"), locale);
      Document page = html(report);
      assertEquals(1, page.select("li").size());
      assertTrue(page.text().contains("NaN"));
      assertTrue(pdf(report).contains("NaN"));
      assertTrue(text(report, ReportFormat.MARKDOWN).contains("NaN"));
      assertTrue(text(report, ReportFormat.LATEX).contains("NaN"));
    }
  }

  @Test
  void aRunWithoutAnythingIsReportedInEveryState() throws IOException {
    for (RunState state : RunState.values()) {
      for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.LATEX)) {
        assertTrue(Files.size(write(report(KeptRuns.empty(state), CHINESE), format)) > 500);
      }
    }
  }

  // Comparison

  @Test
  void aComparisonNamesWhatDiffersAndShowsAllRuns() throws IOException {
    RunDetails low =
        KeptRuns.finished(
            2, "low", TrainingConfig.builder().epochs(6).learningRate(0.0001).build(), 9_500);
    LabReport report =
        new ComparisonReport(ENGLISH)
            .of(List.of(KeptRuns.finished(1, "high"), low, KeptRuns.diverged(3, "broken")), "");
    Document page = html(report);
    Elements rows = table(page, "Best epoch").select("tbody tr");
    assertEquals(
        List.of("high", "97.41 %", "97.00 %", "99.79 %", "4", "6", "12.4 s"),
        rows.get(0).select("th, td").eachText());
    assertEquals(3, rows.size());
    assertTrue(table(page, "Learning rate η").text().contains("low 0.0001"));
    List<String> legend = page.select("svg").get(0).select("text").eachText();
    assertTrue(legend.containsAll(List.of("high", "low", "broken")));
    assertTrue(page.select("li").text().contains("The run broken diverged in epoch 3"));
    assertTrue(pdf(report).contains("high"));
  }

  @Test
  void aComparisonOfRepeatsConcludesByTheirMeansAndNotByTheLuckiestSeed() throws IOException {
    List<RunDetails> runs = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      TrainingConfig high = TrainingConfig.builder().epochs(6).seed(seed).build();
      TrainingConfig low = high.toBuilder().learningRate(0.0001).build();
      runs.add(KeptRuns.finished(seed, "high " + seed, high, 9_700 + 10 * seed));
      runs.add(KeptRuns.finished(10 + seed, "low " + seed, low, 9_500 + 10 * seed));
    }
    for (Locale locale : LANGUAGES) {
      String text = html(new ComparisonReport(locale).of(runs, "")).select("li").text();
      assertTrue(text.contains(locale.equals(CHINESE) ? "3 个随机种子" : "over 3 seeds"), text);
      assertFalse(text.contains("high 3"), text);
    }
    assertTrue(pdf(new ComparisonReport(ENGLISH).of(runs, "")).contains("over 3 seeds"));
  }
}
