package digitstudio.ui.lesson;

import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonFile;
import digitstudio.text.Problem;
import digitstudio.ui.main.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lesson files behind the window, opens the first, and writes lessons. */
public final class LessonIntake {
  private static final Logger LOG = LoggerFactory.getLogger(LessonIntake.class);

  private final Executor background;
  private final Executor window;
  private final BiConsumer<Lesson, String> opener;
  private final Consumer<Notice> told;
  private Consumer<Path> used = file -> {};

  /**
   * @param background where files are read and written
   * @param window where the outcome is heard
   * @param opener opens a lesson of a name
   * @param told what cannot be done
   */
  public LessonIntake(
      Executor background,
      Executor window,
      BiConsumer<Lesson, String> opener,
      Consumer<Notice> told) {
    this.background = background;
    this.window = window;
    this.opener = opener;
    this.told = told;
  }

  /**
   * Tells of every lesson file that was opened or written.
   *
   * @param files told in the window
   */
  public void tellOfFiles(Consumer<Path> files) {
    used = files;
  }

  /** Opens a lesson; of several none, as one is open at a time. */
  public void open(List<Path> files) {
    if (files.size() > 1) {
      told.accept(Notice.error("lessons.oneAtATime", files.size()));
      return;
    }
    for (Path file : files) {
      work(
          file,
          () -> {
            Lesson lesson = LessonFile.read(file);
            window.execute(
                () -> {
                  opener.accept(lesson, file.toAbsolutePath().normalize().toString());
                  used.accept(file);
                });
          });
    }
  }

  /** Writes a lesson. */
  public void save(Lesson lesson, Path file) {
    work(
        file,
        () -> {
          LessonFile.write(lesson, file);
          window.execute(
              () -> {
                used.accept(file);
                told.accept(Notice.information("lessons.saved", file.toString()));
              });
        });
  }

  private void work(Path file, Runnable work) {
    background.execute(
        () -> {
          try {
            work.run();
          } catch (Problem e) {
            LOG.warn("{}", e.getMessage());
            window.execute(() -> told.accept(Notice.of(e)));
          } catch (RuntimeException e) {
            LOG.error("{}", file, e);
            window.execute(
                () -> told.accept(Notice.error("lessons.failed", file.toString(), e.toString())));
          }
        });
  }
}
