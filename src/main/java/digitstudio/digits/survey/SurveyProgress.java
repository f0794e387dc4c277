package digitstudio.digits.survey;

/** Hears how far a long search has come, and can end it; called on the searching thread. */
public interface SurveyProgress {
  /** Nobody listens, and nobody stops it. */
  SurveyProgress NONE =
      new SurveyProgress() {
        @Override
        public void reached(double share) {}

        @Override
        public boolean isStopped() {
          return false;
        }
      };

  /**
   * @param share of the work that is done, 0 to 1, never less than before
   */
  void reached(double share);

  /** Whether the search is to end without a result. */
  boolean isStopped();
}
