package digitstudio.ui.report;

import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionScope;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReportFormat;
import digitstudio.report.document.ReproductionReport;
import digitstudio.text.Problem;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the reproduction as a document, in the background. */
public final class ReproductionDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(ReproductionDocuments.class);
  private static final String NAME = "reproduction";

  private final Dialogs dialogs;
  private final Executor background;
  private final Consumer<Notice> told;

  /**
   * @param background where files are written
   * @param told what came of it, on any thread
   */
  public ReproductionDocuments(Dialogs dialogs, Executor background, Consumer<Notice> told) {
    this.dialogs = dialogs;
    this.background = background;
    this.told = told;
  }

  /** Asks for a file, and writes to it in the format that its name ends as. */
  void write(ReproductionScope scope, List<ReproducedTable> tables, Locale language) {
    List<String> endings =
        Arrays.stream(ReportFormat.values()).map(ReportFormat::extension).toList();
    String key =
        language.equals(Locale.ENGLISH) ? "reproduced.page.export.en" : "reproduced.page.export.zh";
    dialogs
        .chooseFileToSave(key, NAME, endings)
        .ifPresent(
            file -> background.execute(() -> told.accept(write(scope, tables, language, file))));
  }

  private static Notice write(
      ReproductionScope scope, List<ReproducedTable> tables, Locale language, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Notice.error("cli.outputFolderMissing", file.toString(), String.valueOf(folder));
    }
    try {
      ReportFile.write(
          new ReproductionReport(language).of(scope, tables),
          ReportFormat.ofFile(file.toString()),
          file);
      return Notice.information("window.saved", file.toString());
    } catch (Problem e) {
      return Notice.of(e);
    } catch (IOException e) {
      LOG.warn("could not write {}", file, e);
      return Notice.error("cli.notWritten", file.toString());
    } catch (RuntimeException e) {
      LOG.error("could not write {}", file, e);
      return Notice.error("window.saveFailed", file.toString(), e.toString());
    }
  }
}
