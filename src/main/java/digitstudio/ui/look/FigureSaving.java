package digitstudio.ui.look;

import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.text.Problem;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks where a figure is to be written, and writes it beside the window's work. */
public final class FigureSaving implements Consumer<Figure> {
  private static final Logger LOG = LoggerFactory.getLogger(FigureSaving.class);
  private static final int DPI = 300;

  private final Dialogs dialogs;
  private final Executor files;
  private final Consumer<Notice> told;

  /**
   * @param files writes files
   * @param told what came of it, on any thread
   */
  public FigureSaving(Dialogs dialogs, Executor files, Consumer<Notice> told) {
    this.dialogs = dialogs;
    this.files = files;
    this.told = told;
  }

  @Override
  public void accept(Figure figure) {
    dialogs
        .chooseFileToSave("figures.title", figure.name(), FigureFormat.extensions())
        .ifPresent(file -> files.execute(() -> write(figure, file)));
  }

  private void write(Figure figure, Path file) {
    try {
      FigureFormat format = FigureFormat.of(file).orElse(FigureFormat.PNG);
      FigureFile.write(figure, format, figure.size(), DPI, file);
      told.accept(Notice.information("window.saved", file.toString()));
    } catch (Problem e) {
      told.accept(Notice.of(e));
    } catch (IOException | RuntimeException e) {
      LOG.error("figure {}", file, e);
      told.accept(Notice.error("window.saveFailed", file.toString(), e.toString()));
    }
  }
}
