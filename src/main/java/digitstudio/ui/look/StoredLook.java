package digitstudio.ui.look;

import digitstudio.experiment.EpochConfusion;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import digitstudio.training.TrainingData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The store of runs and the images as the Look inside view sees them. */
public final class StoredLook implements LookLibrary {
  private final Supplier<RunStore> store;
  private final Supplier<TrainingData> images;
  private final BiFunction<String, String, TrainingData> ofRun;
  private final List<LongConsumer> observers = new CopyOnWriteArrayList<>();
  private boolean observed;

  /**
   * @param store the open store, the same at every call; throws a {@link digitstudio.text.Problem}
   *     while it cannot be opened
   * @param images the images, the same at every call; likewise
   */
  public StoredLook(Supplier<RunStore> store, Supplier<TrainingData> images) {
    this(store, images, (sha256, name) -> images.get());
  }

  /**
   * @param images the images that are chosen
   * @param ofRun the images of a SHA-256 and a name; throws likewise
   */
  public StoredLook(
      Supplier<RunStore> store,
      Supplier<TrainingData> images,
      BiFunction<String, String, TrainingData> ofRun) {
    this.ofRun = ofRun;
    this.store = store;
    this.images = images;
  }

  private synchronized RunStore store() {
    RunStore opened = store.get();
    if (!observed) {
      observed = true;
      opened.addObserver(id -> observers.forEach(observer -> observer.accept(id)));
    }
    return opened;
  }

  @Override
  public List<RunSummary> runs() {
    return store().runs();
  }

  @Override
  public Optional<RunDetails> details(long id) {
    return store().details(id);
  }

  @Override
  public Optional<Model> last(long id) {
    return store().model(id, RunStore.Weights.FINAL);
  }

  @Override
  public KeptWeights weights(long id) {
    return store().epochWeights(id);
  }

  @Override
  public List<EpochConfusion> confusions(long id) {
    return store().confusions(id);
  }

  @Override
  public boolean isSealed(long id) {
    return store().isSealed(id);
  }

  @Override
  public TrainingData images() {
    return images.get();
  }

  @Override
  public TrainingData images(String sha256, String name) {
    return ofRun.apply(sha256, name);
  }

  @Override
  public int keptEpochs() {
    return store().keptEpochs();
  }

  @Override
  public void keepEpochs(int epochs) {
    store().keepEpochs(epochs);
  }

  @Override
  public void addObserver(LongConsumer observer) {
    observers.add(observer);
  }
}
