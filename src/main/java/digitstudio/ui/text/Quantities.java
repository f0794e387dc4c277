package digitstudio.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;

/** Counts, shares and times as a person reads them, in the window's language. */
public final class Quantities {
  private static final int SECONDS_OF_MINUTE = 60;
  private static final int SECONDS_OF_HOUR = 3600;
  private static final double SECONDS_WITH_TENTHS = 60;

  private final Texts texts;

  public Quantities(Texts texts) {
    this.texts = texts;
  }

  /** A whole number with grouped digits: 203,530. */
  public String count(long value) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(value);
  }

  /** A measured number to three digits: 231,000. */
  public String measured(double value) {
    if (!Double.isFinite(value)) {
      return texts.get("form.unknown");
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    return count(rounded.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** A share as percent with one decimal: 97.4 %. */
  public String percent(double share) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return texts.get("window.percent", format.format(share * 100));
  }

  /** A time that is still to come, without tenths: 12 s, 3 min 20 s, 1 h 5 min. */
  public String timeLeft(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < SECONDS_OF_MINUTE) {
      return texts.get("window.seconds", count(whole));
    }
    long minutes = whole / SECONDS_OF_MINUTE;
    if (whole < SECONDS_OF_HOUR) {
      return texts.get("window.minutes", count(minutes), count(whole % SECONDS_OF_MINUTE));
    }
    return texts.get(
        "window.hours", count(whole / SECONDS_OF_HOUR), count(minutes % SECONDS_OF_MINUTE));
  }

  /** A time that was measured: 12.4 s, 3 min 20 s. */
  public String timeTaken(double seconds) {
    if (seconds >= SECONDS_WITH_TENTHS) {
      return timeLeft(seconds);
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return texts.get("window.seconds", format.format(seconds));
  }
}
