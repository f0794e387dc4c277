package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitStages;
import digitstudio.digits.DigitStep;
import digitstudio.digits.Ink;
import java.util.List;
import java.util.Set;

/**
 * A drawing's way to the network in pictures.
 *
 * @param stages one picture for each step, what is seen after it
 * @param steps that were done
 */
record StagePictures(List<Ink> stages, Set<DigitStep> steps) {
  /** Pixels of the pictures that are finer than the network's. */
  private static final int FINE = 4 * DigitImage.SIDE;

  static StagePictures of(DigitStages stages, Set<DigitStep> steps) {
    return new StagePictures(
        List.of(
            stages.drawn(FINE),
            stages.cropped(FINE),
            stages.scaled(),
            stages.placed(),
            ink(stages.image())),
        Set.copyOf(steps));
  }

  private static Ink ink(DigitImage image) {
    float[] values = new float[DigitImage.PIXELS];
    for (int place = 0; place < values.length; place++) {
      values[place] = image.ink(place / DigitImage.SIDE, place % DigitImage.SIDE) / 255f;
    }
    return new Ink(DigitImage.SIDE, DigitImage.SIDE, values);
  }

  /** What is seen after a step. */
  Ink after(DigitStep step) {
    return stages.get(step.ordinal());
  }
}
