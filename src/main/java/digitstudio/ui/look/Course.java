package digitstudio.ui.look;

import digitstudio.experiment.EpochConfusion;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import digitstudio.training.RunImages.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run with all that its epochs left, as it was read at one moment.
 *
 * @param details what is known of it
 * @param confusions by epoch, of the images held out or, where there are none, of those learnt from
 * @param weights at some of its epochs
 * @param kept the epochs that had weights at that moment
 */
record Course(
    RunDetails details,
    Map<Integer, ConfusionMatrix> confusions,
    KeptWeights weights,
    List<Integer> kept) {
  static Optional<Course> read(LookLibrary library, long id) {
    Map<Integer, ConfusionMatrix> confusions =
        library.confusions(id).stream()
            .collect(Collectors.toMap(EpochConfusion::epoch, EpochConfusion::confusion));
    KeptWeights weights = library.weights(id);
    List<Integer> kept = weights.epochs();
    return library.details(id).map(details -> new Course(details, confusions, weights, kept));
  }

  RunSummary run() {
    return details.summary();
  }

  boolean isOver() {
    return run().state().isOver();
  }

  /** The newest epoch of which something is known, at least 1. */
  int lastEpoch() {
    int newest = confusions.keySet().stream().max(Integer::compare).orElse(1);
    return Math.max(Math.max(1, newest), details.epochs().size());
  }

  /** Whether it can be seen at other epochs than its last. */
  boolean hasEpochs() {
    return confusions.size() > 1 || kept.size() > 1;
  }

  boolean holdsOut() {
    return run().config().validation() > 0;
  }

  /** The part whose matrix is kept with every epoch. */
  Part keptPart() {
    return holdsOut() ? Part.VALIDATION : Part.TRAIN;
  }

  /** What was kept of an epoch; of the last one, the evaluation at the end serves too. */
  Optional<ConfusionMatrix> confusion(int epoch, Part part) {
    if (epoch == lastEpoch() && isOver() && run().config().patience() == 0) {
      Optional<ConfusionMatrix> ofEnd = evaluation(part).map(Evaluation::confusion);
      if (ofEnd.isPresent()) {
        return ofEnd;
      }
    }
    return part == keptPart() ? Optional.ofNullable(confusions.get(epoch)) : Optional.empty();
  }

  private Optional<Evaluation> evaluation(Part part) {
    return switch (part) {
      case TRAIN -> details.train();
      case VALIDATION -> details.validation();
      case TEST -> details.test();
    };
  }

  /** The epoch whose weights stand for an epoch; 0 for those at the end of the run. */
  Optional<Integer> weightsFor(int epoch) {
    if (epoch == lastEpoch() && isOver()) {
      return Optional.of(0);
    }
    Optional<Integer> nearest =
        kept.stream()
            .min(
                (one, other) ->
                    Integer.compare(Math.abs(one - epoch), Math.abs(other - epoch)));
    return nearest.isEmpty() && isOver() ? Optional.of(0) : nearest;
  }
}
