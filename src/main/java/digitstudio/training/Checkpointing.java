package digitstudio.training;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a run begins, and where its checkpoints go; asked and told on the trainer's thread. */
public interface Checkpointing {
  /** Begins anew and keeps nothing. */
  Checkpointing NONE =
      new Checkpointing() {
        @Override
        public Optional<Checkpoint> start() {
          return Optional.empty();
        }

        @Override
        public boolean isDue(boolean epochEnded) {
          return false;
        }

        @Override
        public void keep(Supplier<Checkpoint> moment) {}
      };

  /** What the run goes on from; empty for one that begins. */
  Optional<Checkpoint> start();

  /**
   * Whether a checkpoint is wanted now. Asked after every step, so it must be cheap.
   *
   * @param epochEnded whether an epoch has just ended
   */
  boolean isDue(boolean epochEnded);

  /**
   * Keeps the run as it is now. Never throws: a run goes on without checkpoints.
   *
   * @param moment copies it, and is asked before this returns
   */
  void keep(Supplier<Checkpoint> moment);
}
