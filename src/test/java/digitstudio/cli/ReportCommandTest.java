package digitstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.ModelFile;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final TrainingData DATA = SmallMnist.of(300, 100);
  private static final Workbench WORKBENCH =
      new Workbench() {
        @Override
        public TrainingData data(Path folder) {
          return DATA;
        }
      };

  private final StringWriter errors = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    return new CommandLineProgram(
            new PrintWriter(new StringWriter()),
            new PrintWriter(errors),
            Locale.ENGLISH,
            Path.of("data"),
            folder.resolve("runs.db"),
            WORKBENCH)
        .run(arguments);
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aModelFileIsReportedWithWhatItAnswersNow() throws IOException {
    TrainingConfig config = TrainingConfig.builder().hidden(8).epochs(1).build();
    RunResult trained = new Trainer(config, DATA).run(new TrainingListener() {}, new StopSignal());
    Path model = folder.resolve("small.npz");
    ModelFile.write(trained.model(), model);
    assertEquals(0, run("report", model.toString(), "--language", "zh", "--out", out("r.html")));
    String text = Jsoup.parse(folder.resolve("r.html")).text();
    assertTrue(text.contains("small.npz") && text.contains("784–8–10"), text);
    assertTrue(
        text.contains(String.format(Locale.ROOT, "%.2f%%", 100 * trained.test().accuracy())), text);
  }

  @Test
  void whatCannotBeReportedIsSaidInOneSentence() {
    assertEquals(ExitCode.BAD_INPUT, run("report", "abc", "--out", out("r.html")));
    assertTrue(errors.toString().contains("abc: neither the number of a run nor a model file"));
    assertFalse(Files.exists(folder.resolve("r.html")));
  }

  @Test
  void unknownFormatsAndLanguagesAreRefusedBeforeTheWork() {
    assertEquals(
        ExitCode.BAD_INPUT, run("report", "1", "--format", "docx", "--out", out("r.html")));
    assertTrue(errors.toString().contains("html, pdf, md, latex"));
    assertEquals(
        ExitCode.BAD_INPUT, run("report", "1", "--language", "fr", "--out", out("r.html")));
    assertTrue(errors.toString().contains("The language fr is unknown"));
    assertEquals(ExitCode.BAD_INPUT, run("report", "1"));
  }
}
