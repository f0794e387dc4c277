package digitstudio.ui.look;

import digitstudio.training.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Two readings of the images that both have, each against the other. */
final class RunPair {
  /** Who reads an image right. */
  enum Agreement {
    ONLY_FIRST,
    ONLY_SECOND,
    NEITHER,
    BOTH
  }

  private final Reading first;
  private final Reading second;
  private final int[] ofFirst;
  private final int[] ofSecond;

  RunPair(Reading first, Reading second) {
    this.first = first;
    this.second = second;
    Map<Integer, Integer> places = new HashMap<>();
    int[] others = second.images().places();
    for (int i = 0; i < others.length; i++) {
      places.put(others[i], i);
    }
    List<Integer> common = new ArrayList<>();
    int[] own = first.images().places();
    for (int i = 0; i < own.length; i++) {
      if (places.containsKey(own[i])) {
        common.add(i);
      }
    }
    ofFirst = common.stream().mapToInt(Integer::intValue).toArray();
    ofSecond = IntStream.of(ofFirst).map(i -> places.get(own[i])).toArray();
  }

  Reading first() {
    return first;
  }

  Reading second() {
    return second;
  }

  /** How many images both have. */
  int size() {
    return ofFirst.length;
  }

  /** Of the images that both have, as the first run reads them. */
  ConfusionMatrix firstConfusion() {
    return confusion(first, ofFirst);
  }

  /** Of the images that both have, as the second run reads them. */
  ConfusionMatrix secondConfusion() {
    return confusion(second, ofSecond);
  }

  private static ConfusionMatrix confusion(Reading reading, int[] images) {
    int classes = reading.answers().classes();
    long[][] counts = new long[classes][classes];
    for (int image : images) {
      counts[reading.answers().label(image)][reading.answers().given(image)]++;
    }
    return new ConfusionMatrix(counts);
  }

  private Agreement agreement(int pair) {
    boolean one = first.answers().isRight(ofFirst[pair]);
    boolean other = second.answers().isRight(ofSecond[pair]);
    if (one == other) {
      return one ? Agreement.BOTH : Agreement.NEITHER;
    }
    return one ? Agreement.ONLY_FIRST : Agreement.ONLY_SECOND;
  }

  /** The places in the first reading of the images where it stands so. */
  int[] images(Agreement wanted) {
    IntPredicate such = pair -> agreement(pair) == wanted;
    return IntStream.range(0, size()).filter(such).map(pair -> ofFirst[pair]).toArray();
  }

  /** The place in the second reading of an image of the first; -1 if it has none. */
  int inSecond(int image) {
    int pair = Arrays.binarySearch(ofFirst, image);
    return pair < 0 ? -1 : ofSecond[pair];
  }
}
