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
  private static final int HELD_OUT_EVERY = 5;

  public Drawing {
    strokes = List.copyOf(strokes);
  }

  /**
   * Whether no run ever learns from it, so that it can tell how well one reads this hand: every
   * fifth drawing, by its id, whatever happens to the others.
   */
  public boolean isHeldOut() {
    return id % HELD_OUT_EVERY == 0;
  }
}
