package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.report.document.ArchitectureFigure;
import digitstudio.report.figure.FigureFormat;
import digitstudio.report.figure.FigureSize;
import digitstudio.text.Problem;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.chart.FigureExport.Choice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overlaid curves on paper: as they are seen, in every format and language. */
class OverlayFigureTest {
  private final ObjectProperty<SelectedRuns> selected =
      new SimpleObjectProperty<>(SelectedRuns.NONE);
  private final OverlayViewModel overlay =
      new OverlayViewModel(selected, new SimpleObjectProperty<>(new RunWords(Locale.ENGLISH)));
  private final Preferences preferences =
      Preferences.userRoot().node("overlay-figure-" + UUID.randomUUID());
  private final FigureExport export =
      new FigureExport(overlay, preferences, Runnable::run, Runnable::run);

  @TempDir private Path folder;

  @AfterEach
  void forget() throws BackingStoreException {
    preferences.removeNode();
  }

  private void choose(RunDetails... runs) {
    List<RunSummary> summaries = Arrays.stream(runs).map(RunDetails::summary).toList();
    selected.set(new SelectedRuns(summaries, List.of(runs), Optional.empty()));
  }

  private void chooseTwo() {
    List<RunDetails> twelve = ManyRuns.twelve();
    choose(twelve.get(3), twelve.get(6));
  }

  private byte[] saved(FigureFormat format, Locale locale) throws Exception {
    return saved("charts.loss", format, locale);
  }

  private byte[] saved(String chart, FigureFormat format, Locale locale) throws Exception {
    Path file = folder.resolve("runs." + format.extension());
    List<Optional<Problem>> heard = new ArrayList<>();
    export.save(new Choice(chart, format, new FigureSize(120, 60), 96, locale), file, heard::add);
    assertEquals(List.of(Optional.empty()), heard);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @EnumSource(FigureFormat.class)
  void everyFormatIsWritten(FigureFormat format) throws Exception {
    chooseTwo();
    String begin = new String(saved(format, Locale.ENGLISH), 0, 5, StandardCharsets.ISO_8859_1);
    String expected =
        switch (format) {
          case PNG -> "\u0089PNG\r";
          case SVG -> "<?xml";
          case PDF -> "%PDF-";
          case CSV -> "\u00ef\u00bb\u00bfep";
        };
    assertEquals(expected, begin);
  }

  @Test
  void theDrawingSpeaksTheLanguageThatIsAskedFor() throws Exception {
    chooseTwo();
    String svg =
        new String(saved(FigureFormat.SVG, Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
    assertTrue(svg.contains("验证损失") && svg.contains("轮次"));
  }

  @Test
  void theNumbersRunAlongTheAxisThatIsSeen() throws Exception {
    chooseTwo();
    overlay.axisProperty().set(XAxis.SECONDS);
    String csv = new String(saved(FigureFormat.CSV, Locale.ENGLISH), StandardCharsets.UTF_8);
    assertTrue(csv.lines().findFirst().orElseThrow().contains("seconds,"));
    assertTrue(csv.lines().skip(1).findFirst().orElseThrow().startsWith("1.24,"));
  }

  @Test
  void theLayersOfOneRunAreSavedAsItsCurvesAre() throws Exception {
    chooseTwo();
    assertFalse(overlay.charts().contains(ArchitectureFigure.NAME));
    choose(ManyRuns.twelve().get(6));
    assertTrue(overlay.charts().contains(ArchitectureFigure.NAME));
    for (FigureFormat format : FigureFormat.values()) {
      assertTrue(saved(ArchitectureFigure.NAME, format, Locale.ENGLISH).length > 10);
    }
    String svg =
        new String(
            saved(ArchitectureFigure.NAME, FigureFormat.SVG, Locale.SIMPLIFIED_CHINESE),
            StandardCharsets.UTF_8);
    assertTrue(svg.contains("784") && svg.contains("输入"), svg);
  }

  @Test
  void theChartOfTheScreenIsOfferedFirst() {
    chooseTwo();
    overlay.quantityProperty().set(Quantity.ACCURACY);
    assertEquals("charts.accuracy", export.last(Locale.ENGLISH).chart());
  }

  @Test
  void whereStepsAreNotKnownTheCurvesRunAlongEpochs() {
    chooseTwo();
    overlay.axisProperty().set(XAxis.STEP);
    assertFalse(overlay.axesProperty().get().contains(XAxis.STEP));
    assertEquals(XAxis.EPOCH, overlay.axisInUse());
    assertEquals(10, overlay.seriesProperty().get().get(0).line().x()[9]);
  }

  @Test
  void theCursorGoesAlongTheLongestCurveAndIsFollowed() {
    chooseTwo();
    assertTrue(overlay.nearestPlace(3.4).filter(place -> place == 3).isPresent());
    overlay.showX(new Span(1, 2));
    overlay.moveCursor(-1);
    assertEquals(Optional.of(10.0), overlay.cursorProperty().get());
    assertTrue(overlay.xSpan().contains(10));
    assertEquals(1, overlay.xSpan().length(), 1e-9);
  }

  @Test
  void withoutRunsThereIsNothingToReadOrToMove() {
    overlay.moveCursor(1);
    overlay.zoomX(2, 1);
    overlay.panX(1);
    assertTrue(overlay.cursorProperty().get().isEmpty());
    assertTrue(overlay.nearestPlace(1).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(FigureFormat.class)
  void aRunThatDivergedIsDrawnAsFarAsItHasNumbers(FigureFormat format) throws Exception {
    choose(ManyRuns.twelve().get(1), ManyRuns.twelve().get(3));
    overlay.logarithmicProperty().set(true);
    overlay.trainProperty().set(true);
    byte[] written = saved(format, Locale.ENGLISH);
    assertTrue(written.length > 200);
    if (format == FigureFormat.CSV) {
      assertTrue(new String(written, StandardCharsets.UTF_8).contains("NaN"));
    }
  }
}
