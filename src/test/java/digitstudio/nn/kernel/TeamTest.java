package digitstudio.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPartRunsOnceInEveryTurn(int size) {
    AtomicIntegerArray runs = new AtomicIntegerArray(size);
    try (Team team = new Team(size)) {
      for (int turn = 0; turn < 20_000; turn++) {
        team.run((part, parts) -> runs.incrementAndGet(part), turn % 3 != 0);
      }
    }
    int[] counts = new int[size];
    Arrays.setAll(counts, runs::get);
    int[] expected = new int[size];
    Arrays.fill(expected, 20_000);
    assertArrayEquals(expected, counts);
  }

  @Test
  void whatAPartWroteIsSeenAfterTheTurn() {
    int[] values = new int[3];
    try (Team team = new Team(3)) {
      for (int turn = 1; turn <= 5000; turn++) {
        team.run((part, parts) -> values[part]++, true);
        assertArrayEquals(new int[] {turn, turn, turn}, values);
      }
    }
  }

  @Test
  void theFailureOfAPartReachesTheCaller() {
    try (Team team = new Team(2)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              team.run(
                  (part, parts) -> {
                    throw new ArithmeticException("part " + part);
                  },
                  true));
    }
  }

  @Test
  void theBoundsOfThePartsCoverEverythingOnce() {
    for (int parts = 1; parts < 9; parts++) {
      assertEquals(0, Team.bound(100, 0, parts));
      assertEquals(100, Team.bound(100, parts, parts));
      for (int part = 0; part < parts; part++) {
        int size = Team.bound(100, part + 1, parts) - Team.bound(100, part, parts);
        assertEquals(100.0 / parts, size, 1);
      }
    }
  }
}
