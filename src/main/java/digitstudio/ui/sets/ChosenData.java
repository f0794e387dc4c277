package digitstudio.ui.sets;

import digitstudio.digits.sets.ImageSets;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The images that the studio trains on: those that came with the program, or the data set that was
 * chosen last.
 */
public final class ChosenData {
  private final Supplier<TrainingData> builtIn;
  private final SetsMemory memory;
  private final Executor callbacks;
  private final Consumer<Problem> complaints;
  private final ReadOnlyObjectWrapper<TrainingData> data =
      new ReadOnlyObjectWrapper<>(this, "data");
  private Optional<SetSource> source;
  private TrainingData current;

  /** The last set that a run asked for and that is not the chosen one. */
  private TrainingData other;

  /**
   * @param builtIn reads the images that came with the program
   * @param callbacks where the property changes
   * @param complaints told that a remembered set cannot be read any more
   */
  public ChosenData(
      Supplier<TrainingData> builtIn,
      SetsMemory memory,
      Executor callbacks,
      Consumer<Problem> complaints) {
    this.builtIn = builtIn;
    this.memory = memory;
    this.callbacks = callbacks;
    this.complaints = complaints;
    source = memory.chosen();
  }

  /**
   * The images of the moment; on a worker, as the first call reads them.
   *
   * @throws Problem if they cannot be read
   */
  public synchronized TrainingData images() {
    if (current == null) {
      show(read());
    }
    return current;
  }

  /** A set that is gone gives way to the one that came with the program, and that is told. */
  private TrainingData read() {
    if (source.isPresent()) {
      try {
        return read(source.get());
      } catch (Problem e) {
        complaints.accept(new Problem(e, "sets.gone", source.get().name(), e));
        source = Optional.empty();
      }
    }
    return builtIn.get();
  }

  private static TrainingData read(SetSource source) {
    return TrainingData.of(ImageSets.read(source.path(), source.options()));
  }

  private void show(TrainingData read) {
    current = read;
    callbacks.execute(() -> data.set(read));
  }

  /**
   * The images that a run was trained on, be they chosen or remembered; on a worker.
   *
   * @param name of the run's data set
   * @throws Problem that says what to do, if they are neither
   */
  public synchronized TrainingData images(String sha256, String name) {
    if (images().sha256().equals(sha256)) {
      return current;
    }
    if (other != null && other.sha256().equals(sha256)) {
      return other;
    }
    Optional<SetSource> known =
        memory.sources().stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    TrainingData read = known.map(ChosenData::read).orElse(current);
    if (!read.sha256().equals(sha256) && source.isPresent()) {
      read = builtIn.get();
    }
    if (!read.sha256().equals(sha256)) {
      throw new Problem("sets.unknownData", name);
    }
    other = read;
    return read;
  }

  /** Chooses images that are read already; on a worker. */
  public synchronized void choose(Optional<SetSource> from, TrainingData read) {
    source = from;
    memory.remember(from);
    other = null;
    show(read);
  }

  /** Chooses the images that came with the program; on a worker. */
  public void chooseBuiltIn() {
    choose(Optional.empty(), builtIn.get());
  }

  /**
   * Reads the images that came with the program again, if they are the chosen ones; on a worker.
   */
  public synchronized void readAgain() {
    if (source.isEmpty()) {
      chooseBuiltIn();
    }
  }

  /** Chooses a set that was chosen before; on a worker. */
  public void choose(SetSource remembered) {
    TrainingData read = read(remembered);
    choose(Optional.of(SetSource.of(read, remembered.path(), remembered.options())), read);
  }

  /** Where the chosen images are; empty for those that came with the program. */
  public synchronized Optional<SetSource> source() {
    return source;
  }

  /** The sets that were chosen before, the newest first. */
  public List<SetSource> remembered() {
    return memory.sources();
  }

  /** The images of the moment; null until they are read. Changes when others are chosen. */
  public ReadOnlyObjectProperty<TrainingData> dataProperty() {
    return data.getReadOnlyProperty();
  }
}
