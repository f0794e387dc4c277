package digitstudio.experiment;

import digitstudio.training.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The weights of one run at some of its epochs, spread evenly over it. While the run goes on there
 * come new ones, and every now and then some of the old go so that they stay few. May be asked on
 * any thread.
 */
public interface KeptWeights {
  /** No epoch at all. */
  KeptWeights NONE =
      new KeptWeights() {
        @Override
        public List<Integer> epochs() {
          return List.of();
        }

        @Override
        public Optional<Model> at(int epoch) {
          return Optional.empty();
        }
      };

  /** The epochs there are now, counted from 1, the earliest first. */
  List<Integer> epochs();

  /**
   * The network at the end of an epoch; empty if its weights are not kept. May read a file, so never
   * to be called on the JavaFX thread.
   *
   * @throws digitstudio.text.Problem if the file cannot be read
   */
  Optional<Model> at(int epoch);

  /** The kept epoch closest to one that may not be; the earlier of two; empty if there is none. */
  default OptionalInt nearest(int epoch) {
    return epochs().stream()
        .min(Comparator.comparingInt(kept -> Math.abs(kept - epoch)))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
