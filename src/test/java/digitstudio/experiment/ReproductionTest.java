package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.experiment.ReproducedRow.Verdict;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report's tables, trained again in their short form on the first images of MNIST. */
class ReproductionTest {
  private static final TrainingData DATA = SmallMnist.of(300, 100);

  private final List<TrainingConfig> trained = new ArrayList<>();

  @Test
  void theWholeReportTakesNineteenTrainings() {
    List<TrainingConfig> runs =
        reproduction(ReportTables.all(), ReproductionScope.WHOLE).trainings();
    assertEquals(19, runs.size());
    assertEquals(1100 + 12 * 100 + 5, runs.stream().mapToInt(TrainingConfig::epochs).sum());
  }

  @Test
  void theShortFormTrainsEveryRowOfTwoTables() {
    List<ReportTables.Table> tables = tables("optimizer", "batch");
    List<String> done = new ArrayList<>();
    List<ReproducedTable> reproduced =
        reproduction(tables, new ReproductionScope(2, 200))
            .run(
                new Reproduction.Observer() {
                  @Override
                  public void tableDone(ReproducedTable table) {
                    done.add(table.table().name());
                  }
                },
                new StopSignal());
    assertEquals(List.of("optimizer", "batch"), done);
    // Ten rows, but plain steps in batches of 6000 stand in both tables.
    assertEquals(9, trained.size());
    assertEquals(9, trained.stream().distinct().count());
    for (ReproducedTable table : reproduced) {
      assertEquals(table.table().rows().size(), table.rows().size());
      for (ReproducedRow row : table.rows()) {
        assertEquals(Verdict.SHORT_FORM, row.verdict(), row.row().name());
        assertTrue(row.testDifference().isEmpty());
        assertEquals(2, row.measured().epochs().size());
        assertTrue(row.measured().seconds() > 0);
        assertEquals(RunState.FINISHED, row.measured().state());
      }
    }
    ReproducedRow shared = reproduced.get(0).rows().get(6);
    assertEquals("optimizer-none", shared.row().name());
    assertEquals(shared.measured(), reproduced.get(1).rows().get(1).measured());
    assertEquals("20", shared.config().batchSize().spelling());
  }

  @Test
  void aRowThatALongerOneBeginsWithIsMeasuredAsThatOnePassesAndIsTheSame() {
    TrainingConfig base =
        Presets.named("depth-256-100").config().toBuilder().trainLimit(200).build();
    TrainingConfig three = base.toBuilder().epochs(3).build();
    ReportTables.Table table =
        new ReportTables.Table("depth", List.of(row("short", three), row("long", base(base, 6))));
    List<ReproducedRow> rows =
        reproduction(List.of(table), ReproductionScope.WHOLE)
            .run(Reproduction.Observer.SILENT, new StopSignal())
            .get(0)
            .rows();
    assertEquals(List.of(base(base, 6)), trained);
    RunResult alone = new Trainer(three, DATA).run(TrainingListener.SILENT, new StopSignal());
    Measured passed = rows.get(0).measured();
    assertEquals(100 * alone.test().accuracy(), passed.test());
    assertEquals(100 * alone.train().accuracy(), passed.train());
    assertEquals(losses(alone.epochs()), losses(passed.epochs()));
    assertEquals(6, rows.get(1).measured().epochs().size());
  }

  private static TrainingConfig base(TrainingConfig config, int epochs) {
    return config.toBuilder().epochs(epochs).build();
  }

  private static List<Double> losses(List<EpochResult> epochs) {
    return epochs.stream().map(EpochResult::trainLoss).toList();
  }

  @Test
  void aStopLeavesTheRowsThatAreDone() {
    StopSignal signal = new StopSignal();
    List<ReproducedTable> tables =
        reproduction(tables("batch", "optimizer"), new ReproductionScope(1, 100))
            .run(
                new Reproduction.Observer() {
                  @Override
                  public void ended(int number, int total, RunResult result) {
                    signal.stop();
                  }
                },
                signal);
    assertEquals(1, trained.size());
    assertEquals(1, tables.get(0).rows().size());
    assertTrue(tables.get(1).rows().isEmpty());
  }

  @Test
  void theVerdictIsThatOfTheMeasuredFigures() {
    assertEquals(Verdict.AGREES, verdict("batch-mbgd", 97.41));
    assertEquals(Verdict.DOES_NOT_FOLLOW, verdict("batch-mbgd", 96.5));
    assertEquals(Verdict.AGREES, verdict("depth-256-128-100", 78.65));
    assertEquals(Verdict.DOES_NOT_FOLLOW, verdict("depth-256-128-200", 92.70));
    assertEquals(Verdict.DOES_NOT_FOLLOW, verdict("optimizer-adam", 91.21));
    assertEquals(Verdict.EXPLAINS, verdict("optimizer-adam-as-needed", 97.25));
    assertEquals(Verdict.NOT_GIVEN, verdict("regularization-rmsprop-l1", 96.49));
    assertEquals(Verdict.NO_FIGURE, verdict("loss-mean-squared-error", 72.8));
  }

  @Test
  void aDoubtIsVoicedOnlyIfTheFiguresDiffer() {
    assertTrue(reproduced("optimizer-adam", 91.21).note().isPresent());
    assertFalse(reproduced("optimizer-adam", 97.3).note().isPresent());
    assertTrue(reproduced("regularization-adagrad-l2", 96.95).note().isPresent());
    assertEquals(-6.12, reproduced("optimizer-adam", 91.21).testDifference().getAsDouble(), 1e-9);
    for (Verdict verdict : Verdict.values()) {
      assertFalse(verdict.title().in(Locale.ENGLISH).isBlank());
      assertFalse(verdict.title().in(Locale.CHINA).isBlank());
    }
  }

  private static Verdict verdict(String row, double test) {
    return reproduced(row, test).verdict();
  }

  private static ReproducedRow reproduced(String name, double test) {
    ReportTables.Row row =
        ReportTables.all().stream()
            .flatMap(table -> table.rows().stream())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Measured measured = new Measured(test, test, 1, RunState.FINISHED, List.of(), Optional.empty());
    return ReproducedRow.of(row, row.config(), measured, false);
  }

  private static ReportTables.Row row(String name, TrainingConfig config) {
    ReportTables.Row any = ReportTables.all().get(0).rows().get(0);
    return new ReportTables.Row(
        name, any.titleKey(), config, any.figures(), true, any.doubt(), false);
  }

  private static List<ReportTables.Table> tables(String... names) {
    return Stream.of(names).map(ReportTables::named).toList();
  }

  private Reproduction reproduction(List<ReportTables.Table> tables, ReproductionScope scope) {
    return new Reproduction(
        tables,
        scope,
        DATA,
        (config, listener, signal) -> {
          trained.add(config);
          return new Trainer(config, DATA).run(listener, signal);
        },
        RunArchive.NONE,
        false);
  }
}
