package digitstudio.digits.sets;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the order a person puts them in: numbers by their value, so that 2 precedes 10. */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder BY_NAME = new NaturalOrder();

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    Matcher first = PART.matcher(one);
    Matcher second = PART.matcher(other);
    while (first.find()) {
      if (!second.find()) {
        return 1;
      }
      int order = comparePart(first.group(), second.group());
      if (order != 0) {
        return order;
      }
    }
    return second.find() ? -1 : one.compareTo(other);
  }

  private static int comparePart(String one, String other) {
    boolean numbers = isNumber(one) && isNumber(other);
    return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return Character.isDigit(part.charAt(0));
  }
}
