package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.ExactDuplicates;
import digitstudio.digits.survey.FoundPairs;
import digitstudio.digits.survey.NearDuplicates;
import digitstudio.digits.survey.NeighbourDistances;
import digitstudio.digits.survey.PairKind;
import digitstudio.text.Problem;
import digitstudio.training.RunImages;
import digitstudio.training.TrainingConfig;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images as a person goes through them: which are shown, which is looked at, and what was found
 * out about them. Whatever takes time is done by workers, the newest wish first.
 */
public final class DataViewModel {
  /** Pairs that are shown at most. */
  static final int MOST_PAIRS = 5000;

  /** Outliers that are shown at most. */
  static final int MOST_OUTLIERS = 1000;

  /** So many neighbours an image must have near to be none. */
  static final int NEIGHBOURS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(DataViewModel.class);

  private final Supplier<DataImages> source;
  private final Executor browsing;
  private final Executor callbacks;

  private final ReadOnlyObjectWrapper<DataImages> images =
      new ReadOnlyObjectWrapper<>(this, "images");
  private final ReadOnlyObjectWrapper<DataSurvey> survey =
      new ReadOnlyObjectWrapper<>(this, "survey");
  private final ReadOnlyObjectWrapper<ImagePart[]> parts =
      new ReadOnlyObjectWrapper<>(this, "parts");
  private final ReadOnlyObjectWrapper<int[]> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", new int[0]);
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");
  private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(this, "chosen");
  private final ObjectProperty<Integer> beside = new SimpleObjectProperty<>(this, "beside");
  private final ObjectProperty<TrainingConfig> config = new SimpleObjectProperty<>(this, "config");

  private final ObservableSet<Integer> classes = FXCollections.observableSet(new HashSet<>());
  private final ObservableSet<ImagePart> shownParts =
      FXCollections.observableSet(EnumSet.allOf(ImagePart.class));
  private final ObjectProperty<ImageOrder> order =
      new SimpleObjectProperty<>(this, "order", ImageOrder.INDEX);
  private final BooleanProperty descending = new SimpleBooleanProperty(this, "descending");

  private final DataSearch<FoundPairs> duplicates;
  private final DataSearch<Outliers> outliers;
  private final DoubleProperty radius = new SimpleDoubleProperty(this, "radius", 1.5);
  private final ObjectProperty<PairKind> kind =
      new SimpleObjectProperty<>(this, "kind", PairKind.ALL);
  private final BooleanProperty withTest = new SimpleBooleanProperty(this, "withTest");
  private final ObjectProperty<OutlierMeasure> measure =
      new SimpleObjectProperty<>(this, "measure", OutlierMeasure.NEIGHBOURS);

  /** Counts the wishes: only the newest is fulfilled. */
  private volatile long asked;

  private boolean loading;

  /**
   * @param source the images, asked for on a worker
   * @param browsing sorts and counts
   * @param searching does what takes long
   * @param callbacks the thread that calls everything here
   */
  public DataViewModel(
      Supplier<DataImages> source, Executor browsing, Executor searching, Executor callbacks) {
    this.source = source;
    this.browsing = browsing;
    this.callbacks = callbacks;
    duplicates = new DataSearch<>(searching, callbacks, problem::set);
    outliers = new DataSearch<>(searching, callbacks, problem::set);
    config.set(TrainingConfig.DEFAULT);
    config.addListener(change -> arrange());
    classes.addListener((javafx.beans.InvalidationListener) change -> arrange());
    shownParts.addListener((javafx.beans.InvalidationListener) change -> arrange());
    order.addListener(change -> arrange());
    descending.addListener(change -> arrange());
    // A pair across the files is of the test file too.
    kind.addListener(
        change -> {
          if (kind.get() == PairKind.ACROSS_FILES) {
            withTest.set(true);
          }
        });
    withTest.addListener(
        change -> {
          if (!withTest.get() && kind.get() == PairKind.ACROSS_FILES) {
            kind.set(PairKind.ALL);
          }
        });
  }

  // Commands

  /** Reads the images if they are not read yet. */
  public void load() {
    if (loading || images.get() != null) {
      return;
    }
    loading = true;
    problem.set(null);
    browsing.execute(
        () -> {
          try {
            DataImages read = source.get();
            callbacks.execute(() -> show(read));
          } catch (Problem e) {
            callbacks.execute(() -> fail(e));
          } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("the images", e);
            callbacks.execute(() -> fail(new Problem(e, "data.searchFailed", e.toString())));
          }
        });
  }

  /** Forgets the images and reads them anew, as after another data set was chosen. */
  public void reload() {
    duplicates.forget();
    outliers.forget();
    chosen.set(null);
    beside.set(null);
    survey.set(null);
    shown.set(new int[0]);
    parts.set(null);
    images.set(null);
    classes.clear();
    asked++;
    loading = false;
    load();
  }

  private void fail(Problem why) {
    loading = false;
    problem.set(why);
  }

  private void show(DataImages read) {
    loading = false;
    images.set(read);
    classes.addAll(IntStream.range(0, read.classes().size()).boxed().toList());
    arrange();
    browsing.execute(
        () -> {
          DataSurvey measured = DataSurvey.of(read);
          callbacks.execute(
              () -> {
                if (images.get() != read) {
                  return;
                }
                survey.set(measured);
                if (order.get() != ImageOrder.INDEX) {
                  arrange();
                }
              });
        });
  }

  /** Filters and sorts anew; on a worker. */
  private void arrange() {
    DataImages all = images.get();
    if (all == null || config.get() == null) {
      return;
    }
    long number = ++asked;
    TrainingConfig settings = config.get();
    DataSurvey measured = survey.get();
    // Sorted by what is still being measured, they come as they stand until it is.
    ImageOrder by = measured == null ? ImageOrder.INDEX : order.get();
    ImageChoice choice = new ImageChoice(classes, shownParts, by, descending.get());
    browsing.execute(
        () -> {
          if (number != asked) {
            return;
          }
          ImagePart[] partOf = partOf(all, settings);
          int[] found = choice.of(all, partOf, measured == null ? null : measured.figures());
          callbacks.execute(
              () -> {
                if (number == asked) {
                  parts.set(partOf);
                  shown.set(found);
                }
              });
        });
  }

  /** What a run of the settings does with each image. */
  static ImagePart[] partOf(DataImages all, TrainingConfig settings) {
    ImagePart[] partOf = new ImagePart[all.size()];
    Arrays.fill(partOf, ImagePart.UNREAD);
    Arrays.fill(partOf, all.train().size(), partOf.length, ImagePart.TEST);
    try {
      for (int place : RunImages.places(RunImages.Part.TRAIN, settings, all.train())) {
        partOf[place] = ImagePart.TRAIN;
      }
      for (int place : RunImages.places(RunImages.Part.VALIDATION, settings, all.train())) {
        partOf[place] = ImagePart.VALIDATION;
      }
    } catch (Problem unfit) {
      // Such a run cannot be begun; nothing is held out then.
      LOG.debug("no split", unfit);
      Arrays.fill(partOf, 0, all.train().size(), ImagePart.TRAIN);
    }
    return partOf;
  }

  /**
   * Chooses the image of a place in its file, the next such image if one of that place is chosen.
   *
   * @return whether it is among those that are shown
   */
  public boolean choosePlace(int place) {
    DataImages all = images.get();
    if (all == null) {
      return false;
    }
    List<Integer> found =
        IntStream.of(shown.get()).filter(image -> all.place(image) == place).boxed().toList();
    if (found.isEmpty()) {
      return false;
    }
    int at = chosen.get() == null ? -1 : found.indexOf(chosen.get());
    beside.set(null);
    chosen.set(found.get((at + 1) % found.size()));
    return true;
  }

  /** Searches for equal and nearly equal images. */
  public void findDuplicates() {
    DataImages all = images.get();
    if (all == null) {
      return;
    }
    problem.set(null);
    boolean test = withTest.get();
    PairKind wanted = kind.get();
    double within = radius.get();
    duplicates.start(
        progress ->
            within == 0
                ? Optional.of(ExactDuplicates.find(all, all.numbers(test), wanted, MOST_PAIRS))
                : NearDuplicates.find(
                    all, all.numbers(test), within, wanted, MOST_PAIRS, progress));
  }

  /** Searches for images that are unlike the others of their class. */
  public void findOutliers() {
    DataSurvey measured = survey.get();
    if (measured == null) {
      return;
    }
    problem.set(null);
    DataImages all = measured.images();
    int[] members = all.numbers(withTest.get());
    OutlierMeasure by = measure.get();
    outliers.start(
        progress ->
            (by == OutlierMeasure.CLASS_MEAN
                    ? Optional.of(Arrays.copyOf(measured.figures().distances(), members.length))
                    : NeighbourDistances.find(all, members, NEIGHBOURS, progress))
                .map(distances -> farthest(members, distances)));
  }

  /** The members are numbered from 0 on, as the training file is. */
  private static Outliers farthest(int[] members, float[] distances) {
    int[] sorted = members.clone();
    ImageChoice.sort(sorted, distances);
    ImageChoice.reverse(sorted);
    int[] first = Arrays.copyOf(sorted, Math.min(MOST_OUTLIERS, sorted.length));
    float[] far = new float[first.length];
    for (int i = 0; i < far.length; i++) {
      far[i] = distances[first[i]];
    }
    return new Outliers(first, far, members.length);
  }

  /** Images of each class and part: [classes][parts]. */
  static int[][] counts(DataImages all, ImagePart[] partOf) {
    int[][] counts = new int[all.classes().size()][ImagePart.values().length];
    for (int image = 0; image < partOf.length; image++) {
      counts[all.label(image)][partOf[image].ordinal()]++;
    }
    return counts;
  }

  // Properties

  /** All images; null before they are read. */
  public ReadOnlyObjectProperty<DataImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** What was measured of them; null before that is done. */
  ReadOnlyObjectProperty<DataSurvey> surveyProperty() {
    return survey.getReadOnlyProperty();
  }

  /** What a run does with each image; null before they are read. */
  public ReadOnlyObjectProperty<ImagePart[]> partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /** Numbers of the images that are shown, in their order. */
  public ReadOnlyObjectProperty<int[]> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why something cannot be seen; null if nothing is amiss. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The image that is looked at; null for none. */
  public ObjectProperty<Integer> chosenProperty() {
    return chosen;
  }

  /** The image beside it, of a pair; null for none. */
  public ObjectProperty<Integer> besideProperty() {
    return beside;
  }

  /** The settings whose split is shown; while null, the last stays. */
  public ObjectProperty<TrainingConfig> configProperty() {
    return config;
  }

  /** Labels of the classes that are shown. */
  public ObservableSet<Integer> classes() {
    return classes;
  }

  /** Shows these classes alone. */
  public void showClasses(Set<Integer> labels) {
    classes.retainAll(labels);
    classes.addAll(labels);
  }

  /** Parts that are shown. */
  public ObservableSet<ImagePart> shownParts() {
    return shownParts;
  }

  public ObjectProperty<ImageOrder> orderProperty() {
    return order;
  }

  /** Whether the largest come first. */
  public BooleanProperty descendingProperty() {
    return descending;
  }

  DataSearch<FoundPairs> duplicates() {
    return duplicates;
  }

  DataSearch<Outliers> outliers() {
    return outliers;
  }

  /** The largest distance of two duplicates; 0 for equal ones alone. */
  public DoubleProperty radiusProperty() {
    return radius;
  }

  public ObjectProperty<PairKind> kindProperty() {
    return kind;
  }

  /** Whether test images are searched too. */
  public BooleanProperty withTestProperty() {
    return withTest;
  }

  public ObjectProperty<OutlierMeasure> measureProperty() {
    return measure;
  }
}
