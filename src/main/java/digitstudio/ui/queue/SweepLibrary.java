package digitstudio.ui.queue;

import digitstudio.experiment.QueueFile;
import digitstudio.experiment.ResumableRun;
import digitstudio.experiment.RunSummary;
import java.util.List;

/**
 * Where the queue finds what is kept of sweeps, and remembers what is to be done. Every method is
 * called on a worker and may throw a {@link digitstudio.text.Problem}.
 */
public interface SweepLibrary {
  /** Keeps nothing. */
  SweepLibrary NONE =
      new SweepLibrary() {
        @Override
        public List<RunSummary> runs(String group) {
          return List.of();
        }

        @Override
        public List<RunSummary> look(List<RunSummary> chosen) {
          return chosen;
        }

        @Override
        public List<QueueFile.Due> due() {
          return List.of();
        }

        @Override
        public void remember(List<QueueFile.Due> due) {}
      };

  /** The kept runs of a sweep. */
  List<RunSummary> runs(String group);

  /** Looks at what chosen runs make of the test images: the runs with their test accuracy. */
  List<RunSummary> look(List<RunSummary> chosen);

  /** The runs that ended before their time and can go on, the newest first. */
  default List<ResumableRun> resumable() {
    return List.of();
  }

  /** What was to be done when the program last ended. */
  List<QueueFile.Due> due();

  /** Remembers what is to be done. */
  void remember(List<QueueFile.Due> due);
}
