package digitstudio.ui.look;

import digitstudio.experiment.KeptWeights;
import digitstudio.training.Model;
import java.util.Optional;

/**
 * What every page of the Look inside view looks at.
 *
 * @param name of the run
 * @param model the network as it is at {@code epoch}
 * @param weights of the run at its kept epochs; may be none
 * @param epoch the chosen epoch, counted from 1; the last where no weights are kept
 * @param image the chosen image; empty without
 */
public record LookSubject(
    String name, Model model, KeptWeights weights, int epoch, Optional<LookImage> image) {}
