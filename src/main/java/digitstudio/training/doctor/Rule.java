package digitstudio.training.doctor;

import java.util.Optional;

/** One thing that the doctor looks for. */
interface Rule {
  /** What a run shows of it; empty if nothing does, or if it is too early to say. */
  Optional<Diagnosis> examine(Observation run);
}
