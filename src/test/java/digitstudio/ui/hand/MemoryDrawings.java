package digitstudio.ui.hand;

import digitstudio.experiment.Drawing;
import digitstudio.experiment.NewDrawing;
import digitstudio.text.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drawings that are kept for as long as a test lasts. */
final class MemoryDrawings implements DrawingLibrary {
  private final List<Drawing> drawings = new ArrayList<>();
  private final Set<Long> deleted = new HashSet<>();
  private Problem failure;

  /** From now on nothing can be written. */
  void failWith(Problem problem) {
    failure = problem;
  }

  private void check() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public List<Drawing> all() {
    return drawings.stream().filter(drawing -> !deleted.contains(drawing.id())).toList();
  }

  @Override
  public List<Long> add(List<NewDrawing> added) {
    check();
    List<Long> ids = new ArrayList<>();
    for (NewDrawing drawing : added) {
      long id = drawings.size() + 1L;
      ids.add(id);
      drawings.add(
          new Drawing(id, drawing.label(), drawing.image(), drawing.strokes(), Instant.EPOCH));
    }
    return ids;
  }

  @Override
  public void relabel(long id, int label) {
    check();
    drawings.replaceAll(
        drawing ->
            drawing.id() == id
                ? new Drawing(id, label, drawing.image(), drawing.strokes(), drawing.made())
                : drawing);
  }

  @Override
  public void delete(Collection<Long> ids) {
    check();
    deleted.addAll(ids);
  }

  @Override
  public void restore(Collection<Long> ids) {
    check();
    deleted.removeAll(ids);
  }
}
