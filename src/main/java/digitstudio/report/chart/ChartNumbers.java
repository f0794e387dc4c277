package digitstudio.report.chart;

import digitstudio.text.PercentFormat;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** How the numbers of the charts are written in one language. */
public final class ChartNumbers {
  private final NumberFormat loss;
  private final NumberFormat accuracy;
  private final NumberFormat count;
  private final DecimalFormat power;

  public ChartNumbers(Locale locale) {
    loss = fixed(NumberFormat.getNumberInstance(locale), 4);
    accuracy = fixed(PercentFormat.of(locale), 2);
    count = NumberFormat.getIntegerInstance(locale);
    power = new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(locale));
  }

  private static NumberFormat fixed(NumberFormat format, int decimals) {
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }

  /** A value as the charts read it out: a loss with four decimals, an accuracy in per cent. */
  public String value(Quantity quantity, double value) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    if (quantity == Quantity.ACCURACY) {
      return accuracy.format(value);
    }
    return Math.abs(value) >= 1e6 ? power.format(value) : loss.format(value);
  }

  /** A place on the x axis. */
  public String place(double place) {
    return count.format(place);
  }

  /** NaN, ∞ or -∞. */
  public static String notFinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
  }
}
