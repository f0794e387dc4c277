package digitstudio.ui.pad;

import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import java.util.Optional;

/**
 * What one run makes of the drawing.
 *
 * @param run which
 * @param epoch after which it was asked; 0 for the last
 * @param probabilities ten of them; empty when nothing is drawn, or it cannot answer
 * @param problem why it cannot answer; empty if it can
 */
record RunReading(
    RunSummary run, int epoch, Optional<float[]> probabilities, Optional<Problem> problem) {
  /** The digit of the largest probability, or -1. */
  int best() {
    return probabilities.map(PadViewModel::largest).orElse(-1);
  }
}
