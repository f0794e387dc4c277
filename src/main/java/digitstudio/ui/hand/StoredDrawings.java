package digitstudio.ui.hand;

import digitstudio.experiment.Drawing;
import digitstudio.experiment.DrawingStore;
import digitstudio.experiment.NewDrawing;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The drawings of a file, opened when they are first wanted, and again at the next call if that
 * failed: what was in the way may be gone.
 */
public final class StoredDrawings implements DrawingLibrary, AutoCloseable {
  private final Path file;
  private DrawingStore store;

  public StoredDrawings(Path file) {
    this.file = file;
  }

  private synchronized DrawingStore store() {
    if (store == null) {
      store = DrawingStore.open(file);
    }
    return store;
  }

  @Override
  public List<Drawing> all() {
    return store().all();
  }

  @Override
  public List<Long> add(List<NewDrawing> drawings) {
    return store().add(drawings);
  }

  @Override
  public void relabel(long id, int label) {
    store().relabel(id, label);
  }

  @Override
  public void delete(Collection<Long> ids) {
    store().delete(ids);
  }

  @Override
  public void restore(Collection<Long> ids) {
    store().restore(ids);
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
