package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.weights.ImageFlow.Link;
import digitstudio.report.weights.ImageFlow.Place;
import digitstudio.training.ImageReading;
import digitstudio.training.LayerWeights;
import digitstudio.training.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the units of a network give to each other for one image. */
final class Connections {
  private Connections() {}

  /**
   * The strongest of one unit, those from below and those to above, the largest first.
   *
   * @param most of either
   */
  static List<Link> strongest(
      Model model, DigitImage image, ImageReading reading, Place place, int most) {
    List<LayerWeights> layers = LayerWeights.of(model);
    List<Link> into = new ArrayList<>();
    List<Link> out = new ArrayList<>();
    if (place.layer() != Place.INPUT) {
      float[] below = outputs(model, image, reading, place.layer() - 1);
      LayerWeights own = layers.get(place.layer());
      for (int i = 0; i < below.length; i++) {
        add(into, new Place(place.layer() - 1, i), place, below[i] * own.weight(i, place.unit()));
      }
    }
    if (place.layer() + 1 < layers.size()) {
      float output = outputs(model, image, reading, place.layer())[place.unit()];
      float[] weights = layers.get(place.layer() + 1).outgoing(place.unit());
      for (int u = 0; u < weights.length; u++) {
        add(out, place, new Place(place.layer() + 1, u), output * weights[u]);
      }
    }
    List<Link> links = new ArrayList<>(largest(into, most));
    links.addAll(largest(out, most));
    return links;
  }

  private static void add(List<Link> links, Place from, Place to, double given) {
    if (given != 0 && Double.isFinite(given)) {
      links.add(new Link(from, to, given));
    }
  }

  private static List<Link> largest(List<Link> links, int most) {
    return links.stream()
        .sorted(Comparator.comparingDouble((Link link) -> -Math.abs(link.given())))
        .limit(most)
        .toList();
  }

  /** What a layer puts out, the pixels as they go into the network. */
  private static float[] outputs(Model model, DigitImage image, ImageReading reading, int layer) {
    if (layer != Place.INPUT) {
      return reading.outputs().get(layer);
    }
    float[] values = model.scaling().values();
    byte[] pixels = model.scaling().stretched(image.pixels());
    float[] inputs = new float[pixels.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = values[pixels[i] & 0xFF];
    }
    return inputs;
  }
}
