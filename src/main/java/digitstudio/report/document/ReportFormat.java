package digitstudio.report.document;

import digitstudio.text.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of files that a report can be written to. */
public enum ReportFormat {
  /** One file with everything in it. */
  HTML("html", "html"),
  /** For print, its fonts embedded. */
  PDF("pdf", "pdf"),
  /** With its figures as SVG in a folder beside it. */
  MARKDOWN("md", "md"),
  /** With its figures as PDF in a folder beside it; for xelatex, in English for pdflatex too. */
  LATEX("latex", "tex");

  private final String spelling;
  private final String extension;

  ReportFormat(String spelling, String extension) {
    this.spelling = spelling;
    this.extension = extension;
  }

  /** As the command line writes it. */
  public String spelling() {
    return spelling;
  }

  /** Ending of such a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** The format that a file's name ends as; HTML if it ends as none of them. */
  public static ReportFormat ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> lower.endsWith("." + format.extension))
        .findFirst()
        .orElse(HTML);
  }

  /**
   * Reads {@link #spelling()} back.
   *
   * @throws Problem if the text names no format
   */
  public static ReportFormat parse(String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.spelling.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    "settings.unknown",
                    "format",
                    text,
                    Arrays.stream(values())
                        .map(ReportFormat::spelling)
                        .collect(Collectors.joining(", "))));
  }
}
