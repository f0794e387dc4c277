package digitstudio.report.figure;

/** Makes of what a person typed something that every kind of document can hold. */
public final class PrintableText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int FIRST_OUTSIDE = 0xFFFE;

  private PrintableText() {}

  /** The text on one line, with a replacement for what is no character. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints().map(PrintableText::printable).forEach(printable::appendCodePoint);
    return printable.toString().strip();
  }

  private static int printable(int character) {
    if (Character.isWhitespace(character)) {
      return ' ';
    }
    boolean isNone =
        Character.isISOControl(character)
            || Character.getType(character) == Character.SURROGATE
            || (character & FIRST_OUTSIDE) == FIRST_OUTSIDE;
    return isNone ? REPLACEMENT : character;
  }
}
