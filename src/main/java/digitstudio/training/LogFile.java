package digitstudio.training;

/** Where the details of a failure are. */
final class LogFile {
  private LogFile() {}

  /** The place to name to a person. */
  static String place() {
    return System.getProperty("digitstudio.log", "the log");
  }
}
