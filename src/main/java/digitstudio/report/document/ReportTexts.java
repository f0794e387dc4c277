package digitstudio.report.document;

import digitstudio.nn.Settings;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.Quantity;
import digitstudio.text.Messages;
import digitstudio.text.PercentFormat;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The sentences and numbers of a report in one language. */
public final class ReportTexts {
  /** Stands where there is no value. */
  static final String NONE = "–";

  /** Below it a number has more zeros than one can count at a glance. */
  private static final double SMALL = 1e-4;

  private static final int SECONDS_OF_MINUTE = 60;

  private final Locale locale;
  private final ChartNumbers numbers;

  /**
   * @param locale English or Chinese
   */
  public ReportTexts(Locale locale) {
    this.locale = locale;
    numbers = new ChartNumbers(locale);
  }

  public Locale locale() {
    return locale;
  }

  /** The sentence behind a key. */
  public String get(String key, Object... arguments) {
    return Messages.format(locale, key, arguments);
  }

  /** A share in per cent with two decimals. */
  public String share(double share) {
    return numbers.value(Quantity.ACCURACY, share);
  }

  /** A loss with four decimals. */
  public String loss(double loss) {
    return numbers.value(Quantity.LOSS, loss);
  }

  /** A difference of shares in points of per cent, with two decimals and no sign. */
  String points(double difference) {
    return decimals(Math.abs(100 * difference), 2);
  }

  /** A number with a fixed count of decimals. */
  String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return ChartNumbers.notFinite(value);
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** A whole number with grouped digits. */
  public String count(long count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** A setting as one would type it. */
  String setting(double value) {
    return value != 0 && Math.abs(value) < SMALL
        ? new DecimalFormat("0.######E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(value)
            .replace('E', 'e')
        : new BigDecimal(Settings.number(value)).stripTrailingZeros().toPlainString();
  }

  /** A share that was chosen, with no more decimals than it has. */
  String chosenShare(double share) {
    NumberFormat format = PercentFormat.of(locale);
    format.setMaximumFractionDigits(2);
    return format.format(share);
  }

  /** A time that was measured. */
  public String time(double seconds) {
    if (seconds < SECONDS_OF_MINUTE) {
      return get("window.seconds", decimals(seconds, seconds < 1 ? 2 : 1));
    }
    long whole = Math.round(seconds);
    return get(
        "window.minutes", count(whole / SECONDS_OF_MINUTE), count(whole % SECONDS_OF_MINUTE));
  }

  /** A moment, in this computer's own time zone. */
  public String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  /** Several things after each other. */
  String list(List<String> things) {
    return String.join(get("report.and"), things);
  }
}
