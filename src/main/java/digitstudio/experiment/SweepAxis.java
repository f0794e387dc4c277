package digitstudio.experiment;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a sweep tries of one setting. */
public sealed interface SweepAxis {
  /** Enough to tell two trials apart, and short enough to read. */
  MathContext DIGITS = new MathContext(3);

  /**
   * A range as it is written: {@code 0.001..0.1} or, with a number of values, {@code 32..512:5}.
   */
  Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?::(\\d+))?");

  /**
   * A list.
   *
   * @param values as the command line writes them, at least one, each once
   */
  record Values(Setting setting, List<String> values) implements SweepAxis {
    public Values {
      values = List.copyOf(new LinkedHashSet<>(values));
      if (values.isEmpty()) {
        throw new Problem("sweep.noValues", setting.spelling());
      }
      for (String value : values) {
        if (value.isBlank()) {
          throw new Problem("sweep.emptyValue", setting.spelling());
        }
      }
    }

    @Override
    public List<String> grid() {
      return values;
    }

    @Override
    public String draw(SplittableRandom random) {
      return values.get(random.nextInt(values.size()));
    }
  }

  /**
   * All numbers between two, by their logarithm where it is their size that matters.
   *
   * @param count of the values in a grid, at least 2; 0 if it can be drawn from alone
   */
  record Range(Setting setting, double from, double to, int count) implements SweepAxis {
    public Range {
      String name = setting.spelling();
      if (!setting.isNumber()) {
        throw new Problem("sweep.noRange", name);
      }
      if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
        throw new Problem("sweep.emptyRange", name, Settings.number(from), Settings.number(to));
      }
      if (setting.isLogarithmic()) {
        Settings.requirePositive(name, from);
      }
      if (count == 1) {
        throw new Problem("sweep.rangeOfOne", name);
      }
    }

    @Override
    public List<String> grid() {
      if (count == 0) {
        throw new Problem(
            "sweep.countMissing", setting.spelling(), Settings.number(from), Settings.number(to));
      }
      if (count > Sweep.MOST_RUNS) {
        throw new Problem("sweep.tooMany", count, Sweep.MOST_RUNS);
      }
      Set<String> values = new LinkedHashSet<>();
      for (int i = 0; i < count; i++) {
        values.add(at((double) i / (count - 1)));
      }
      return List.copyOf(values);
    }

    @Override
    public String draw(SplittableRandom random) {
      return at(random.nextDouble());
    }

    private String at(double share) {
      double value =
          setting.isLogarithmic()
              ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
              : from + share * (to - from);
      return setting.isCount()
          ? Long.toString(Math.round(value))
          : Settings.number(new BigDecimal(value).round(DIGITS).doubleValue());
    }
  }

  /** Which setting. */
  Setting setting();

  /**
   * The values of a grid, each once.
   *
   * @throws Problem if it is a range without a number of values
   */
  List<String> grid();

  /** One value by chance. */
  String draw(SplittableRandom random);

  /**
   * Reads {@code learning-rate=0.1,0.01} or {@code dropout=0..0.5:3}; the layers of one network are
   * joined by a hyphen: {@code hidden=none,256,256-128}.
   *
   * @throws Problem if it is not so written, or has no values
   */
  static SweepAxis parse(String text) {
    int sign = text.indexOf('=');
    if (sign <= 0) {
      throw new Problem("sweep.notAnAxis", text);
    }
    Setting setting = Setting.named(text.substring(0, sign));
    String values = text.substring(sign + 1).strip();
    if (values.isEmpty()) {
      throw new Problem("sweep.noValues", setting.spelling());
    }
    Matcher range = RANGE.matcher(values);
    if (setting.isNumber() && range.matches()) {
      String count = range.group(3);
      return new Range(
          setting,
          Settings.parseNumber(setting.spelling(), range.group(1)),
          Settings.parseNumber(setting.spelling(), range.group(2)),
          count == null ? 0 : Settings.parseCount(setting.spelling(), count));
    }
    List<String> list = new ArrayList<>();
    Arrays.stream(values.split(",", -1)).map(String::strip).forEach(list::add);
    if (setting == Setting.HIDDEN) {
      list.replaceAll(units -> units.replaceAll("(?<=\\d)-", ","));
    }
    return new Values(setting, list);
  }
}
