package digitstudio.experiment;

import digitstudio.training.Evaluation;
import digitstudio.training.RunState;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.training.doctor.Doctor;
import digitstudio.training.doctor.Observation;
import java.util.List;

/** What the doctor says of a kept run, of which the figures are at hand but no image. */
public final class KeptCheckup {
  private KeptCheckup() {}

  /** The findings, the most important first; none of units that are dead or saturated. */
  public static List<Diagnosis> of(RunDetails run) {
    RunSummary summary = run.summary();
    RunState state = summary.state();
    int planned = summary.config().epochs();
    boolean early = state == RunState.FINISHED && run.epochs().size() < planned;
    if (state == RunState.FAILED) {
      return List.of();
    }
    long images = run.train().map(Evaluation::confusion).map(answers -> answers.total()).orElse(0L);
    return Doctor.examine(
        new Observation(
            summary.config(),
            state,
            early,
            Math.toIntExact(images),
            run.epochs(),
            run.train(),
            run.validation(),
            List.of(),
            summary.data().classes()));
  }
}
