package digitstudio.cli;

/** What a shell is told at the end. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILURE = 1;
  static final int BAD_INPUT = 2;

  /** As a shell reports a program that Ctrl-C ended: 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
