package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.DataDescription;
import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunArrangementTest {
  private final RunWords words = new RunWords(Locale.ENGLISH);
  private final List<RunRow> rows =
      ManyRuns.twelve().stream().map(RunDetails::summary).map(RunRow::new).toList();

  private RunArrangement arrangement(Grouping grouping, Set<String> collapsed, SortKey... order) {
    return new RunArrangement(RunQuery.parse("", words), List.of(order), grouping, collapsed);
  }

  private List<Long> ids(SortKey... order) {
    return arrangement(Grouping.NONE, Set.of(), order).found(rows, words).stream()
        .map(RunRow::id)
        .toList();
  }

  @Test
  void withoutAnOrderTheNewestComesFirst() {
    assertEquals(List.of(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L), ids());
  }

  @Test
  void runsWithoutAValueComeLastInEitherDirection() {
    List<Long> best = ids(new SortKey(RunColumn.TEST, true));
    List<Long> worst = ids(new SortKey(RunColumn.TEST, false));

    assertEquals(List.of(12L, 11L), best.subList(10, 12));
    assertEquals(List.of(12L, 11L), worst.subList(10, 12));
    assertEquals(best.get(0), worst.get(9));
  }

  @Test
  void theSecondColumnDecidesWhereTheFirstIsEqual() {
    List<Long> ids =
        ids(new SortKey(RunColumn.LEARNING_RATE, true), new SortKey(RunColumn.SEED, true));

    assertEquals(List.of(3L, 2L, 1L, 6L, 5L, 4L), ids.subList(0, 6));
  }

  @Test
  void aCollapsedGroupShowsItsHeadingAlone() {
    RunArrangement open = arrangement(Grouping.OPTIMIZER, Set.of());
    RunArrangement closed = arrangement(Grouping.OPTIMIZER, Set.of("Adam"));

    assertEquals(14, open.grouped(rows, words).size());
    List<RunEntry> entries = closed.grouped(rows, words);
    assertEquals(3, entries.size());
    GroupHeading heading = (GroupHeading) entries.get(0);
    assertEquals("Adam", heading.title());
    assertEquals(11, heading.runs());
    assertTrue(heading.bestValidation() > 0.9);
  }

  @Test
  void settingsThatAreEqualInAllRunsAreFoldedAndResultsNever() {
    List<RunRow> sweep =
        rows.stream().filter(row -> row.run().group().equals("learning rate")).toList();
    Set<RunColumn> equal = RunArrangement.equal(sweep);

    assertTrue(equal.contains(RunColumn.OPTIMIZER));
    assertTrue(equal.contains(RunColumn.GROUP));
    assertFalse(equal.contains(RunColumn.LEARNING_RATE));
    assertFalse(equal.contains(RunColumn.SEED));
    assertFalse(equal.contains(RunColumn.TEST));
    assertTrue(RunArrangement.equal(sweep.subList(0, 1)).isEmpty());
  }

  @Test
  void theDataSetIsFoundAndFoldsOnlyWhereAllRunsShareIt() {
    RunSummary run = ManyRuns.twelve().get(0).summary();
    RunRow digits = new RunRow(run);
    RunRow letters = new RunRow(onLetters(run));
    assertTrue(RunArrangement.equal(List.of(digits, digits)).contains(RunColumn.DATA));
    assertFalse(RunArrangement.equal(List.of(digits, letters)).contains(RunColumn.DATA));
    assertEquals("letters", words.text(RunColumn.DATA, letters.run()));
    assertEquals("", words.phrase(RunColumn.DATA, digits.run()));
    for (String search : List.of("letters", "data:letters")) {
      RunArrangement arrangement =
          new RunArrangement(RunQuery.parse(search, words), List.of(), Grouping.NONE, Set.of());
      assertEquals(List.of(letters), arrangement.found(List.of(digits, letters), words));
    }
  }

  private static RunSummary onLetters(RunSummary run) {
    return new RunSummary(
        run.id() + 1,
        run.name(),
        run.notes(),
        run.starred(),
        run.group(),
        run.started(),
        run.config(),
        run.state(),
        run.epochs(),
        run.last(),
        run.best(),
        run.trainAccuracy(),
        run.validationAccuracy(),
        run.testAccuracy(),
        run.trainingSeconds(),
        new DataDescription("letters", ClassNames.DIGITS));
  }
}
