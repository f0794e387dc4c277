package digitstudio.experiment;

import digitstudio.training.OwnDrawings;
import digitstudio.training.TrainingData;
import java.time.Instant;
import java.util.List;

/**
 * The images that a run is to learn from: those that were chosen when it was put into the queue,
 * whatever is chosen when it begins.
 *
 * @param name that a person knows the data set by
 * @param sha256 of its images
 * @param queued when; of the person's own drawings the run learns from those that were kept by then
 */
public record DueData(String name, String sha256, Instant queued) {
  /** Of the problem that there are no such images any more. */
  public static final String GONE = "queue.dataGone";

  /** The images of the moment. */
  public static DueData of(TrainingData chosen) {
    return new DueData(chosen.name(), chosen.sha256(), Instant.now());
  }

  /** The drawings among these that were kept when the run was queued. */
  public OwnDrawings drawings(List<Drawing> all) {
    return LearntDrawings.of(
        all.stream().filter(drawing -> !drawing.made().isAfter(queued)).toList());
  }
}
