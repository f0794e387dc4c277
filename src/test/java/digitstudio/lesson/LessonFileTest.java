package digitstudio.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.experiment.Setting;
import digitstudio.nn.Activation;
import digitstudio.nn.Optimizer;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lesson files: what is read of a good one, and what is said of a bad one. */
class LessonFileTest {
  private static final String REST =
      "\"title\": \"T\", \"question\": \"Q\", \"steps\": [{\"text\": \"S\"}]";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my lesson.dslesson"), text);
  }

  private Lesson read(String text) throws IOException {
    return LessonFile.read(file(text));
  }

  private String refused(String text) throws IOException {
    Path file = file(text);
    Problem problem = assertThrows(Problem.class, () -> LessonFile.read(file));
    String sentence = problem.sentence(Locale.ENGLISH);
    assertTrue(sentence.startsWith(file.toString()), sentence);
    assertFalse(sentence.contains("\n"), sentence);
    assertTrue(problem.sentence(Locale.CHINA).contains("dslesson"));
    return sentence;
  }

  @Test
  void theShortestLessonFixesNothingAndFillsTheFormWithTheDefault() throws IOException {
    Lesson lesson = read("{\"lesson\": 1, " + REST + "}");
    assertEquals(Presets.FIRST.config(), lesson.config());
    assertTrue(lesson.fixed().isEmpty());
    assertEquals("S", lesson.steps().get(0).text().in(Locale.CHINA));
    assertEquals(Optional.empty(), lesson.answer());
  }

  @Test
  void aLanguageThatIsMissingIsSpokenInTheOther() throws IOException {
    Lesson lesson =
        read(
            "{\"lesson\": 1, \"title\": {\"zh\": \"步长\"}, \"question\": {\"en\": \"Q\", \"zh\":"
                + " \"问\"}, \"steps\": [{\"text\": \"S\"}]}");
    assertEquals("步长", lesson.title().in(Locale.ENGLISH));
    assertEquals("Q", lesson.question().in(Locale.GERMANY));
    assertEquals("问", lesson.question().in(Locale.TRADITIONAL_CHINESE));
  }

  @Test
  void settingsAreSpelledAsInSweepFiles() throws IOException {
    Lesson lesson =
        read(
            "{\"lesson\": 1, \"preset\": \"depth-256-100\", \"settings\": {\"hidden\": [64, 32],"
                + " \"learningRate\": 0.5, \"optimizer\": \"momentum\", \"momentum\": 0.8}, "
                + REST
                + "}");
    assertEquals(List.of(64, 32), lesson.config().hidden());
    assertEquals(new Optimizer.Momentum(0.8), lesson.config().optimizer());
    assertEquals(0.5, lesson.config().learningRate().initial());
    assertEquals(Presets.named("depth-256-100").config().reduction(), lesson.config().reduction());
  }

  @Test
  void allButTheFreeSettingsAreFixedAndWithAnOptimizerItsNumbersAreFree() throws IOException {
    Lesson lesson = read("{\"lesson\": 1, \"free\": [\"optimizer\", \"epochs\"], " + REST + "}");
    assertFalse(lesson.fixed().contains(Setting.OPTIMIZER));
    assertFalse(lesson.fixed().contains(Setting.MOMENTUM));
    assertFalse(lesson.fixed().contains(Setting.EPOCHS));
    assertTrue(lesson.fixed().contains(Setting.HIDDEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"lesson\": 2, REST} | this program knows 1 alone",
        "{REST} | begin with \"lesson\": 1",
        "{\"lesson\": \"1\", REST} | lesson is \"1\"",
        "{\"lesson\": 1, \"colour\": 3, REST} | \"colour\" is not a setting",
        "{\"lesson\": 1, \"settings\": {\"colour\": 3}, REST} | colour",
        "{\"lesson\": 1, \"settings\": {\"learningRate\": -1}, REST} | learning-rate",
        "{\"lesson\": 1, \"settings\": {\"learningRate\": \"NaN\"}, REST} | learning-rate",
        "{\"lesson\": 1, \"settings\": {\"learningRate\": NaN}, REST} | proper JSON",
        "{\"lesson\": 1, \"settings\": {\"epochs\": true}, REST} | settings.epochs",
        "{\"lesson\": 1, \"fixed\": [], \"free\": [], REST} | exclude each other",
        "{\"lesson\": 1, \"fixed\": [3], REST} | fixed is 3",
        "{\"lesson\": 1, \"fixed\": [\"colour\"], REST} | colour",
        "{\"lesson\": 1, \"answer\": \" \", REST} | answer says nothing",
        "{\"lesson\": 1, \"answer\": {\"fr\": \"a\"}, REST} | \"fr\" is not a language",
        "{\"lesson\": 1, \"answer\": 7, REST} | answer is 7",
        "{\"lesson\": 1, \"preset\": \"nothing\", REST} | nothing",
        "{\"lesson\": 1, \"lesson\": 1, REST} | proper JSON",
        "{\"lesson\": 1, REST} x | proper JSON",
        "[] | lesson is []",
        "'' | the file is empty",
        "{\"lesson\": 1, \"title\": \"T\", \"question\": \"Q\", \"steps\": []} | 1 to 20 steps",
        "{\"lesson\": 1, \"title\": \"T\", \"question\": \"Q\"} | steps is missing",
        "{\"lesson\": 1, \"question\": \"Q\", \"steps\": [{\"text\": \"S\"}]} | title is missing",
      })
  void whatIsWrongIsNamedWithTheFile(String text, String part) throws IOException {
    String sentence = refused(text.replace("REST", REST));
    assertTrue(sentence.contains(part), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | steps[1].goal is {}",
        "{\"run\": {}, \"draw\": {\"class\": 7}} | exactly one of",
        "{\"win\": {}} | exactly one of",
        "{\"run\": 3} | goal.run is 3",
        "{\"run\": {\"testAccuracy\": {\"from\": 0.9}}} | \"testAccuracy\" is not",
        "{\"run\": {\"validationAccuracy\": 0.9}} | goal.run.validationAccuracy is 0.9",
        "{\"run\": {\"validationAccuracy\": {\"from\": 2, \"to\": 1}}} | validationAccuracy",
        "{\"run\": {\"validationAccuracy\": {\"from\": 1e999}}} | validationAccuracy",
        "{\"run\": {\"diverged\": true, \"gap\": {\"to\": 1}}} | diverges",
        "{\"run\": {\"settings\": {\"activation\": \"cosine\"}}} | activation",
        "{\"compare\": {\"setting\": \"loss\"}} | greater is missing",
        "{\"compare\": {\"setting\": \"hidden\", \"greater\": [8], \"smaller\": [8]}} | itself",
        "{\"compare\": {\"setting\": \"seed\", \"greater\": 1, \"smaller\": 2, \"by\": -1}} | by is",
        "{\"compare\": {\"setting\": \"seed\", \"greater\": 1, \"smaller\": 2,"
            + " \"quantity\": \"luck\"}} | take one of validationAccuracy",
        "{\"draw\": {\"class\": -1}} | from 0 on",
        "{\"draw\": {\"class\": 3, \"from\": 7}} | from 0 on",
      })
  void aGoalThatCannotBeIsNamedWithItsStep(String goal, String part) throws IOException {
    String sentence =
        refused(
            "{\"lesson\": 1, \"title\": \"T\", \"question\": \"Q\", \"steps\": [{\"text\": \"S\","
                + " \"goal\": "
                + goal
                + "}]}");
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
    String sentence = refused(" ".repeat(LessonFile.MOST_BYTES + 1));
    assertTrue(sentence.contains("256 KiB"), sentence);
  }

  @Test
  void textsThatFillNoPanelAreRefused() throws IOException {
    String sentence =
        refused("{\"lesson\": 1, \"answer\": \"" + "a".repeat(4001) + "\", " + REST + "}");
    assertTrue(sentence.contains("4,001"), sentence);
  }

  @Test
  void deepNestingIsNoProperJson() throws IOException {
    String deep = "{\"lesson\":".repeat(3000);
    assertTrue(refused(deep).contains("proper JSON"));
  }

  @Test
  void aFolderAndAMissingFileAreNamed() {
    Problem none =
        assertThrows(Problem.class, () -> LessonFile.read(folder.resolve("none.dslesson")));
    assertTrue(none.getMessage().contains("no such file"));
    Problem isFolder = assertThrows(Problem.class, () -> LessonFile.read(folder));
    assertTrue(isFolder.getMessage().contains("folder"));
  }

  @Test
  void aDraftBecomesALessonThatIsReadAgainAsItWas() {
    TrainingConfig config =
        TrainingConfig.builder()
            .hidden(32, 16)
            .activation(new Activation.LeakyRelu(0.02))
            .learningRate(0.003)
            .build();
    Lesson lesson =
        new LessonDraft(
                "Leaks",
                "What does the slope do?",
                "Train.\n\nLook.",
                OptionalDouble.of(0.95),
                "",
                config,
                EnumSet.of(Setting.ACTIVATION))
            .lesson(Words.of("Reach it."));
    Path file = folder.resolve("made.dslesson");
    LessonFile.write(lesson, file);
    Lesson again = LessonFile.read(file);
    assertEquals(lesson, again);
    assertEquals(3, again.steps().size());
    assertFalse(again.fixed().contains(Setting.ACTIVATION));
    assertTrue(again.fixed().contains(Setting.LEARNING_RATE));
  }

  @ParameterizedTest
  @CsvSource({"'', Q, S, title", "T, ' ', S, question", "T, Q, ' ', 1 to 20 steps"})
  void aDraftThatSaysTooLittleIsSentBack(String title, String question, String steps, String part) {
    LessonDraft draft =
        new LessonDraft(
            title,
            question,
            steps,
            OptionalDouble.empty(),
            "",
            Presets.FIRST.config(),
            EnumSet.noneOf(Setting.class));
    Problem problem = assertThrows(Problem.class, () -> draft.lesson(Words.of("G")));
    assertTrue(problem.getMessage().contains(part), problem.getMessage());
  }

  @Test
  void aGoalNeedsValidationImages() {
    LessonDraft draft =
        new LessonDraft(
            "T",
            "Q",
            "",
            OptionalDouble.of(0.9),
            "",
            TrainingConfig.builder().validation(0).build(),
            EnumSet.noneOf(Setting.class));
    Problem problem = assertThrows(Problem.class, () -> draft.lesson(Words.of("G")));
    assertTrue(problem.getMessage().contains("validation images"), problem.getMessage());
  }
}
