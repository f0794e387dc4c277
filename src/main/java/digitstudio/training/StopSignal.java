package digitstudio.training;

/** A wish of the person at the controls, which the trainer looks at between two pieces of work. */
public final class StopSignal {
  private volatile boolean paused;
  private volatile boolean stopped;

  /** Asks for a pause. */
  public synchronized void pause() {
    paused = true;
  }

  /** Ends a pause. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Asks for the end; a pause ends with it. There is no way back. */
  public synchronized void stop() {
    stopped = true;
    paused = false;
    notifyAll();
  }

  public boolean isPaused() {
    return paused;
  }

  public boolean isStopped() {
    return stopped;
  }

  /** Returns when there is no pause, at once if there is none. An interrupt counts as a stop. */
  public synchronized void awaitResume() {
    while (paused) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stop();
      }
    }
  }
}
