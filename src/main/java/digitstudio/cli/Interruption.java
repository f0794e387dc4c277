package digitstudio.cli;

import digitstudio.training.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Ctrl-C while a run goes on: stops the run, lets its files be written and then ends the program.
 */
final class Interruption implements AutoCloseable {
  private final Runnable stop;
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;
  private volatile int exitCode = ExitCode.FAILURE;

  private Interruption(Runnable stop) {
    this.stop = stop;
    hook = Executors.defaultThreadFactory().newThread(this::stopAndWait);
  }

  /** Listens until it is closed. */
  static Interruption of(StopSignal signal) {
    return of(signal::stop);
  }

  /** Listens until it is closed. */
  static Interruption of(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void stopAndWait() {
    stop.run();
    try {
      written.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The virtual machine is ending already, and would end with a code of its own.
    Runtime.getRuntime().halt(exitCode);
  }

  /** Sets what the program ends with, should it have been interrupted, and returns it. */
  int ended(int code) {
    exitCode = code == ExitCode.DONE ? ExitCode.INTERRUPTED : code;
    return code;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook waits for this.
    }
    written.countDown();
  }
}
