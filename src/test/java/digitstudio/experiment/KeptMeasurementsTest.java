package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reproduction over a real store, made twice. */
class KeptMeasurementsTest {
  private static final TrainingData DATA = SmallMnist.of(100, 50);

  @TempDir Path folder;
  private final List<TrainingConfig> trained = new ArrayList<>();

  /** Two layers for four epochs, and the same for two. */
  private static ReportTables.Table table() {
    ReportTables.Row any = ReportTables.named("batch").rows().get(0);
    List<ReportTables.Row> rows = new ArrayList<>();
    for (int epochs : new int[] {2, 4}) {
      TrainingConfig config = any.config().toBuilder().epochs(epochs).trainLimit(60).build();
      rows.add(
          new ReportTables.Row(
              "row-" + epochs, any.titleKey(), config, any.figures(), true, any.doubt(), false));
    }
    return new ReportTables.Table("batch", rows);
  }

  private List<ReproducedRow> reproduce(boolean anew) {
    try (RunArchive archive =
        RunArchive.of(
            RunStore.open(folder.resolve("runs.db")), Reproduction.GROUP, DATA.sha256())) {
      List<ReproducedTable> tables =
          new Reproduction(
                  List.of(table()),
                  ReproductionScope.WHOLE,
                  DATA,
                  (config, listener, signal) -> {
                    trained.add(config);
                    return new Trainer(config, DATA).run(listener, signal);
                  },
                  archive,
                  anew)
              .run(Reproduction.Observer.SILENT, new StopSignal());
      return tables.get(0).rows();
    }
  }

  @Test
  void whatIsKeptIsNotTrainedAgainAndHasTheSameFiguresAndCurves() {
    List<ReproducedRow> first = reproduce(false);
    assertEquals(1, trained.size());
    List<ReproducedRow> again = reproduce(false);
    assertEquals(1, trained.size());
    for (int i = 0; i < 2; i++) {
      Measured one = first.get(i).measured();
      Measured other = again.get(i).measured();
      assertEquals(one.test(), other.test());
      assertEquals(one.train(), other.train());
      assertEquals(one.seconds(), other.seconds(), 1e-9);
      assertEquals(one.epochs(), other.epochs());
      assertEquals(one.provenance(), other.provenance());
    }
    reproduce(true);
    assertEquals(2, trained.size());
  }

  @Test
  void aRowThatWasPassedIsARunWithItsOwnWeights() {
    reproduce(false);
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunSummary shorter =
          store.runs().stream().filter(run -> run.config().epochs() == 2).findFirst().orElseThrow();
      assertEquals(Reproduction.GROUP, shorter.group());
      assertEquals(2, shorter.epochs());
      assertTrue(store.model(shorter.id(), RunStore.Weights.FINAL).isPresent());
    }
  }

  @Test
  void runsOfOtherDataAreNotTheSame() {
    reproduce(false);
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      List<TrainingConfig> wanted = table().rows().stream().map(ReportTables.Row::config).toList();
      assertEquals(2, KeptMeasurements.of(store, store.runs(), wanted, DATA.sha256()).size());
      assertEquals(Map.of(), KeptMeasurements.of(store, store.runs(), wanted, "0".repeat(64)));
    }
  }
}
