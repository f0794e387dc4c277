package digitstudio.ui.form;

import digitstudio.experiment.Sweep;
import digitstudio.experiment.SweepAxis;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed into a field that may take several values: {@code 0.1, 0.01}, {@code 50..200 +50}
 * (adding), {@code 0.001..0.1 x10} (multiplying), {@code 0..0.5 :3} (so many, evenly), or {@code
 * 0.001..0.1}, of which any number may be drawn by chance.
 *
 * @param values what is written out, each once; empty for a range without steps
 * @param range a range without steps
 */
record SeveralNumbers(List<String> values, Optional<Range> range) {
  private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";

  private static final Pattern SEPARATOR = Pattern.compile("[,;、]");
  private static final Pattern RANGE =
      Pattern.compile(
          NUMBER + "\\s*(?:\\.{2,3}|~)\\s*" + NUMBER + "(?:\\s*([xX×*+:])\\s*" + NUMBER + ")?");

  /** The tail of 10,000 where it was meant as one number. */
  private static final Pattern GROUP = Pattern.compile("0\\d+");

  /**
   * How a field's numbers are spread.
   *
   * @param whole whether they are whole numbers
   * @param logarithmic whether they matter by their size rather than by their difference
   */
  record Scale(boolean whole, boolean logarithmic) {
    private String text(double value) {
      return whole
          ? Long.toString(Math.round(value))
          : Settings.number(new BigDecimal(value).round(SweepAxis.DIGITS).doubleValue());
    }

    private String between(double from, double to, double share) {
      return text(
          logarithmic && from > 0
              ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
              : from + share * (to - from));
    }
  }

  /** All numbers between two. */
  record Range(double from, double to, Scale scale) {
    String draw(SplittableRandom random) {
      return scale.between(from, to, random.nextDouble());
    }
  }

  SeveralNumbers {
    values = List.copyOf(values);
  }

  /** One value as it was typed. */
  static SeveralNumbers one(String typed) {
    return new SeveralNumbers(List.of(typed), Optional.empty());
  }

  boolean isSeveral() {
    return values.size() > 1 || range.isPresent();
  }

  /**
   * Reads what was typed; the numbers themselves are checked by the field.
   *
   * @param name of the field, for the refusal
   * @throws Problem if a part of a list or a range says nothing
   */
  static SeveralNumbers parse(String name, String typed, Scale scale) {
    // Full-width signs, as a Chinese keyboard writes them, become plain ones.
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    boolean list = SEPARATOR.matcher(plain).find();
    if (!list && !plain.contains("..") && !plain.contains("~")) {
      return one(typed);
    }
    Set<String> values = new LinkedHashSet<>();
    for (String part : SEPARATOR.split(plain, -1)) {
      SeveralNumbers read = part(name, part.strip(), scale, list);
      if (read.range().isPresent()) {
        return read;
      }
      values.addAll(read.values());
    }
    return new SeveralNumbers(List.copyOf(values), Optional.empty());
  }

  private static SeveralNumbers part(String name, String part, Scale scale, boolean list) {
    if (part.isEmpty()) {
      throw new Problem("form.emptyPart", name);
    }
    if (!part.contains("..") && !part.contains("~")) {
      if (GROUP.matcher(part).matches()) {
        throw new Problem("form.grouped", name, part);
      }
      return one(part);
    }
    Matcher range = RANGE.matcher(part);
    if (!range.matches()) {
      throw new Problem("form.badRange", name, part);
    }
    BigDecimal from = new BigDecimal(range.group(1));
    BigDecimal to = new BigDecimal(range.group(2));
    if (from.compareTo(to) >= 0) {
      throw new Problem("sweep.emptyRange", name, range.group(1), range.group(2));
    }
    if (range.group(3) == null) {
      if (list) {
        throw new Problem("form.rangeSteps", name, part);
      }
      Range all = new Range(from.doubleValue(), to.doubleValue(), scale);
      return new SeveralNumbers(List.of(), Optional.of(all));
    }
    BigDecimal step = new BigDecimal(range.group(4));
    List<String> values =
        switch (range.group(3)) {
          case "+" -> added(name, from, to, step);
          case ":" -> spread(name, from, to, step, scale);
          default -> multiplied(name, from, to, step);
        };
    return new SeveralNumbers(values, Optional.empty());
  }

  private static List<String> added(String name, BigDecimal from, BigDecimal to, BigDecimal step) {
    if (step.signum() <= 0) {
      throw new Problem("form.badStep", name);
    }
    requireFew(name, to.subtract(from).divide(step, 0, RoundingMode.DOWN).add(BigDecimal.ONE));
    List<String> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
      values.add(text(value));
    }
    return values;
  }

  private static List<String> multiplied(
      String name, BigDecimal from, BigDecimal to, BigDecimal factor) {
    if (factor.compareTo(BigDecimal.ONE) <= 0 || from.signum() <= 0) {
      throw new Problem("form.badFactor", name);
    }
    double steps = Math.log(to.doubleValue() / from.doubleValue()) / Math.log(factor.doubleValue());
    requireFew(name, BigDecimal.valueOf(Math.min(steps, Integer.MAX_VALUE)));
    List<String> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.multiply(factor)) {
      values.add(text(value));
    }
    return values;
  }

  private static List<String> spread(
      String name, BigDecimal from, BigDecimal to, BigDecimal count, Scale scale) {
    boolean whole = count.stripTrailingZeros().scale() <= 0;
    if (!whole || count.compareTo(BigDecimal.valueOf(2)) < 0) {
      throw new Problem("form.badCount", name);
    }
    requireFew(name, count);
    int steps = count.intValueExact() - 1;
    List<String> values = new ArrayList<>(List.of(text(from)));
    for (int i = 1; i < steps; i++) {
      values.add(scale.between(from.doubleValue(), to.doubleValue(), (double) i / steps));
    }
    values.add(text(to));
    return values;
  }

  private static void requireFew(String name, BigDecimal count) {
    if (count.compareTo(BigDecimal.valueOf(Sweep.MOST_RUNS)) > 0) {
      throw new Problem("form.tooManyValues", name, Sweep.MOST_RUNS);
    }
  }

  private static String text(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
