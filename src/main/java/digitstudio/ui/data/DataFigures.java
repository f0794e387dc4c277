package digitstudio.ui.data;

import digitstudio.digits.DigitImage;
import digitstudio.digits.survey.DataImages;
import digitstudio.report.data.ClassBalance;
import digitstudio.report.data.DataStyle;
import digitstudio.report.data.PictureSheet;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureData;
import digitstudio.report.figure.FigureSize;
import digitstudio.report.figure.PaperFont;
import digitstudio.text.Messages;
import digitstudio.ui.chart.FigureSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pictures of the data: class balance, mean and variance, and the images that are shown. */
final class DataFigures implements FigureSource {
  static final String BALANCE = "data.figure.balance";
  static final String MEAN = "data.figure.mean";
  static final String VARIANCE = "data.figure.variance";
  static final String SHOWN = "data.figure.shown";

  private static final FigureSize WIDE = new FigureSize(160, 90);
  private static final FigureSize SHEET = new FigureSize(160, 110);
  private static final double BLACK = 255;

  /** More images than that would not be seen on a page. */
  private static final int MOST_ON_SHEET = 300;

  private final DataViewModel viewModel;
  private final List<String> charts;

  /**
   * @param charts those that can be taken out
   */
  DataFigures(DataViewModel viewModel, List<String> charts) {
    this.viewModel = viewModel;
    this.charts = List.copyOf(charts);
  }

  @Override
  public List<String> charts() {
    return charts;
  }

  @Override
  public Figure figure(String chart, Locale locale) {
    String title = Messages.format(locale, chart);
    String family = PaperFont.family(locale, String.join("", names()));
    DataStyle style = DataStyle.paper(family, locale);
    if (chart.equals(BALANCE)) {
      ClassBalance balance = balance(locale);
      return figure(
          "class-balance",
          title,
          style,
          family,
          WIDE,
          (graphics, width, height) -> balance.draw(graphics, width, height, style),
          balance.data());
    }
    PictureSheet sheet =
        chart.equals(MEAN) ? means() : chart.equals(VARIANCE) ? variances() : shown();
    String name =
        chart.equals(MEAN) ? "class-means" : chart.equals(VARIANCE) ? "class-variances" : "images";
    return figure(
        name,
        title,
        style,
        family,
        SHEET,
        (graphics, width, height) -> sheet.draw(graphics, width, height, style),
        sheet.data());
  }

  private static Figure figure(
      String name,
      String title,
      DataStyle style,
      String family,
      FigureSize size,
      Figure.Drawing drawing,
      FigureData data) {
    return new Figure(name, title, style.locale(), family, size, drawing, data);
  }

  private List<String> names() {
    DataImages images = viewModel.imagesProperty().get();
    return images == null ? List.of() : images.classes();
  }

  /** Images of each class and part; parts without images are left out. */
  ClassBalance balance(Locale locale) {
    DataImages images = viewModel.imagesProperty().get();
    int[][] counts = DataViewModel.counts(images, viewModel.partsProperty().get());
    List<ImagePart> parts =
        Arrays.stream(ImagePart.values())
            .filter(part -> Arrays.stream(counts).anyMatch(row -> row[part.ordinal()] > 0))
            .toList();
    int[][] kept = new int[counts.length][];
    for (int label = 0; label < kept.length; label++) {
      int[] row = counts[label];
      kept[label] = parts.stream().mapToInt(part -> row[part.ordinal()]).toArray();
    }
    return new ClassBalance(
        images.classes(),
        parts.stream().map(part -> Messages.format(locale, part.key())).toList(),
        kept);
  }

  /** The mean of each class, with black counted as 1. */
  PictureSheet means() {
    return new PictureSheet(
        names(),
        scaled(viewModel.surveyProperty().get().pictures().means(), BLACK),
        1,
        false,
        true);
  }

  /** The variance of each class, with black counted as 1. */
  PictureSheet variances() {
    float[][] values =
        scaled(viewModel.surveyProperty().get().pictures().variances(), BLACK * BLACK);
    float most = Float.MIN_NORMAL;
    for (float[] picture : values) {
      for (float value : picture) {
        most = Math.max(most, value);
      }
    }
    return new PictureSheet(names(), values, most, true, true);
  }

  private static float[][] scaled(double[][] pictures, double by) {
    float[][] scaled = new float[pictures.length][DigitImage.PIXELS];
    for (int label = 0; label < scaled.length; label++) {
      for (int i = 0; i < DigitImage.PIXELS; i++) {
        scaled[label][i] = (float) (pictures[label][i] / by);
      }
    }
    return scaled;
  }

  /** The first of the images that are shown. */
  private PictureSheet shown() {
    DataImages images = viewModel.imagesProperty().get();
    int[] numbers = viewModel.shownProperty().get();
    List<String> names = new ArrayList<>();
    float[][] values = new float[Math.min(MOST_ON_SHEET, numbers.length)][DigitImage.PIXELS];
    for (int i = 0; i < values.length; i++) {
      names.add(images.classes().get(images.label(numbers[i])));
      byte[] pixels = images.pixels(numbers[i]);
      int from = images.offset(numbers[i]);
      for (int p = 0; p < DigitImage.PIXELS; p++) {
        values[i][p] = (float) ((pixels[from + p] & 0xFF) / BLACK);
      }
    }
    return new PictureSheet(names, values, 1, false, false);
  }
}
