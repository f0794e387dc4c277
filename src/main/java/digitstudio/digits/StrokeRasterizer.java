package digitstudio.digits;

import java.util.List;

/** Strokes to antialiased ink. */
public final class StrokeRasterizer {
  private StrokeRasterizer() {}

  /**
   * Draws round-capped lines between the points of each stroke.
   *
   * @param strokes in units of the pad
   * @param padWidth width of the pad in those units
   * @param padHeight height of the pad
   * @return ink of the whole pad, antialiased
   */
  public static Ink rasterize(List<Stroke> strokes, double padWidth, double padHeight) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
