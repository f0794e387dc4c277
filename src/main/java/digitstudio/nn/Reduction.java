package digitstudio.nn;

/** Whether a batch's gradients are added up, as the report does, or averaged. */
public enum Reduction {
  MEAN,
  SUM;

  public String spelling() {
    return Spelling.of(this);
  }

  public static Reduction parse(String text) {
    return Spelling.parse(Reduction.class, "reduction", text);
  }
}
