package digitstudio.ui.sets;

import digitstudio.digits.sets.ImageSet;
import digitstudio.digits.sets.ImageSets;
import digitstudio.digits.sets.SetOptions;
import digitstudio.text.Problem;
import digitstudio.training.TrainingData;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Choosing a data set: those at hand, and one that is looked at before it is taken. */
public final class SetsViewModel {
  /**
   * A set as it would be taken.
   *
   * @param path where it is
   * @param options how it was read
   * @param set what was read; null where it cannot be
   * @param problem why it cannot be; null where it can
   */
  public record Preview(Path path, SetOptions options, ImageSet set, Problem problem) {}

  private final ChosenData chosen;
  private final Executor worker;
  private final Executor callbacks;
  private final Consumer<Problem> complaints;
  private final ObservableBooleanValue training;
  private final ObservableList<SetSource> recent = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<SetSource> current =
      new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview");
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
  private long asked;

  /**
   * @param worker where sets are read
   * @param callbacks where properties change
   * @param complaints told, there too, what cannot be chosen
   * @param training whether a run goes on, which must not lose its images
   */
  public SetsViewModel(
      ChosenData chosen,
      Executor worker,
      Executor callbacks,
      Consumer<Problem> complaints,
      ObservableBooleanValue training) {
    this.chosen = chosen;
    this.worker = worker;
    this.callbacks = callbacks;
    this.complaints = complaints;
    this.training = training;
    recent.setAll(chosen.remembered());
    chosen.source().ifPresent(current::set);
    chosen.dataProperty().addListener((change, before, now) -> follow());
  }

  private void follow() {
    recent.setAll(chosen.remembered());
    current.set(chosen.source().orElse(null));
  }

  /** The sets that were chosen before, the newest first. */
  public ObservableList<SetSource> recent() {
    return recent;
  }

  /** The chosen set; null for the one that came with the program. */
  public ReadOnlyObjectProperty<SetSource> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<TrainingData> dataProperty() {
    return chosen.dataProperty();
  }

  /** What is looked at before it is taken; null for nothing. */
  public ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Whether a set is being read. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whether a run goes on. */
  public ObservableBooleanValue trainingProperty() {
    return training;
  }

  /** Chooses a set that was chosen before; null for the one that came with the program. */
  public void choose(SetSource source) {
    work(
        () -> {
          if (source == null) {
            chosen.chooseBuiltIn();
          } else {
            chosen.choose(source);
          }
        });
  }

  private void work(Runnable task) {
    reading.set(true);
    worker.execute(
        () -> {
          try {
            task.run();
          } catch (Problem e) {
            callbacks.execute(() -> complaints.accept(e));
          } finally {
            callbacks.execute(
                () -> {
                  reading.set(false);
                  follow();
                });
          }
        });
  }

  /** Opens what was dropped or picked: one path, or a CSV and another with the test images. */
  public void open(List<Path> paths) {
    Path first = paths.get(0);
    SetOptions options = SetOptions.AUTO;
    if (paths.size() == 2 && ImageSets.isCsv(first) && ImageSets.isCsv(paths.get(1))) {
      boolean swapped =
          String.valueOf(first.getFileName()).toLowerCase(Locale.ROOT).contains("test");
      options = options.withTest(swapped ? first : paths.get(1));
      first = swapped ? paths.get(1) : first;
    }
    look(first, options);
  }

  /** Reads a set, to be looked at. */
  public void look(Path path, SetOptions options) {
    long mine = ++asked;
    reading.set(true);
    worker.execute(
        () -> {
          Preview read = read(path, options);
          callbacks.execute(
              () -> {
                if (mine == asked) {
                  reading.set(false);
                  preview.set(read);
                }
              });
        });
  }

  private static Preview read(Path path, SetOptions options) {
    try {
      return new Preview(path, options, ImageSets.read(path, options), null);
    } catch (Problem e) {
      return new Preview(path, options, null, e);
    }
  }

  /** Takes what is looked at. */
  public void take() {
    Preview seen = preview.get();
    if (seen == null || seen.set() == null || training.get()) {
      return;
    }
    preview.set(null);
    work(
        () -> {
          TrainingData data = TrainingData.of(seen.set());
          chosen.choose(Optional.of(SetSource.of(data, seen.path(), seen.options())), data);
        });
  }

  /** Leaves everything as it is. */
  public void dismiss() {
    asked++;
    reading.set(false);
    preview.set(null);
  }
}
