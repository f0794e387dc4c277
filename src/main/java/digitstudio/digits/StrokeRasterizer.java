package digitstudio.digits;

import java.util.List;

/**
 * Strokes to antialiased ink, drawn at a fineness of the digit's own, not the pad's: a small digit
 * comes out as clean as a large one.
 *
 * <p>So does its pen. A pen keeps its width while the digits it writes do not, and a digit of a
 * tenth of the pad would be a blob; here every digit is drawn with the pen it would have had if it
 * filled a usual part of the pad, held to the widths that MNIST's pens have.
 */
public final class StrokeRasterizer {
  /** Columns or rows of ink along the digit's longer side: eight for each of the final pixels. */
  private static final int FINENESS = 8 * DigitNormalizer.BOX;

  /** How much of the pad's side the pen's centre runs over in a digit of usual size. */
  static final double USUAL_SIZE = 0.56;

  /**
   * Pen widths in pixels of the final image; MNIST's own lie between 1.7 and 3.8, 2.5 at middle.
   */
  private static final double THINNEST = 1.8;

  private static final double THICKEST = 4;

  /** Lines shorter than this many pen widths are dots, which are not magnified into scribbles. */
  private static final double DOT = 0.3;

  private static final Ink NOTHING = new Ink(1, 1, new float[1]);

  private StrokeRasterizer() {}

  /**
   * Draws round-capped lines between the points of each stroke.
   *
   * @param strokes in units of the pad
   * @param padWidth width of the pad in those units
   * @param padHeight height of the pad
   * @return ink of the part of the pad that is drawn on, antialiased
   */
  public static Ink rasterize(List<Stroke> strokes, double padWidth, double padHeight) {
    return onPad(strokes, padWidth, padHeight, true).ink();
  }

  /**
   * The same ink, together with where the pad lies around it.
   *
   * @param evenPen whether the pen is given the width that suits the digit's size; else it stays as
   *     it was drawn
   */
  public static PadInk onPad(
      List<Stroke> strokes, double padWidth, double padHeight, boolean evenPen) {
    if (!(padWidth > 0 && padHeight > 0)) {
      throw new IllegalArgumentException("a pad of " + padWidth + " by " + padHeight);
    }
    if (strokes.isEmpty()) {
      return PadInk.whole(NOTHING);
    }
    double padSide = Math.max(padWidth, padHeight);
    Bounds bounds = Bounds.of(strokes, padWidth, padHeight);
    Pens pens = evenPen ? Pens.of(strokes, bounds.longest(), padSide) : Pens.asDrawn(strokes);
    double scale = FINENESS / (bounds.longest() + pens.widest());
    Raster raster = Raster.of(bounds, pens.widest(), scale);
    for (Stroke stroke : strokes) {
      raster.draw(stroke, pens.width(stroke) / 2 * scale);
    }
    return new PadInk(
        raster.ink(),
        ((padWidth - padSide) / 2 - raster.left()) * scale,
        ((padHeight - padSide) / 2 - raster.top()) * scale,
        padSide * scale);
  }

  /** The part of the pad that the pen's centre went over. */
  private record Bounds(double left, double top, double right, double bottom) {
    static Bounds of(List<Stroke> strokes, double padWidth, double padHeight) {
      double left = padWidth;
      double top = padHeight;
      double right = 0;
      double bottom = 0;
      for (Stroke stroke : strokes) {
        for (Stroke.Point point : stroke.points()) {
          double x = Math.min(padWidth, Math.max(0, point.x()));
          double y = Math.min(padHeight, Math.max(0, point.y()));
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x);
          bottom = Math.max(bottom, y);
        }
      }
      return new Bounds(left, top, right, bottom);
    }

    double longest() {
      return Math.max(right - left, bottom - top);
    }
  }

  /**
   * The pens that the digit is drawn with.
   *
   * @param padSide of the pad
   * @param size of the digit between pen centres
   * @param thickest of the pens, in pixels of the final image
   * @param drawnShare 1 for a dot, whose pen is left alone, to 0 for a line
   * @param widest of the pens, in units of the pad
   */
  private record Pens(
      double padSide, double size, double thickest, double drawnShare, double widest) {
    static Pens of(List<Stroke> strokes, double size, double padSide) {
      double widest = strokes.stream().mapToDouble(Stroke::width).max().orElseThrow();
      double line = Math.min(1, Math.max(0, (size / widest - DOT) / (1 - DOT)));
      double drawnShare = 1 - line * line * (3 - 2 * line);
      double thickest = thickness(widest / padSide);
      Pens pens = new Pens(padSide, size, thickest, drawnShare, 0);
      return new Pens(padSide, size, thickest, drawnShare, pens.width(widest));
    }

    static Pens asDrawn(List<Stroke> strokes) {
      double widest = strokes.stream().mapToDouble(Stroke::width).max().orElseThrow();
      // As a dot's pen, it is left alone.
      return new Pens(1, 0, THICKEST, 1, widest);
    }

    double width(Stroke stroke) {
      return width(stroke.width());
    }

    private double width(double drawn) {
      double line = thickness(drawn / padSide) * size / (DigitNormalizer.BOX - thickest);
      return drawnShare * drawn + (1 - drawnShare) * line;
    }

    /** Pixels of the final image that a pen of this share of the pad is wide. */
    private static double thickness(double share) {
      double thickness = DigitNormalizer.BOX * share / (USUAL_SIZE + share);
      return Math.min(THICKEST, Math.max(THINNEST, thickness));
    }
  }

  /** Ink in the making, by the distance of each pixel's centre from the line. */
  private record Raster(Ink ink, double left, double top, double scale) {
    private static final int MARGIN = 1;

    static Raster of(Bounds bounds, double widest, double scale) {
      int width = (int) Math.ceil((bounds.right - bounds.left + widest) * scale) + 2 * MARGIN;
      int height = (int) Math.ceil((bounds.bottom - bounds.top + widest) * scale) + 2 * MARGIN;
      Ink ink = new Ink(width, height, new float[width * height]);
      double border = widest / 2 + MARGIN / scale;
      return new Raster(ink, bounds.left - border, bounds.top - border, scale);
    }

    void draw(Stroke stroke, double radius) {
      List<Stroke.Point> points = stroke.points();
      double x = (points.get(0).x() - left) * scale;
      double y = (points.get(0).y() - top) * scale;
      int last = points.size() - 1;
      if (last == 0) {
        drawLine(x, y, x, y, radius);
      }
      for (int i = 1; i <= last; i++) {
        double nextX = (points.get(i).x() - left) * scale;
        double nextY = (points.get(i).y() - top) * scale;
        // A slow hand leaves many points in one pixel; they change nothing and cost time.
        if (i < last && Math.abs(nextX - x) + Math.abs(nextY - y) < 1) {
          continue;
        }
        drawLine(x, y, nextX, nextY, radius);
        x = nextX;
        y = nextY;
      }
    }

    private void drawLine(double x0, double y0, double x1, double y1, double radius) {
      double reach = radius + 1;
      int fromColumn = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
      int toColumn = (int) Math.min(ink.width() - 1, Math.ceil(Math.max(x0, x1) + reach));
      int fromRow = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
      int toRow = (int) Math.min(ink.height() - 1, Math.ceil(Math.max(y0, y1) + reach));
      double dx = x1 - x0;
      double dy = y1 - y0;
      double lengthSquared = dx * dx + dy * dy;
      for (int row = fromRow; row <= toRow; row++) {
        for (int column = fromColumn; column <= toColumn; column++) {
          int place = row * ink.width() + column;
          // The pen mostly goes where it has just been.
          if (ink.values()[place] == 1) {
            continue;
          }
          double px = column + 0.5 - x0;
          double py = row + 0.5 - y0;
          double along = lengthSquared == 0 ? 0 : (px * dx + py * dy) / lengthSquared;
          along = Math.min(1, Math.max(0, along));
          double ex = px - along * dx;
          double ey = py - along * dy;
          double squared = ex * ex + ey * ey;
          if (squared < reach * reach) {
            float coverage = (float) Math.min(1, radius + 0.5 - Math.sqrt(squared));
            ink.values()[place] = Math.max(ink.values()[place], coverage);
          }
        }
      }
    }
  }
}
