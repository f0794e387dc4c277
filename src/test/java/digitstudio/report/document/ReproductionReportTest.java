package digitstudio.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionScope;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of the reproduction, read back and held against the figures it was made of. */
class ReproductionReportTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @TempDir Path folder;

  /** Every row as the report has it, but Adam, which comes to 91.21 as it must. */
  private static Map<TrainingConfig, Measured> measured() {
    Map<TrainingConfig, Measured> measured = new HashMap<>();
    for (ReportTables.Table table : ReportTables.all()) {
      for (ReportTables.Row row : table.rows()) {
        boolean adam = row.name().equals("optimizer-adam");
        double test = adam ? 91.21 : row.figures().test().orElse(72.8);
        double train = adam ? 90.77 : row.figures().train().orElse(71.83);
        List<EpochResult> epochs =
            IntStream.rangeClosed(1, row.config().epochs())
                .mapToObj(e -> new EpochResult(e, 2.0 / e, 1 - 1.0 / e, 0, 0, 0, 0.1, 0.25))
                .toList();
        measured.put(
            row.config(),
            new Measured(
                test,
                train,
                0.25 * row.config().epochs(),
                RunState.FINISHED,
                epochs,
                Optional.of(KeptRuns.PROVENANCE)));
      }
    }
    return measured;
  }

  private static LabReport report(Locale locale) {
    Map<TrainingConfig, Measured> measured = measured();
    List<ReproducedTable> tables =
        ReportTables.all().stream()
            .map(table -> ReproducedTable.of(table, ReproductionScope.WHOLE, measured))
            .toList();
    return new ReproductionReport(locale).of(ReproductionScope.WHOLE, tables);
  }

  private Path write(Locale locale, ReportFormat format) throws IOException {
    Path file = folder.resolve("reproduction." + format.extension());
    ReportFile.write(report(locale), format, file);
    return file;
  }

  private static Element row(Document page, String name, int columns) {
    return page.select("tr").stream()
        .filter(row -> row.children().size() == columns && row.child(0).text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePageHasEveryTableWithItsFiguresVerdictsAndCurves() throws IOException {
    Document page = Jsoup.parse(write(Locale.ENGLISH, ReportFormat.HTML));
    assertEquals(
        List.of("Adam, bias not corrected", "97.33", "91.21", "-6.12", "98.57", "90.77", "-7.80"),
        row(page, "Adam, bias not corrected", 7).children().eachText());
    assertEquals(
        List.of(
            "Adam, bias not corrected",
            "η 1e-5 · batch 6,000 · 100 epochs",
            "1 min 16 s",
            "25.0 s",
            "does not follow from the report's settings"),
        row(page, "Adam, bias not corrected", 5).children().eachText());
    for (ReportTables.Table table : ReportTables.all()) {
      for (ReportTables.Row row : table.rows()) {
        String percent =
            row.figures().test().isPresent()
                ? String.format(Locale.ENGLISH, "%.2f", row.figures().test().getAsDouble())
                : "–";
        assertTrue(
            page.select("tr").stream()
                .anyMatch(line -> line.children().size() == 7 && line.text().contains(percent)),
            row.name());
      }
    }
    // A loss and an accuracy chart each, and for the two losses one more.
    assertEquals(13, page.select("svg").size());
    List<String> depth = page.select("svg").get(0).select("text").eachText();
    assertTrue(depth.contains("Two hidden layers, 200 epochs"), depth.toString());
    assertFalse(depth.contains("Two hidden layers, 100 epochs"), depth.toString());
    assertTrue(page.text().contains("19 trainings give 31 rows"), page.text());
    assertTrue(page.text().contains("ab".repeat(32)));
  }

  @Test
  void rowsOfOneTrainingAreNotSetSideBySide() {
    ReportTables.Table depth = ReportTables.all().get(0);
    Map<TrainingConfig, Measured> measured = measured();
    Measured only = measured.get(depth.rows().get(0).config());
    measured.replaceAll((config, other) -> only);

    List<String> said =
        new ReproductionConclusions(Locale.ENGLISH)
            .of(ReproducedTable.of(depth, ReproductionScope.WHOLE, measured));

    assertFalse(said.isEmpty());
    assertTrue(
        said.stream().noneMatch(one -> one.contains("highest") || one.contains("took from")),
        said.toString());
  }

  @Test
  void theConclusionsAreThoseOfTheNumbers() throws IOException {
    String text = Jsoup.parse(write(Locale.ENGLISH, ReportFormat.HTML)).select("li").text();
    assertTrue(
        text.contains("Adam, bias not corrected came to 91.21 % where the report says 97.33 %"),
        text);
    assertTrue(text.contains("Of 26 rows with a figure in the report"), text);
    assertTrue(text.contains("RMSprop has the highest test accuracy, 97.63 %, as in the report"));
    assertTrue(text.contains("the steps of Adam are too short"), text);
  }

  @Test
  void aPdfSaysTheSameInBothLanguages() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, CHINESE)) {
      try (PDDocument pdf = Loader.loadPDF(write(locale, ReportFormat.PDF).toFile())) {
        String text = new PDFTextStripper().getText(pdf);
        for (String part : List.of("97.33", "91.21", "-6.12", "97.63", "99.58")) {
          assertTrue(text.contains(part), part + " is not in " + text);
        }
        assertTrue(
            text.contains(locale.equals(CHINESE) ? "一层隐藏层与两层隐藏层" : "One hidden layer and two"));
      }
    }
  }

  @Test
  void latexIsBalancedItsColumnsHaveRoomAndItsFiguresAreThere() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, CHINESE)) {
      String text = Files.readString(write(locale, ReportFormat.LATEX));
      assertEquals(count(text, "\\\\begin\\{"), count(text, "\\\\end\\{"));
      assertEquals(
          count(text, "(?<!\\\\)\\{"), count(text.replace("\\\\", ""), "(?<!\\\\)\\}"), "braces");
      assertFalse(text.contains("p{-"), "a column of negative width");
      Matcher pictures = Pattern.compile("\\\\includegraphics\\[[^]]*]\\{([^}]+)}").matcher(text);
      int figures = 0;
      while (pictures.find()) {
        assertTrue(Files.size(folder.resolve(pictures.group(1))) > 1000, pictures.group(1));
        figures++;
      }
      assertEquals(13, figures);
      assertTrue(text.contains("& 97.33 & 91.21 & {-}6.12 & 98.57 & 90.77 & {-}7.80 \\\\"), text);
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void markdownHasTheRowsAndItsFigures() throws IOException {
    String text = Files.readString(write(CHINESE, ReportFormat.MARKDOWN));
    assertTrue(text.contains("| 97.33 | 91.21 | -6.12 | 98.57 | 90.77 | -7.80 |"), text);
    assertEquals(13, count(text, "!\\[[^]]*]\\(reproduction-figures/"));
  }

  @Test
  void aReproductionThatWasStoppedSaysHowFarItCameAndOneOfNothingIsWritten() throws IOException {
    ReportTables.Table batch = ReportTables.named("batch");
    Map<TrainingConfig, Measured> one = new HashMap<>(measured());
    one.keySet().retainAll(List.of(batch.rows().get(0).config()));
    LabReport part =
        new ReproductionReport(Locale.ENGLISH)
            .of(
                ReproductionScope.WHOLE,
                List.of(ReproducedTable.of(batch, ReproductionScope.WHOLE, one)));
    String text = Jsoup.parse(ReportFile.html(part)).text();
    assertTrue(text.contains("So far 1 of 3 rows were trained"), text);
    LabReport nothing =
        new ReproductionReport(CHINESE)
            .of(ReproductionScope.WHOLE, List.of(new ReproducedTable(batch, List.of())));
    assertTrue(Jsoup.parse(ReportFile.html(nothing)).text().contains("目前已训练 3 行中的 0 行"));
  }
}
