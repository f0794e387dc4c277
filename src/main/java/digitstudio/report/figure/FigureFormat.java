package digitstudio.report.figure;

import java.util.Locale;

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
