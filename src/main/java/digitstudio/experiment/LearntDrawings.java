package digitstudio.experiment;

import digitstudio.training.OwnDrawings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The drawings of a person's own hand that runs may learn from: those that are not held out. */
public final class LearntDrawings {
  /** Name of the file of the drawings, beside the store of runs. */
  public static final String FILE = "handwriting.db";

  private LearntDrawings() {}

  /** Those among these drawings. */
  public static OwnDrawings of(List<Drawing> drawings) {
    return OwnDrawings.of(
        DrawingStore.set(drawings.stream().filter(drawing -> !drawing.isHeldOut()).toList()));
  }

  /**
   * Those of a file; none if there is no such file.
   *
   * @throws digitstudio.text.Problem if it cannot be read
   */
  public static OwnDrawings read(Path file) {
    if (!Files.exists(file)) {
      return OwnDrawings.NONE;
    }
    try (DrawingStore store = DrawingStore.open(file)) {
      return of(store.all());
    }
  }
}
