package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunDetails;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunQueryTest {
  private final RunWords english = new RunWords(Locale.ENGLISH);
  private final RunWords chinese = new RunWords(Locale.SIMPLIFIED_CHINESE);
  private final List<RunRow> rows =
      ManyRuns.twelve().stream().map(RunDetails::summary).map(RunRow::new).toList();

  private long found(String search, RunWords words) {
    return rows.stream().filter(RunQuery.parse(search, words).matches()).count();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 12",
    "adam, 11",
    "ADAM, 11",
    "-adam, 1",
    "optimizer:adam, 11",
    "optimizer:sgd, 1",
    "state:diverged, 1",
    "-state:finished, 2",
    "rate:0.01, 3",
    "rate<=0.003, 9",
    "rate>0.003 seed=2, 1",
    "hidden:256-128-64, 1",
    "batch>128, 1",
    "epochs<10, 2",
    "val>90 batch : 128 , 11",
    "val>0.9 val<0.99, 0",
    "'group:\"learning rate\"', 9",
    "starred, 1",
    "'three layers', 1",
    "nothingLikeThis, 0"
  })
  void wordsAndTermsFindRuns(String search, long runs) {
    assertEquals(runs, found(search, english), search);
  }

  @ParameterizedTest
  @CsvSource({"优化算法：adam, 11", "状态:已发散, 1", "optimizer:adam, 11", "学习率＞0.003, 3", "星标, 1"})
  void aChineseKeyboardFindsThemToo(String search, long runs) {
    assertEquals(runs, found(search, chinese), search);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour:red", "val>many", "name>3"})
  void aTermThatSaysNothingIsToldAndPassedOver(String search) {
    RunQuery query = RunQuery.parse(search + " starred", english);

    assertTrue(query.problem().isPresent());
    assertEquals(1, rows.stream().filter(query.matches()).count());
  }

  @Test
  void aMissingNumberIsNeitherAboveNorBelow() {
    RunRow running =
        rows.stream().filter(row -> row.run().testAccuracy().isEmpty()).findFirst().orElseThrow();

    assertFalse(RunQuery.parse("test>0", english).matches().test(running));
    assertFalse(RunQuery.parse("test<100", english).matches().test(running));
  }
}
