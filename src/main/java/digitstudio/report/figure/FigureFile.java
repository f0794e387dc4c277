package digitstudio.report.figure;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a figure to a file that is whole or not there at all. */
public final class FigureFile {
  /** Pixels an inch. */
  public static final int LEAST_DPI = 36;

  public static final int MOST_DPI = 1200;

  /** What fits in memory beside everything else. */
  private static final long MOST_PIXELS = 60_000_000;

  private FigureFile() {}

  /**
   * Writes a figure.
   *
   * @param dpi pixels an inch, 36 to 1200, where the format has pixels
   * @throws Problem if the resolution or the number of pixels is out of range, or no font of this
   *     computer shows the figure's language
   * @throws IOException if the file cannot be written
   */
  public static void write(Figure figure, FigureFormat format, FigureSize size, int dpi, Path file)
      throws IOException {
    if (format.hasResolution()) {
      requirePixels(size, dpi);
    }
    WholeFile.write(file, out -> write(figure, format, size, dpi, out));
  }

  /**
   * Whether a picture of that size and resolution can be made.
   *
   * @throws Problem if not
   */
  public static void requirePixels(FigureSize size, int dpi) {
    if (dpi < LEAST_DPI || dpi > MOST_DPI) {
      throw new Problem("figures.dpi", dpi, LEAST_DPI, MOST_DPI);
    }
    long pixels = (long) size.pixelsWide(dpi) * size.pixelsHigh(dpi);
    if (pixels > MOST_PIXELS) {
      throw new Problem(
          "figures.pixels",
          size.pixelsWide(dpi),
          size.pixelsHigh(dpi),
          Settings.number(MOST_PIXELS / 1e6));
    }
  }

  private static void write(
      Figure figure, FigureFormat format, FigureSize size, int dpi, OutputStream out)
      throws IOException {
    switch (format) {
      case PNG -> PngPicture.write(figure, size, dpi, out);
      case SVG -> out.write(SvgPicture.document(figure, size).getBytes(StandardCharsets.UTF_8));
      case PDF -> PdfPicture.write(figure, size, out);
      // Spreadsheets take a file without the mark for one in their country's old encoding.
      case CSV -> out.write(("\uFEFF" + figure.data().csv()).getBytes(StandardCharsets.UTF_8));
    }
  }
}
