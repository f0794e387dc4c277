package digitstudio.ui.hand;

import digitstudio.experiment.Drawing;
import digitstudio.experiment.NewDrawing;
import java.util.Collection;
import java.util.List;

/** The kept drawings as the window sees them; called on a worker, never on the JavaFX thread. */
public interface DrawingLibrary {
  /** Every drawing, in the order they were kept. */
  List<Drawing> all();

  /** Keeps drawings, all or none, and returns their ids. */
  List<Long> add(List<NewDrawing> drawings);

  void relabel(long id, int label);

  void delete(Collection<Long> ids);

  void restore(Collection<Long> ids);
}
