package digitstudio.ui.pad;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.DigitStages;
import digitstudio.digits.DigitStep;
import digitstudio.digits.PadInk;
import digitstudio.digits.Stroke;
import digitstudio.digits.StrokeRasterizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A drawing as the network is shown it.
 *
 * @param image with the steps that were chosen; null if no ink is left of it
 * @param whole the image with all steps; null if no ink is left of it
 * @param toggled for each step the image with that one chosen otherwise, where there is ink; empty
 *     unless it was to be looked at closely
 * @param pictures of the way to the image; empty likewise
 */
record SeenDrawing(
    DigitImage image,
    DigitImage whole,
    Map<DigitStep, DigitImage> toggled,
    Optional<StagePictures> pictures) {
  static final SeenDrawing NOTHING = new SeenDrawing(null, null, Map.of(), Optional.empty());

  /**
   * @param closely whether to look at the way and at every step's effect too
   */
  static SeenDrawing of(List<Stroke> strokes, Set<DigitStep> steps, boolean closely) {
    Pens pens = new Pens(strokes);
    Optional<DigitStages> stages = pens.stages(steps);
    DigitImage whole = pens.stages(DigitStep.all()).map(DigitStages::image).orElse(null);
    Map<DigitStep, DigitImage> toggled = new EnumMap<>(DigitStep.class);
    if (closely) {
      for (DigitStep step : DigitStep.values()) {
        pens.stages(otherwise(steps, step)).ifPresent(other -> toggled.put(step, other.image()));
      }
    }
    return new SeenDrawing(
        stages.map(DigitStages::image).orElse(null),
        whole,
        toggled,
        closely ? stages.map(one -> StagePictures.of(one, steps)) : Optional.empty());
  }

  private static Set<DigitStep> otherwise(Set<DigitStep> steps, DigitStep step) {
    Set<DigitStep> others = EnumSet.noneOf(DigitStep.class);
    others.addAll(steps);
    if (!others.remove(step)) {
      others.add(step);
    }
    return others;
  }

  /** The strokes as ink, once with each pen, at the first need. */
  private static final class Pens {
    private final List<Stroke> strokes;
    private final Map<Boolean, PadInk> drawn = new HashMap<>();

    Pens(List<Stroke> strokes) {
      this.strokes = strokes;
    }

    Optional<DigitStages> stages(Set<DigitStep> steps) {
      PadInk ink =
          drawn.computeIfAbsent(
              steps.contains(DigitStep.PEN), even -> StrokeRasterizer.onPad(strokes, 1, 1, even));
      return DigitNormalizer.stages(ink, steps);
    }
  }

  /** All that is to be read: what is seen, with all steps, and with each step otherwise. */
  List<DigitImage> images() {
    List<DigitImage> images = new ArrayList<>();
    if (image != null && whole != null) {
      images.add(image);
      images.add(whole);
      images.addAll(toggled.values());
    }
    return images;
  }

  /** The answers to {@link #images()} that are about the steps. */
  Map<DigitStep, float[]> effects(List<float[]> answers) {
    Map<DigitStep, float[]> effects = new EnumMap<>(DigitStep.class);
    int next = 2;
    for (DigitStep step : toggled.keySet()) {
      effects.put(step, answers.get(next++));
    }
    return effects;
  }
}
