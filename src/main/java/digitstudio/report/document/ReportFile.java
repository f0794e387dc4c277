package digitstudio.report.document;

import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.report.figure.SvgPicture;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes a report to a file, and its figures to a folder beside it where the format wants that. */
public final class ReportFile {
  private static final String FIGURES = "-figures";
  private static final int NO_PIXELS = 0;

  private ReportFile() {}

  /**
   * Writes a report; the file last, so that what it names is there.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(LabReport report, ReportFormat format, Path file) throws IOException {
    switch (format) {
      case HTML -> write(file, html(report));
      case PDF -> WholeFile.write(file, out -> PdfReport.write(report, out));
      case MARKDOWN -> {
        String folder = writeFigures(report, FigureFormat.SVG, file);
        write(file, ReportTemplates.set(report, "report.md.ftl", Map.of("folder", folder)));
      }
      case LATEX -> {
        String folder = writeFigures(report, FigureFormat.PDF, file);
        write(file, latex(report, folder));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** One page with its drawings and its looks in it. */
  static String html(LabReport report) {
    Map<String, String> drawings = new HashMap<>();
    for (Figure figure : report.figures()) {
      drawings.put(figure.name(), SvgPicture.element(figure, figure.size()));
    }
    return ReportTemplates.set(
        report, "report.html.ftl", Map.of("paper", false, "drawings", drawings));
  }

  private static String latex(LabReport report, String folder) {
    String plain =
        ReportTemplates.set(
            report, "report.tex.ftl", Map.of("folder", folder, "hasChinese", false));
    return plain.codePoints().anyMatch(LatexText::isChinese)
        ? ReportTemplates.set(
            report, "report.tex.ftl", Map.of("folder", folder, "hasChinese", true))
        : plain;
  }

  private static String writeFigures(LabReport report, FigureFormat format, Path file)
      throws IOException {
    String name = folder(file);
    Path folder = file.resolveSibling(name);
    Files.createDirectories(folder);
    for (Figure figure : report.figures()) {
      Path picture = folder.resolve(figure.name() + "." + format.extension());
      FigureFile.write(figure, format, figure.size(), NO_PIXELS, picture);
    }
    return name;
  }

  /** The file's name without what LaTeX or a link would have to be told how to read. */
  static String folder(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9-]+", "-");
    return (stem.matches("-*") ? "report" : stem) + FIGURES;
  }
}
