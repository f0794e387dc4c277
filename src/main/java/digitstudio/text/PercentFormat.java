package digitstudio.text;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/** How a share is written in per cent: 97 % in English, as in its sentences, and 97% in Chinese. */
public final class PercentFormat {
  private PercentFormat() {}

  /** A format of one's own, to be given its decimals. */
  public static NumberFormat of(Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    if (format instanceof DecimalFormat percent && !locale.getLanguage().equals("zh")) {
      percent.setPositiveSuffix(" %");
      percent.setNegativeSuffix(" %");
    }
    return format;
  }
}
