package digitstudio.cli;

import digitstudio.report.document.ReportFormat;
import digitstudio.text.Problem;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a document is to be written, and in which language. */
final class DocumentOptions {
  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "cli.report.format")
  private String format;

  @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "cli.report.language")
  private String language;

  /** As was said, or else as the file's name ends. */
  ReportFormat format(String out) {
    return format == null ? ReportFormat.ofFile(out) : ReportFormat.parse(format);
  }

  /** As was said, or else the console's. */
  Locale locale(Console console) {
    if (language == null) {
      return console.locale();
    }
    return switch (language.trim().toLowerCase(Locale.ROOT)) {
      case "en" -> Locale.ENGLISH;
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      default -> throw new Problem("report.languageUnknown", language);
    };
  }
}
