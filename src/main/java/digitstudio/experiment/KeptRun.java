package digitstudio.experiment;

import digitstudio.training.Model;
import java.util.Optional;

/**
 * All that is kept of a run.
 *
 * @param details what is known of it
 * @param last the network after the last step; empty where it was not kept
 * @param best the network of the best epoch; empty where it was not kept, or is the last one
 */
public record KeptRun(RunDetails details, Optional<Model> last, Optional<Model> best) {}
