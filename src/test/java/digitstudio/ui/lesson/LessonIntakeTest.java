package digitstudio.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonFile;
import digitstudio.lesson.SampleLessons;
import digitstudio.ui.main.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lesson files opened and written behind the window. */
class LessonIntakeTest {
  @TempDir private Path folder;

  private final List<Lesson> opened = new ArrayList<>();
  private final List<Path> used = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final LessonIntake intake =
      new LessonIntake(
          Runnable::run,
          Runnable::run,
          (lesson, name) -> opened.add(lesson),
          (Notice notice) -> told.add(notice.sentence(Locale.ENGLISH)));

  LessonIntakeTest() {
    intake.tellOfFiles(used::add);
  }

  @Test
  void aLessonThatIsSavedOpensAgainAndIsAmongTheRecentFiles() {
    Lesson lesson = SampleLessons.named("depth");
    Path file = folder.resolve("tiefe 课.dslesson");
    intake.save(lesson, file);
    intake.open(List.of(file));
    assertEquals(List.of(lesson), opened);
    assertEquals(List.of(file, file), used);
    assertEquals(List.of("Lesson saved as " + file), told);
  }

  @Test
  void aBadFileIsToldInOneSentenceAndNothingIsOpened() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.dslesson"), "{\"lesson\": 1}");
    intake.open(List.of(file));
    assertEquals(List.of(), opened);
    assertEquals(List.of(), used);
    assertEquals(List.of(file + ": title is missing; put that right in the file"), told);
  }

  @Test
  void oneLessonIsOpenedAtATime() {
    intake.open(List.of(folder.resolve("a.dslesson"), folder.resolve("b.dslesson")));
    assertTrue(told.get(0).contains("open one of them"), told.toString());
  }

  @Test
  void aFolderThatCannotBeWrittenToIsTold() {
    Path file = folder.resolve("none").resolve("a" + LessonFile.EXTENSION);
    intake.save(SampleLessons.named("loss"), file);
    assertTrue(told.get(0).contains("cannot be written"), told.toString());
  }
}
