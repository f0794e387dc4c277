package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.KeptWeights;
import digitstudio.training.DataDescription;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import java.util.Optional;

/**
 * What every page of the Look inside view looks at.
 *
 * @param name of the run
 * @param model the network as it is at {@code epoch}
 * @param weights of the run at its kept epochs; may be none
 * @param epoch the chosen epoch, counted from 1; the last where no weights are kept
 * @param image the chosen image; empty without
 * @param origin what the run was trained on; empty where nobody wrote it down
 */
public record LookSubject(
    String name,
    Model model,
    KeptWeights weights,
    int epoch,
    Optional<LookImage> image,
    Optional<Provenance> origin) {
  /** Of a run of which nobody wrote down what it was trained on. */
  public LookSubject(
      String name, Model model, KeptWeights weights, int epoch, Optional<LookImage> image) {
    this(name, model, weights, epoch, image, Optional.empty());
  }

  /** What the network tells apart; numbers where nobody wrote it down. */
  public ClassNames classes() {
    int outputs = model.spec().outputs();
    return origin
        .map(Provenance::data)
        .map(DataDescription::classes)
        .filter(classes -> classes.count() == outputs)
        .orElseGet(() -> ClassNames.numbered(outputs));
  }
}
