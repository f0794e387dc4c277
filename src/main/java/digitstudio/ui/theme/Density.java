package digitstudio.ui.theme;

/** How much room there is around what the window shows. */
public enum Density {
  COMFORTABLE(1, 1),
  COMPACT(0.6, 0.86);

  private final double gaps;
  private final double rows;

  Density(double gaps, double rows) {
    this.gaps = gaps;
    this.rows = rows;
  }

  /** What the room between controls is multiplied by. */
  double gaps() {
    return gaps;
  }

  /** What the height of a row is multiplied by. */
  double rows() {
    return rows;
  }
}
