package digitstudio.ui.runs;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.report.document.ComparisonReport;
import digitstudio.report.document.LabReport;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReportFormat;
import digitstudio.report.document.RunReport;
import digitstudio.text.Problem;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What leaves the Runs view as a file: run files, and reports of one run or of several. */
public final class RunDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(RunDocuments.class);

  /** What no file system minds in a name. */
  private static final String UNFIT = "[^\\p{L}\\p{N}.]+";

  private static final int LONGEST_NAME = 60;

  private final Dialogs dialogs;
  private final Supplier<RunStore> store;
  private final Executor background;
  private final Consumer<Notice> told;

  /**
   * @param store waits until it is open; called in the background
   * @param background where files are written
   * @param told what came of it, on any thread
   */
  public RunDocuments(
      Dialogs dialogs, Supplier<RunStore> store, Executor background, Consumer<Notice> told) {
    this.dialogs = dialogs;
    this.store = store;
    this.background = background;
    this.told = told;
  }

  /** What is offered for the chosen runs. */
  public List<RunCommand> commands() {
    return List.of(
        new RunCommand("runs-export", "runs.export", Feather.DOWNLOAD, false, this::export),
        new RunCommand(
            "runs-report-en",
            "runs.reportEnglish",
            Feather.FILE,
            true,
            runs -> report(runs, Locale.ENGLISH)),
        new RunCommand(
            "runs-report-zh",
            "runs.reportChinese",
            Feather.FILE,
            true,
            runs -> report(runs, Locale.SIMPLIFIED_CHINESE)));
  }

  private void export(List<RunSummary> runs) {
    long id = runs.get(0).id();
    ask("runs.export", runs, List.of(RunFile.EXTENSION.substring(1)))
        .ifPresent(file -> write(file, () -> RunFile.write(kept(id), file)));
  }

  private KeptRun kept(long id) {
    return store.get().kept(id).orElseThrow(() -> gone(id));
  }

  private void report(List<RunSummary> runs, Locale language) {
    List<String> endings =
        Arrays.stream(ReportFormat.values()).map(ReportFormat::extension).toList();
    String key = language.equals(Locale.ENGLISH) ? "runs.reportEnglish" : "runs.reportChinese";
    ask(key, runs, endings)
        .ifPresent(
            file ->
                write(
                    file,
                    () ->
                        ReportFile.write(
                            reportOn(runs.stream().map(RunSummary::id).toList(), language),
                            ReportFormat.ofFile(file.toString()),
                            file)));
  }

  private LabReport reportOn(List<Long> ids, Locale language) {
    RunStore open = store.get();
    List<RunDetails> runs =
        ids.stream().map(id -> open.details(id).orElseThrow(() -> gone(id))).toList();
    return runs.size() == 1
        ? new RunReport(language)
            .of(runs.get(0), open.model(ids.get(0), RunStore.Weights.FINAL), "")
        : new ComparisonReport(language).of(runs, "");
  }

  private static Problem gone(long id) {
    return new Problem("report.runNone", Long.toString(id));
  }

  private Optional<Path> ask(String titleKey, List<RunSummary> runs, List<String> endings) {
    String name = runs.get(0).name().replaceAll(UNFIT, "-");
    String shorter = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    return dialogs.chooseFileToSave(titleKey, shorter, endings);
  }

  /** Something that writes a file. */
  private interface Writing {
    void run() throws IOException;
  }

  private void write(Path file, Writing writing) {
    background.execute(
        () -> {
          try {
            writing.run();
            told.accept(Notice.information("window.saved", file.toString()));
          } catch (Problem e) {
            told.accept(Notice.of(e));
          } catch (IOException | RuntimeException e) {
            LOG.error("could not write {}", file, e);
            told.accept(Notice.error("window.saveFailed", file.toString(), e.toString()));
          }
        });
  }
}
