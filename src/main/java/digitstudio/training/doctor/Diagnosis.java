package digitstudio.training.doctor;

import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;

/**
 * What ails a run, and what would help.
 *
 * @param condition what it is
 * @param finding it in words, with the numbers that show it
 * @param remedy the change in words
 * @param change the run's settings with that change
 */
public record Diagnosis(
    Condition condition, Sentence finding, Sentence remedy, TrainingConfig change) {
  /** Finding and remedy as one sentence. */
  public Sentence sentence() {
    return Sentence.of("doctor.sentence", finding, remedy);
  }
}
