package digitstudio.report.figure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that a figure can be written to. */
public enum FigureFormat {
  /** Pixels. */
  PNG,
  /** Vectors for the web and for drawing programs. */
  SVG,
  /** Vectors for print, with the fonts in the file. */
  PDF,
  /** The numbers alone. */
  CSV;

  /** The format that a file's name ends in; empty for any other ending. */
  public static Optional<FigureFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst();
  }

  /** The endings of all formats, without dots. */
  public static List<String> extensions() {
    return Arrays.stream(values()).map(FigureFormat::extension).toList();
  }

  /** Ending of such a file's name, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its pixels depend on a resolution. */
  public boolean hasResolution() {
    return this == PNG;
  }

  /** Whether it has a size. */
  public boolean hasSize() {
    return this != CSV;
  }
}
