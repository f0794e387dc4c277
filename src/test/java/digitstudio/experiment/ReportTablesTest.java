package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.ReportTables.Row;
import digitstudio.experiment.ReportTables.Table;
import digitstudio.text.Messages;
import digitstudio.text.Problem;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The report's tables and figures. */
class ReportTablesTest {
  @Test
  void everyPresetOfTheReportIsARowOfItsTable() {
    List<String> presets =
        Presets.all().stream()
            .filter(preset -> !preset.group().equals("studio"))
            .map(Presets.Preset::name)
            .toList();
    List<String> rows =
        rows().stream().map(Row::name).filter(name -> !name.endsWith("-as-needed")).toList();
    assertEquals(presets, rows);
    for (Table table : ReportTables.all()) {
      for (Row row : table.rows()) {
        if (!row.extra()) {
          assertEquals(Presets.named(row.name()).config(), row.config());
        }
      }
    }
  }

  @Test
  void everyRowOfTheReportHasItsFiguresAndEveryDoubtItsSentence() {
    for (Row row : rows()) {
      boolean curveAlone = row.name().startsWith("loss-");
      assertEquals(curveAlone, row.figures().test().isEmpty(), row.name());
      boolean testAlone = curveAlone || row.name().startsWith("depth-");
      assertEquals(testAlone, row.figures().train().isEmpty(), row.name());
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
        assertTrue(Messages.bundle(locale).containsKey(row.titleKey()), row.titleKey());
        row.doubt()
            .ifPresent(doubt -> assertTrue(Messages.bundle(locale).containsKey(doubt.key())));
      }
    }
  }

  @Test
  void theTimesOfTheReportAddUpToAboutAnHour() {
    double seconds =
        rows().stream()
            .filter(row -> !row.extra())
            .map(row -> row.figures().seconds())
            .mapToDouble(time -> time.orElse(0))
            .sum();
    assertEquals(1, seconds / 3600, 0.1);
  }

  @Test
  void whatTheReportsFiguresWouldNeedStandsUnderTheRowItExplains() {
    List<Row> rows = ReportTables.named("optimizer").rows();
    List<String> names = rows.stream().map(Row::name).toList();
    int adam = names.indexOf("optimizer-adam");
    assertEquals("optimizer-adam-as-needed", names.get(adam + 1));
    assertEquals(0.0001, rows.get(adam + 1).config().learningRate().initial());
    assertEquals(OptionalDouble.of(97.33), rows.get(adam + 1).figures().test());
    assertEquals(7, rows.size());
  }

  @Test
  void anUnknownTableIsAnsweredWithThoseThereAre() {
    Problem problem = assertThrows(Problem.class, () -> ReportTables.named("speed"));
    assertTrue(problem.getMessage().contains("depth, loss, activation"), problem.getMessage());
  }

  private static List<Row> rows() {
    return ReportTables.all().stream().flatMap(table -> table.rows().stream()).toList();
  }
}
