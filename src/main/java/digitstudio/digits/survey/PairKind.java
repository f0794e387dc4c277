package digitstudio.digits.survey;

/** Which pairs of images are looked for. */
public enum PairKind {
  /** Any. */
  ALL,
  /** One of the training file and one of the test file: what was learnt is asked again. */
  ACROSS_FILES,
  /** Two of different labels: one of them may be wrong. */
  ACROSS_CLASSES;

  boolean accepts(DataImages images, int first, int second) {
    return switch (this) {
      case ALL -> true;
      case ACROSS_FILES -> images.isTest(first) != images.isTest(second);
      case ACROSS_CLASSES -> images.label(first) != images.label(second);
    };
  }
}
