package digitstudio.ui.runs;

import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is written in the search box: words that a run must have, and terms on a column such as
 * {@code optimizer:adam} or {@code val>97}; a minus before either turns it round.
 *
 * @param matches whether a run is found
 * @param problem the first term that says nothing, which is passed over
 */
record RunQuery(Predicate<RunRow> matches, Optional<Problem> problem) {
  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>-)?(?:(?<name>[\\p{L}][\\p{L}-]*)\\s*(?<sign>>=|<=|[:=<>])\\s*)?"
              + "(?:\"(?<quoted>[^\"]*)\"?|(?<word>[^\\s\"]+))");
  private static final String STARRED = "starred";

  /** What can be asked for, in the order in which they are named to a person. */
  private static final List<RunColumn> ASKED =
      Arrays.stream(RunColumn.values()).filter(column -> column != RunColumn.STAR).toList();

  /**
   * Reads a search in the language of the words, whose column names it knows beside the English.
   */
  static RunQuery parse(String text, RunWords words) {
    // Full-width signs, as a Chinese keyboard writes them, become plain ones.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Predicate<RunRow> all = row -> true;
    List<Problem> problems = new ArrayList<>();
    Matcher matcher = TERM.matcher(plain);
    while (matcher.find()) {
      try {
        Predicate<RunRow> term = term(matcher, words);
        all = all.and(matcher.group("not") == null ? term : term.negate());
      } catch (Problem e) {
        problems.add(e);
      }
    }
    return new RunQuery(all, problems.stream().findFirst());
  }

  private static Predicate<RunRow> term(Matcher matcher, RunWords words) {
    String quoted = matcher.group("quoted");
    String sought = quoted == null ? matcher.group("word") : quoted;
    String name = matcher.group("name");
    if (name == null) {
      if (sought.equals(STARRED) || sought.equals(words.say("runs.starred"))) {
        return row -> row.run().starred();
      }
      return row -> row.searched(words).contains(sought);
    }
    RunColumn column = column(name, words);
    String sign = matcher.group("sign");
    if (sign.equals(":") || (sign.equals("=") && !column.isNumeric())) {
      return contains(column, sought, words);
    }
    return compares(column, sign, number(column, sought, words));
  }

  private static Predicate<RunRow> contains(RunColumn column, String sought, RunWords words) {
    if (column.isNumeric() && isNumber(sought)) {
      return compares(column, "=", Double.parseDouble(sought));
    }
    return row -> words.searched(column, row.run()).contains(sought);
  }

  private static Predicate<RunRow> compares(RunColumn column, String sign, double bound) {
    double scale = column.isShare() ? 100 : 1;
    return row -> {
      double value = column.number(row.run()) * scale;
      return switch (sign) {
        case ">" -> value > bound;
        case ">=" -> value >= bound;
        case "<" -> value < bound;
        case "<=" -> value <= bound;
        default -> Math.abs(value - bound) <= 1e-9 * Math.max(1, Math.abs(bound));
      };
    };
  }

  private static double number(RunColumn column, String text, RunWords words) {
    if (!column.isNumeric() && column != RunColumn.REGULARIZER) {
      throw new Problem("runs.query.noNumbers", words.title(column));
    }
    if (!isNumber(text)) {
      throw new Problem("runs.query.notANumber", text);
    }
    return Double.parseDouble(text);
  }

  private static boolean isNumber(String text) {
    try {
      return !Double.isNaN(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static RunColumn column(String name, RunWords words) {
    for (RunColumn column : ASKED) {
      if (names(column, words).contains(name)) {
        return column;
      }
    }
    throw new Problem(
        "runs.query.unknown",
        name,
        ASKED.stream()
            .filter(column -> column.kind() != RunColumn.Kind.SETTING || !isRare(column))
            .map(column -> names(column, words).get(0))
            .collect(Collectors.joining(", ")));
  }

  private static boolean isRare(RunColumn column) {
    return column.compareTo(RunColumn.DROPOUT) > 0 && column != RunColumn.SEED;
  }

  /** The names that a column goes by in the search box, the shortest first. */
  private static List<String> names(RunColumn column, RunWords words) {
    return List.of(words.say("runs.term." + Spelling.of(column)).split(","));
  }
}
