package digitstudio.ui.hand;

import digitstudio.digits.DigitImage;
import digitstudio.digits.scan.Box;
import java.util.Optional;

/**
 * A digit of a picture.
 *
 * @param box where it is
 * @param image as the network is shown it; empty where there is nothing, or it is not yet known
 * @param probabilities what the network makes of it; empty without a network
 * @param given which digit the person says it is, or {@link #UNSAID}
 */
record ReadDigit(Box box, Optional<DigitImage> image, float[] probabilities, int given) {
  static final int UNSAID = -1;

  /** A box that nobody has read yet. */
  static ReadDigit at(Box box) {
    return new ReadDigit(box, Optional.empty(), new float[0], UNSAID);
  }

  /** The same digit, in a box that is to be read anew. */
  ReadDigit movedTo(Box to) {
    return new ReadDigit(to, Optional.empty(), probabilities, given);
  }

  ReadDigit labelled(int digit) {
    return new ReadDigit(box, image, probabilities, digit);
  }

  ReadDigit seen(Optional<DigitImage> by) {
    return new ReadDigit(box, by, probabilities, given);
  }

  ReadDigit answered(float[] answer) {
    return new ReadDigit(box, image, answer, given);
  }

  /** Which digit it is: as the person says, else as the network; {@link #UNSAID} without either. */
  int digit() {
    if (given != UNSAID || image.isEmpty()) {
      return given;
    }
    int best = UNSAID;
    for (int digit = 0; digit < probabilities.length; digit++) {
      // A network that diverged answers with no numbers, and none is larger.
      if (probabilities[digit] >= (best == UNSAID ? 0 : probabilities[best])) {
        best = digit;
      }
    }
    return best;
  }

  /** How sure the network is of that digit, 0 to 1; NaN without a network. */
  double probability() {
    return digit() == UNSAID || digit() >= probabilities.length
        ? Double.NaN
        : probabilities[digit()];
  }
}
