package digitstudio.digits;

import digitstudio.text.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the classes of a data set are called, in the order of their labels.
 *
 * @param names 2 to 62 different names; the label of a class is its place in the list
 */
public record ClassNames(List<String> names) {
  /** Fewest classes that there is anything to tell apart. */
  public static final int FEWEST = 2;

  /** Most classes: the ten digits, and the letters large and small, as EMNIST has them. */
  public static final int MOST = 62;

  /** Letters of the longest name; what is longer is no name but a text. */
  public static final int LONGEST = 60;

  /** MNIST's: "0" to "9". */
  public static final ClassNames DIGITS = numbered(10);

  /** Fashion-MNIST's, as its authors list them. */
  public static final ClassNames FASHION =
      new ClassNames(
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  /**
   * @throws Problem if there are too few or too many, one is empty or too long, or two are the same
   */
  public ClassNames {
    names = List.copyOf(names);
    if (names.size() < FEWEST) {
      throw new Problem("classes.tooFew", names.size(), FEWEST);
    }
    if (names.size() > MOST) {
      throw new Problem("classes.tooMany", names.size(), MOST);
    }
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        throw new Problem("classes.noName", seen.size() + 1);
      }
      if (name.codePointCount(0, name.length()) > LONGEST) {
        throw new Problem("classes.longName", name.substring(0, 20) + "…", LONGEST);
      }
      if (!seen.add(name)) {
        throw new Problem("classes.twice", name);
      }
    }
  }

  /**
   * Classes without names of their own: "0", "1", …
   *
   * @throws Problem if there are too few or too many
   */
  public static ClassNames numbered(int count) {
    return new ClassNames(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  /** How many classes. */
  public int count() {
    return names.size();
  }

  /** What a class is called; its number where the label is none of these. */
  public String name(int label) {
    return label >= 0 && label < names.size() ? names.get(label) : Integer.toString(label);
  }

  /** The label of a name; empty if there is no such class. */
  public OptionalInt label(String name) {
    int label = names.indexOf(name);
    return label < 0 ? OptionalInt.empty() : OptionalInt.of(label);
  }

  /** Whether these are the ten digits in their order. */
  public boolean areDigits() {
    return names.equals(DIGITS.names);
  }

  /** Letters of the longest name, for whoever has to find room for it. */
  public int longest() {
    return names.stream().mapToInt(name -> name.codePointCount(0, name.length())).max().orElse(1);
  }
}
