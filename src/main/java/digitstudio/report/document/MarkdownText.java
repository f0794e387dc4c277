package digitstudio.report.document;

/** Any text as Markdown that shows it, whatever it means to Markdown or to HTML. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]#|~$!";

  private MarkdownText() {}

  /** The text, escaped, on one line. */
  static String of(String text) {
    StringBuilder markdown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '<' -> markdown.append("&lt;");
        case '>' -> markdown.append("&gt;");
        case '&' -> markdown.append("&amp;");
        case '\r', '\n' -> markdown.append(' ');
        default -> {
          if (SPECIAL.indexOf(character) >= 0) {
            markdown.append('\\');
          }
          markdown.append(character);
        }
      }
    }
    return markdown.toString();
  }
}
