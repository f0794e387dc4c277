package digitstudio.experiment;

import digitstudio.text.Sentence;

/** Times as a person reads them: 12 s, 3 min 20 s, 1 h 5 min. */
public final class TimeWords {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private TimeWords() {}

  public static Sentence of(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < MINUTE) {
      return Sentence.of("window.seconds", Long.toString(whole));
    }
    if (whole < HOUR) {
      return Sentence.of(
          "window.minutes", Long.toString(whole / MINUTE), Long.toString(whole % MINUTE));
    }
    return Sentence.of(
        "window.hours", Long.toString(whole / HOUR), Long.toString(whole % HOUR / MINUTE));
  }
}
