package digitstudio.ui.chart;

import digitstudio.report.figure.ChartFigures;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.report.figure.FigureSize;
import digitstudio.report.figure.PngPicture;
import digitstudio.text.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes charts out of the window, and remembers how it was done last. */
public final class FigureExport {
  private static final Logger LOG = LoggerFactory.getLogger(FigureExport.class);
  private static final int DPI = 300;

  private final FigureSource charts;
  private final Preferences preferences;
  private final Executor files;
  private final Executor window;
  private Locale offered;

  /**
   * How a chart is to leave the window.
   *
   * @param chart key of the name of one of the charts
   * @param dpi where the format has pixels
   * @param locale of the figure, whatever the window's
   */
  public record Choice(String chart, FigureFormat format, FigureSize size, int dpi, Locale locale) {
    /** The same in another format. */
    Choice as(FigureFormat other) {
      return new Choice(chart, other, size, dpi, locale);
    }
  }

  /**
   * @param charts what can be taken out
   * @param preferences where the last choice is kept
   * @param files writes files
   * @param window where answers are heard
   */
  public FigureExport(
      FigureSource charts, Preferences preferences, Executor files, Executor window) {
    this.charts = charts;
    this.preferences = preferences;
    this.files = files;
    this.window = window;
  }

  /** The choice made last. */
  public Choice last(Locale windowLocale) {
    String language = preferences.get("figureLanguage", windowLocale.getLanguage());
    offered =
        language.equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return new Choice(
        charts.seen().orElseGet(this::lastChart),
        FigureFormat.valueOf(known(FigureFormat.class, "figureFormat", FigureFormat.PNG)),
        new FigureSize(
            length("figureWidth", ChartFigures.SIZE.width()),
            length("figureHeight", ChartFigures.SIZE.height())),
        preferences.getInt("figureDpi", DPI),
        offered);
  }

  private String lastChart() {
    List<String> all = charts.charts();
    String kept = preferences.get("figureChart", all.get(0));
    return all.contains(kept) ? kept : all.get(0);
  }

  /** What can be taken out, by the keys of their names. */
  List<String> charts() {
    return charts.charts();
  }

  /** What was kept, unless it is no longer known. */
  private <E extends Enum<E>> String known(Class<E> type, String key, E otherwise) {
    String kept = preferences.get(key, otherwise.name());
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(kept)) {
        return kept;
      }
    }
    return otherwise.name();
  }

  private double length(String key, double otherwise) {
    double kept = preferences.getDouble(key, otherwise);
    return kept >= FigureSize.LEAST && kept <= FigureSize.MOST ? kept : otherwise;
  }

  /** The folder used last; empty before any. */
  public Optional<Path> folder() {
    return Optional.ofNullable(preferences.get("figureFolder", null)).map(Path::of);
  }

  private void remember(Choice choice) {
    preferences.put("figureChart", choice.chart());
    preferences.put("figureFormat", choice.format().name());
    preferences.putDouble("figureWidth", choice.size().width());
    preferences.putDouble("figureHeight", choice.size().height());
    preferences.putInt("figureDpi", choice.dpi());
    // What was left as it was offered goes on following the window's language.
    if (!choice.locale().equals(offered)) {
      preferences.put("figureLanguage", choice.locale().getLanguage());
    }
  }

  /**
   * Before a file is asked for: whether such a figure can be made.
   *
   * @throws Problem if it would be too large
   */
  void requirePossible(Choice choice) {
    if (choice.format().hasResolution()) {
      FigureFile.requirePixels(choice.size(), choice.dpi());
    }
  }

  /** A chart as a figure for paper. */
  Figure figure(Choice choice) {
    return charts.figure(choice.chart(), choice.locale());
  }

  /**
   * Writes a chart to a file beside the window's work.
   *
   * @param done told in the window: nothing if it went well
   */
  public void save(Choice choice, Path file, Consumer<Optional<Problem>> done) {
    remember(choice);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      preferences.put("figureFolder", folder.toString());
    }
    Figure figure;
    try {
      figure = figure(choice);
    } catch (Problem problem) {
      done.accept(Optional.of(problem));
      return;
    }
    CompletableFuture.runAsync(() -> write(figure, choice, file), files)
        .whenCompleteAsync((nothing, failure) -> done.accept(problem(failure, file)), window);
  }

  private static void write(Figure figure, Choice choice, Path file) {
    try {
      FigureFile.write(figure, choice.format(), choice.size(), choice.dpi(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Problem> problem(Throwable failure, Path file) {
    if (failure == null) {
      return Optional.empty();
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof OutOfMemoryError) {
      return Optional.of(new Problem(cause, "leftovers.pictureTooLarge"));
    }
    if (cause instanceof Problem problem) {
      return Optional.of(problem);
    }
    LOG.error("figure {}", file, cause);
    return Optional.of(new Problem(cause, "cli.notWritten", file.toString()));
  }

  /**
   * The chart as a picture, for the clipboard.
   *
   * @throws Problem if it would be too large, or memory does not suffice
   */
  public BufferedImage picture(Choice choice) {
    FigureFile.requirePixels(choice.size(), choice.dpi());
    remember(choice);
    try {
      return PngPicture.image(figure(choice), choice.size(), choice.dpi());
    } catch (OutOfMemoryError e) {
      throw new Problem(e, "leftovers.pictureTooLarge");
    }
  }
}
