package digitstudio.experiment;

import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Distortions of the training images in words, such as "rotation ±10°, elastic α 34, σ 4 px". */
public final class AugmentationWords {
  private AugmentationWords() {}

  /** The distortions that there are, with their strengths; "none" where there are none. */
  public static String of(Augmentation augmentation, Locale locale) {
    List<Sentence> parts = new ArrayList<>();
    add(parts, "shift", augmentation.shift());
    add(parts, "rotation", augmentation.rotation());
    add(parts, "scale", augmentation.scale());
    add(parts, "shear", augmentation.shear());
    if (augmentation.elastic() > 0) {
      parts.add(
          Sentence.of(
              "augmentation.elastic",
              Settings.number(augmentation.elastic()),
              Settings.number(augmentation.smoothness())));
    }
    if (parts.isEmpty()) {
      return Sentence.of("augmentation.none").in(locale);
    }
    String comma = Sentence.of("augmentation.comma").in(locale);
    return parts.stream()
        .map(part -> part.in(locale))
        .collect(Collectors.joining(comma.replace("_", " ")));
  }

  private static void add(List<Sentence> parts, String name, double most) {
    if (most > 0) {
      parts.add(Sentence.of("augmentation." + name, Settings.number(most)));
    }
  }
}
