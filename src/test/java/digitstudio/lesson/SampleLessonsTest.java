package digitstudio.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that come with the program. */
class SampleLessonsTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  @TempDir private Path folder;

  private static List<String> names() {
    return SampleLessons.names();
  }

  @Test
  void thereAreSix() {
    assertTrue(names().size() >= 6);
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachSpeaksBothLanguagesThroughout(String name) {
    Lesson lesson = SampleLessons.named(name);
    assertNotEquals(lesson.title().english(), lesson.title().chinese());
    assertNotEquals(lesson.question().english(), lesson.question().chinese());
    assertNotEquals(
        lesson.answer().orElseThrow().english(), lesson.answer().orElseThrow().chinese());
    for (LessonStep step : lesson.steps()) {
      assertNotEquals(step.text().english(), step.text().chinese());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachLeavesSomethingToChangeAndAsksForSomethingThatIsMeasured(String name) {
    Lesson lesson = SampleLessons.named(name);
    assertFalse(lesson.fixed().isEmpty());
    assertTrue(lesson.fixed().size() < digitstudio.experiment.Setting.values().length);
    assertTrue(lesson.steps().stream().anyMatch(step -> step.goal().isPresent()));
    for (LessonStep step : lesson.steps()) {
      for (Locale language : LANGUAGES) {
        step.goal().ifPresent(goal -> assertFalse(goal.words().in(language).isBlank()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsReadAgainAsItIsWritten(String name) {
    Lesson lesson = SampleLessons.named(name);
    Path file = folder.resolve(name + LessonFile.EXTENSION);
    LessonFile.write(lesson, file);
    assertEquals(lesson, LessonFile.read(file));
  }
}
