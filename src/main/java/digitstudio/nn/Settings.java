package digitstudio.nn;

import digitstudio.text.Problem;
import java.math.BigDecimal;

/** The checks that settings make of themselves, each with the sentence that names the field. */
public final class Settings {
  private Settings() {}

  /** Refuses a value outside low &lt; value &lt; high. */
  public static void requireBetween(String field, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new Problem("settings.between", field, number(value), number(low), number(high));
    }
  }

  /** Refuses a value outside low ≤ value &lt; high. */
  public static void requireFrom(String field, double value, double low, double high) {
    if (!(value >= low && value < high)) {
      throw new Problem("settings.from", field, number(value), number(low), number(high));
    }
  }

  /** Refuses a value that is not a finite number above zero. */
  public static void requirePositive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new Problem("settings.positive", field, number(value));
    }
  }

  /** Refuses a value that is not a finite number of at least zero. */
  public static void requireNotNegative(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new Problem("settings.notNegative", field, number(value));
    }
  }

  /** Refuses a count below a least one. */
  public static void requireAtLeast(String field, long value, long least) {
    if (value < least) {
      throw new Problem("settings.atLeast", field, Long.toString(value), Long.toString(least));
    }
  }

  /** Reads a number, refusing what is none. */
  public static double parseNumber(String field, String text) {
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "settings.notANumber", field, text);
    }
  }

  /** Reads a whole number, refusing what is none. */
  public static int parseCount(String field, String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "settings.notACount", field, text);
    }
  }

  /** The refusal of a name that is not in the list. */
  public static Problem unknown(String field, String text, String allowed) {
    return new Problem("settings.unknown", field, text, allowed);
  }

  /** A number as a person writes it: 0.0001, not 1.0E-4; very small and large ones keep the E. */
  public static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || (size != 0 && (size < 1e-9 || size >= 1e12))) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
