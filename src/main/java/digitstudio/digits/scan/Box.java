package digitstudio.digits.scan;

/**
 * A rectangle of a sheet, in its pixels.
 *
 * @param left first column
 * @param top first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Box(int left, int top, int width, int height) {
  public Box {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(width + " by " + height);
    }
  }

  int right() {
    return left + width;
  }

  int bottom() {
    return top + height;
  }

  double middleX() {
    return left + width / 2.0;
  }

  double middleY() {
    return top + height / 2.0;
  }

  int longest() {
    return Math.max(width, height);
  }

  /** The smallest box around both. */
  Box with(Box other) {
    int x = Math.min(left, other.left);
    int y = Math.min(top, other.top);
    return new Box(
        x, y, Math.max(right(), other.right()) - x, Math.max(bottom(), other.bottom()) - y);
  }

  /** Columns between the two; 0 or less if one stands over the other. */
  int gapAcross(Box other) {
    return Math.max(left, other.left) - Math.min(right(), other.right());
  }

  /** Rows between the two; 0 or less if they stand side by side. */
  int gapDown(Box other) {
    return Math.max(top, other.top) - Math.min(bottom(), other.bottom());
  }

  /** The part of it that lies on a sheet of this size, at least one pixel. */
  public Box within(int sheetWidth, int sheetHeight) {
    int x = Math.max(0, Math.min(sheetWidth - 1, left));
    int y = Math.max(0, Math.min(sheetHeight - 1, top));
    int right = Math.max(x + 1, Math.min(sheetWidth, right()));
    int bottom = Math.max(y + 1, Math.min(sheetHeight, bottom()));
    return new Box(x, y, right - x, bottom - y);
  }
}
