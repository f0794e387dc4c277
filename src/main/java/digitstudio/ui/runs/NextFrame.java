package digitstudio.ui.runs;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs what it is given with the window's next frame, however much comes from wherever. */
public final class NextFrame implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          runAll();
        }
      };

  @Override
  public void execute(Runnable task) {
    Platform.runLater(
        () -> {
          tasks.add(task);
          timer.start();
        });
  }

  private void runAll() {
    // What a task asks for is left to the frame after.
    int now = tasks.size();
    for (int i = 0; i < now; i++) {
      tasks.remove().run();
    }
  }
}
