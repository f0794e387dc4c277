package digitstudio.ui.pad;

import digitstudio.text.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What one run made of the drawing in the course of its epochs.
 *
 * @param run its id
 * @param epochs whose weights are kept, the earliest first
 * @param answers ten probabilities after each; none when nothing is drawn
 * @param problem why its weights cannot be read; empty if they can
 */
record Course(long run, List<Integer> epochs, List<float[]> answers, Optional<Problem> problem) {
  static final Course NONE = new Course(0, List.of(), List.of(), Optional.empty());

  /** The digit that the last of them reads, or -1. */
  int lastBest() {
    return answers.isEmpty() ? -1 : PadViewModel.largest(answers.get(answers.size() - 1));
  }

  /** Where the epochs begin after all of which a digit is read; empty if the last reads another. */
  Optional<Integer> learntAt(int digit) {
    Optional<Integer> since = Optional.empty();
    for (int place = answers.size() - 1; place >= 0; place--) {
      if (PadViewModel.largest(answers.get(place)) != digit) {
        break;
      }
      since = Optional.of(place);
    }
    return since;
  }
}
