package digitstudio.ui.augment;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import digitstudio.training.augment.Distorter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One digit and what distortions of some strength make of it. */
public final class AugmentPreviewViewModel {
  /** Pictures: the digit itself, and so many others less one. */
  public static final int PICTURES = 10;

  /** Takes one to digits of all kinds, as it divides no usual number of images. */
  private static final int STRIDE = 7919;

  /** Any will do, and always the same one, so that only what is changed changes. */
  private static final long SEED = 1;

  private final Supplier<DigitSet> images;
  private final Executor worker;
  private final Executor window;
  private final ObjectProperty<Augmentation> augmentation =
      new SimpleObjectProperty<>(this, "augmentation", Augmentation.NONE);
  private final ReadOnlyObjectWrapper<List<DigitImage>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");

  /** The number of the newest wish; older ones that still wait are out of date. */
  private final AtomicInteger wished = new AtomicInteger();

  private final ObjectProperty<DigitImage> image = new SimpleObjectProperty<>(this, "image");

  private int step;
  private boolean showing;

  /**
   * @param images what digits are taken from; called on the worker
   * @param worker distorts them
   * @param window takes over what is to be shown
   */
  public AugmentPreviewViewModel(Supplier<DigitSet> images, Executor worker, Executor window) {
    this.images = images;
    this.worker = worker;
    this.window = window;
    augmentation.addListener((change, before, now) -> refresh());
    image.addListener((change, before, now) -> refresh());
  }

  /** Begins to show pictures; before that no image is read. */
  public void show() {
    if (!showing) {
      showing = true;
      refresh();
    }
  }

  /** Takes another digit; other distortions where the digit is given. */
  public void another() {
    step++;
    refresh();
  }

  private void refresh() {
    Augmentation strengths = augmentation.get();
    if (!showing || strengths == null) {
      return;
    }
    int wish = wished.incrementAndGet();
    int place = step;
    DigitImage own = image.get();
    worker.execute(
        () -> {
          if (wish == wished.get()) {
            make(strengths, own, place, wish);
          }
        });
  }

  private void make(Augmentation strengths, DigitImage own, int place, int wish) {
    try {
      DigitImage digit = own == null ? digit(place) : own;
      List<DigitImage> made = new ArrayList<>();
      made.add(digit);
      Distorter distorter = new Distorter(strengths, own == null ? SEED : SEED + place, 1);
      for (int i = 1; i < PICTURES; i++) {
        made.add(distorter.of(digit, i));
      }
      tell(wish, made, null);
    } catch (Problem e) {
      tell(wish, List.of(), e);
    }
  }

  private DigitImage digit(int place) {
    DigitSet all = images.get();
    return all.image((int) ((long) place * STRIDE % all.size()));
  }

  private void tell(int wish, List<DigitImage> made, Problem trouble) {
    window.execute(
        () -> {
          if (wish == wished.get()) {
            pictures.set(List.copyOf(made));
            problem.set(trouble);
          }
        });
  }

  /** How strongly the digit is distorted; null leaves what is shown. */
  public ObjectProperty<Augmentation> augmentationProperty() {
    return augmentation;
  }

  /** The digit that is distorted; null for one of the training images. */
  public ObjectProperty<DigitImage> imageProperty() {
    return image;
  }

  /** The digit, then distorted ones; empty before the images are read. */
  public ReadOnlyObjectProperty<List<DigitImage>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** Why there are no pictures; null if there are, or will be. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
