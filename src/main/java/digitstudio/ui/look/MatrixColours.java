package digitstudio.ui.look;

import javafx.scene.paint.Color;

/**
 * The colours of a confusion matrix, blue for what is right and orange for what is wrong: two that
 * every colour-blind eye tells apart, each the farther from the ground the larger the share.
 */
final class MatrixColours {
  private static final double LEAST = 0.06;

  /** Rows of this much error are shown in full colour: errors are rare. */
  private static final double FULL_ERROR = 0.05;

  private final Color ground;
  private final Color right;
  private final Color wrong;

  MatrixColours(boolean dark) {
    ground = Color.web(dark ? "#161b22" : "#f6f8fa");
    right = Color.web(dark ? "#56b4e9" : "#0072b2");
    wrong = Color.web(dark ? "#f5924e" : "#d55e00");
  }

  /**
   * The ground of a cell.
   *
   * @param diagonal whether its answers are right
   * @param share of its row or column, 0 to 1
   */
  Color cell(boolean diagonal, double share) {
    if (!(share > 0)) {
      return ground;
    }
    double strength = diagonal ? 0.9 * share : Math.min(1, share / FULL_ERROR);
    return ground.interpolate(diagonal ? right : wrong, LEAST + (1 - LEAST) * Math.min(1, strength));
  }

  /**
   * The ground of a cell of a difference.
   *
   * @param better whether the first run is the better there
   * @param strength 0 to 1
   */
  Color difference(boolean better, double strength) {
    return strength > 0
        ? ground.interpolate(
            better ? right : wrong, LEAST + (1 - LEAST) * Math.min(1, strength))
        : ground;
  }

  /** Black or white, whichever is read better on a ground. */
  static Color text(Color ground) {
    return contrast(ground, Color.BLACK) >= contrast(ground, Color.WHITE)
        ? Color.BLACK
        : Color.WHITE;
  }

  /** The contrast of two colours as WCAG 2 defines it, 1 to 21. */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
