package digitstudio.experiment;

import digitstudio.digits.DigitImage;
import digitstudio.digits.Stroke;
import java.time.Instant;
import java.util.List;

/**
 * A digit of a person's own hand.
 *
 * @param id in its store
 * @param label which digit it is, 0 to 9
 * @param image as the network sees it
 * @param strokes it was drawn with, on a pad of side 1; empty where it came from a picture or file
 * @param made when it was kept
 */
public record Drawing(long id, int label, DigitImage image, List<Stroke> strokes, Instant made) {
  public Drawing {
    strokes = List.copyOf(strokes);
  }
}
