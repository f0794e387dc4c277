package digitstudio.training;

import digitstudio.nn.Spelling;

/** When the training images are put in a new order. */
public enum Shuffle {
  /** Before every epoch. */
  EPOCH,
  /** Before the first epoch alone, as the report does. */
  ONCE,
  /** Not at all: the order of the file. */
  NEVER;

  public String spelling() {
    return Spelling.of(this);
  }

  public static Shuffle parse(String text) {
    return Spelling.parse(Shuffle.class, "shuffle", text);
  }
}
