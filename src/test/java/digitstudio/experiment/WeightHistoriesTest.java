package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.Model;
import digitstudio.training.WeightHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeightHistoriesTest {
  private final WeightHistories histories = new WeightHistories();

  /** Weights in memory that remember what they were asked for. */
  private static final class Asked implements KeptWeights {
    final SortedMap<Integer, Model> models = new TreeMap<>();
    final List<Integer> asked = new ArrayList<>();
    final List<Integer> gone = new ArrayList<>();

    Asked keep(int epoch) {
      models.put(epoch, SampleRuns.model(SampleRuns.CONFIG, epoch));
      return this;
    }

    @Override
    public List<Integer> epochs() {
      return List.copyOf(models.keySet());
    }

    @Override
    public Optional<Model> at(int epoch) {
      asked.add(epoch);
      return gone.contains(epoch) ? Optional.empty() : Optional.ofNullable(models.get(epoch));
    }
  }

  private WeightHistory read(KeptWeights kept) {
    return histories.read(kept, () -> false).orElseThrow();
  }

  @Test
  void everyKeptEpochIsSpreadAndTheWayBetweenThemMeasured() {
    Asked kept = new Asked().keep(1).keep(4).keep(9);
    WeightHistory history = read(kept);
    assertEquals(List.of(1, 4, 9), history.epochs());
    assertEquals(2, history.layers().size());
    float[] before = kept.models.get(4).parameters().get(2);
    float[] after = kept.models.get(9).parameters().get(2);
    double moved = 0;
    double size = 0;
    for (int k = 0; k < before.length; k++) {
      moved += Math.pow((double) after[k] - before[k], 2);
      size += Math.pow(before[k], 2);
    }
    assertEquals(Math.sqrt(moved / size), history.layers().get(1).moved().get(1), 1e-9);
    assertEquals(
        WeightHistogram.of(after).reach(), history.layers().get(1).weights().get(2).reach());
  }

  @Test
  void aNewEpochIsReadWithoutReadingTheOldOnesAgain() {
    Asked kept = new Asked().keep(1).keep(2).keep(3);
    read(kept);
    kept.asked.clear();
    read(kept);
    assertEquals(List.of(), kept.asked);
    read(kept.keep(4));
    assertEquals(4, read(kept).epochs().size());
    assertTrue(kept.asked.stream().allMatch(epoch -> epoch >= 3), () -> "asked " + kept.asked);
  }

  @Test
  void anEpochThatWentWhileReadingIsLeftOut() {
    Asked kept = new Asked().keep(1).keep(2).keep(3);
    kept.gone.add(2);
    assertEquals(List.of(1, 3), read(kept).epochs());
    assertEquals(1, read(kept).layers().get(0).moved().size());
  }

  @Test
  void anotherRunBeginsAnew() {
    read(new Asked().keep(1).keep(2));
    assertEquals(List.of(5), read(new Asked().keep(5)).epochs());
    assertEquals(WeightHistory.EMPTY, read(KeptWeights.NONE));
  }

  @Test
  void readingIsGivenUpWhenSomethingNewerWaits() {
    assertTrue(histories.read(new Asked().keep(1), () -> true).isEmpty());
  }
}
