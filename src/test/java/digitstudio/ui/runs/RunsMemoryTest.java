package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.ui.runs.RunArrangement.Grouping;
import digitstudio.ui.runs.RunArrangement.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsMemoryTest {
  private final Preferences preferences =
      Preferences.userRoot().node("runs-memory-" + UUID.randomUUID());
  private final RunsMemory memory = new RunsMemory(preferences);

  @AfterEach
  void forget() throws BackingStoreException {
    preferences.removeNode();
  }

  @Test
  void beforeAnyChangeTheLayoutIsTheUsualOne() {
    assertEquals(RunsLayout.USUAL, memory.layout());
    assertEquals(List.of(RunColumn.values()), memory.layout().order());
  }

  @Test
  void allOfALayoutIsRemembered() {
    List<RunColumn> order = new ArrayList<>(List.of(RunColumn.values()));
    order.remove(RunColumn.TEST);
    order.add(1, RunColumn.TEST);
    RunsLayout layout =
        new RunsLayout(
            order,
            Map.of(RunColumn.NAME, 320.0, RunColumn.NOTES, 64.0),
            Set.of(RunColumn.SEED, RunColumn.STARTED),
            List.of(new SortKey(RunColumn.TEST, true), new SortKey(RunColumn.NAME, false)),
            Grouping.OPTIMIZER,
            false);
    memory.remember(layout);
    assertEquals(layout, new RunsMemory(preferences).layout());
  }

  @Test
  void thatNoColumnIsHiddenIsRememberedToo() {
    memory.remember(RunsLayout.USUAL.withHidden(Set.of()));
    assertTrue(memory.layout().hidden().isEmpty());
  }

  @Test
  void whatAnotherVersionWroteAndNonsenseArePassedOver() {
    preferences.put("runsOrder", "test,,colour,name,test");
    preferences.put("runsWidths", "name=wide,test=-4,seed=99999,notes=90,colour=40,=3,=");
    preferences.put("runsHidden", "name,colour,seed");
    preferences.put("runsSorted", "-colour,-test,test,");
    preferences.put("runsGrouping", "colour");
    RunsLayout layout = memory.layout();
    assertEquals(RunColumn.values().length, layout.order().size());
    assertTrue(layout.order().indexOf(RunColumn.TEST) < layout.order().indexOf(RunColumn.NAME));
    assertEquals(Map.of(RunColumn.NOTES, 90.0), layout.widths());
    assertEquals(Set.of(RunColumn.SEED), layout.hidden());
    assertEquals(List.of(new SortKey(RunColumn.TEST, true)), layout.sorted());
    assertEquals(Grouping.NONE, layout.grouping());
  }
}
