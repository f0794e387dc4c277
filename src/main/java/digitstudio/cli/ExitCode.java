package digitstudio.cli;

/** What a shell is told at the end. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILURE = 1;
  static final int BAD_INPUT = 2;

  /** Not the same to the last bit, but as close as another computer comes. */
  static final int CLOSE = 3;

  static final int DIFFERENT = 4;

  /** As a shell reports a program that Ctrl-C ended: 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
