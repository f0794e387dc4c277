package digitstudio.digits;

import java.util.EnumSet;
import java.util.Set;

/** What is done to a drawing before a network sees it, in order; each can be left out. */
public enum DigitStep {
  /** The pen gets the width, beside the digit, that MNIST's pens have. */
  PEN,
  /** The paper around the digit is cut away. */
  CROP,
  /** The digit's longer side becomes 20 pixels; without it, the pad's side becomes 28. */
  SCALE,
  /** The centre of mass goes to the middle; without it, the middle of what was cut out does. */
  CENTRE,
  /** Pixels are as grey as they are covered with ink; without it, ink or paper. */
  GREY;

  /** All of them, as MNIST was made. */
  public static Set<DigitStep> all() {
    return EnumSet.allOf(DigitStep.class);
  }
}
