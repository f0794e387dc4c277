package digitstudio.ui.prefs;

import digitstudio.nn.Spelling;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.text.Problem;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Accent;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Density;
import digitstudio.ui.theme.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person prefers: each choice applies at once, is kept, and can be taken back. */
public final class PreferencesViewModel {
  /** Before it is known at how many epochs weights are kept. */
  public static final int UNKNOWN = -1;

  /** Epochs whose weights can be chosen here to be kept. */
  public static final int MOST_EPOCHS = 20;

  private static final int USUAL_DPI = 300;

  /** The form shows at a start what it showed at the end. */
  public static final String AS_LEFT = "";

  private static final int USUAL_EPOCHS = MOST_EPOCHS;

  private final StudioFolders folders;
  private final Appearance appearance;
  private final Texts texts;
  private final List<String> presets;
  private final int cores;

  private final ObjectProperty<FigureLanguage> figureLanguage = new SimpleObjectProperty<>();
  private final ObjectProperty<FigureFormat> figureFormat = new SimpleObjectProperty<>();
  private final IntegerProperty figureDpi = new SimpleIntegerProperty();
  private final StringProperty preset = new SimpleStringProperty();
  private final ObjectProperty<Path> data = new SimpleObjectProperty<>();
  private final IntegerProperty threads = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper keptEpochs = new ReadOnlyIntegerWrapper(UNKNOWN);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

  private final Kept<FigureLanguage> keptFigureLanguage;
  private final Kept<FigureFormat> keptFigureFormat;
  private final Kept<Number> keptFigureDpi;
  private final List<Kept<?>> all = new ArrayList<>();
  private List<Runnable> before = List.of();
  private boolean restoring;

  /**
   * @param node where preferences are kept
   * @param presets names of the presets that the form can begin with
   * @param cores processors of this computer
   */
  public PreferencesViewModel(
      Preferences node,
      Texts texts,
      Appearance appearance,
      StudioFolders folders,
      List<String> presets,
      int cores) {
    this.folders = folders;
    this.texts = texts;
    this.appearance = appearance;
    this.presets = List.copyOf(presets);
    this.cores = cores;
    Property<Locale> language = texts.localeProperty();
    all.add(
        new Kept<>(
            node,
            "language",
            language,
            PreferencesViewModel::systemLanguage,
            Locale::getLanguage,
            PreferencesViewModel::language));
    takeOverTheme(node);
    all.add(constant(node, "theme", appearance.choiceProperty(), () -> ThemeChoice.SYSTEM));
    all.add(constant(node, "accent", appearance.accentProperty(), () -> Accent.BLUE));
    all.add(constant(node, "density", appearance.densityProperty(), () -> Density.COMFORTABLE));
    all.add(
        number(
            node,
            "fontSize",
            appearance.fontSizeProperty(),
            Appearance.USUAL,
            Appearance.SMALLEST,
            Appearance.LARGEST));
    keptFigureLanguage =
        new Kept<>(
            node,
            "figureLanguage",
            figureLanguage,
            () -> FigureLanguage.SCREEN,
            FigureLanguage::tag,
            FigureLanguage::of);
    keptFigureFormat =
        new Kept<>(
            node,
            "figureFormat",
            figureFormat,
            () -> FigureFormat.PNG,
            FigureFormat::name,
            FigureFormat::valueOf);
    keptFigureDpi =
        number(node, "figureDpi", figureDpi, USUAL_DPI, FigureFile.LEAST_DPI, FigureFile.MOST_DPI);
    all.addAll(List.of(keptFigureLanguage, keptFigureFormat, keptFigureDpi));
    all.add(
        new Kept<>(node, "preset", preset, () -> AS_LEFT, Function.identity(), this::knownPreset));
    all.add(
        new Kept<>(
            node, "data", data, folders::ownData, Path::toString, PreferencesViewModel::folder));
    all.add(number(node, "threads", threads, cores, 1, cores));
    watch();
  }

  private static Locale systemLanguage() {
    return language(
        Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("zh") ? "zh" : "en");
  }

  private static Locale language(String tag) {
    return switch (tag) {
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new IllegalArgumentException("no language of the window: " + tag);
    };
  }

  /** Versions before this one kept no more than whether the window was dark. */
  private static void takeOverTheme(Preferences node) {
    String dark = node.get("dark", null);
    if (dark != null && node.get("theme", null) == null) {
      node.put("theme", Spelling.of(dark.equals("true") ? ThemeChoice.DARK : ThemeChoice.LIGHT));
    }
    node.remove("dark");
  }

  private static Path folder(String text) {
    Path folder = Path.of(text);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("no such folder");
    }
    return folder;
  }

  private String knownPreset(String name) {
    if (!presets.contains(name)) {
      throw new IllegalArgumentException("no such preset");
    }
    return name;
  }

  private static <E extends Enum<E>> Kept<E> constant(
      Preferences node, String key, ObjectProperty<E> property, Supplier<E> usual) {
    Class<E> type = usual.get().getDeclaringClass();
    return new Kept<>(
        node,
        key,
        property,
        usual,
        Spelling::of,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static Kept<Number> number(
      Preferences node, String key, IntegerProperty property, int usual, int least, int most) {
    return new Kept<>(
        node,
        key,
        property,
        () -> usual,
        Number::toString,
        text -> {
          int value = Integer.parseInt(text);
          if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not from " + least + " to " + most);
          }
          return value;
        });
  }

  /** A change of any of them makes a restoring final. */
  private void watch() {
    List<Property<?>> watched =
        List.of(
            texts.localeProperty(),
            appearance.choiceProperty(),
            appearance.accentProperty(),
            appearance.densityProperty(),
            appearance.fontSizeProperty(),
            figureLanguage,
            figureFormat,
            figureDpi,
            preset,
            data,
            threads);
    watched.forEach(
        property ->
            property.addListener(
                change -> {
                  if (!restoring) {
                    undoable.set(false);
                  }
                }));
  }

  /** Takes up what was changed elsewhere: by an export of a figure, or in the store. */
  public void refresh() {
    restoring = true;
    List.of(keptFigureLanguage, keptFigureFormat, keptFigureDpi).forEach(Kept::readAgain);
    restoring = false;
    folders.readKeptEpochs(keptEpochs::set);
  }

  /** Chooses at how many epochs the weights of the runs to come are kept. */
  public void keepEpochs(int epochs) {
    if (epochs != keptEpochs.get() && keptEpochs.get() != UNKNOWN) {
      keptEpochs.set(epochs);
      if (!restoring) {
        undoable.set(false);
      }
      folders.keepEpochs(epochs, problem::set);
    }
  }

  /** Takes the images of a folder for the runs to come, if it holds them. */
  public void useData(Path folder) {
    checking.set(true);
    problem.set(null);
    folders.check(
        folder,
        wrong -> {
          checking.set(false);
          if (wrong.isPresent()) {
            problem.set(wrong.get());
          } else {
            data.set(folder);
          }
        });
  }

  /** Takes the images that came with the program. */
  public void useOwnData() {
    problem.set(null);
    data.set(folders.ownData());
  }

  /** Sets everything as it was before any choice; {@link #undoRestore} takes that back. */
  public void restoreDefaults() {
    List<Runnable> now = new ArrayList<>();
    all.forEach(kept -> now.add(kept.memento()));
    int epochs = keptEpochs.get();
    now.add(() -> keepEpochs(epochs));
    restoring = true;
    all.forEach(Kept::restore);
    keepEpochs(USUAL_EPOCHS);
    restoring = false;
    problem.set(null);
    before = now;
    undoable.set(true);
  }

  /** Brings back what was chosen before the defaults were restored. */
  public void undoRestore() {
    if (undoable.get()) {
      restoring = true;
      before.forEach(Runnable::run);
      restoring = false;
      undoable.set(false);
    }
  }

  public void showStore() {
    folders.show(store().toAbsolutePath().getParent());
  }

  public void showLog() {
    folders.show(folders.log().toAbsolutePath().getParent());
  }

  public void showData() {
    folders.show(data.get());
  }

  // Properties

  public Appearance appearance() {
    return appearance;
  }

  public ObjectProperty<Locale> languageProperty() {
    return texts.localeProperty();
  }

  public ObjectProperty<FigureLanguage> figureLanguageProperty() {
    return figureLanguage;
  }

  public ObjectProperty<FigureFormat> figureFormatProperty() {
    return figureFormat;
  }

  /** Dots to the inch, where a figure has pixels. */
  public IntegerProperty figureDpiProperty() {
    return figureDpi;
  }

  /** Name of the preset that the form begins with, or {@link #AS_LEFT}. */
  public StringProperty presetProperty() {
    return preset;
  }

  /** What that can be set to. */
  public List<String> presets() {
    return presets;
  }

  /** The folder of the images; change it by {@link #useData}. */
  public ReadOnlyObjectProperty<Path> dataProperty() {
    return data;
  }

  /** Whether those are the images that came with the program. */
  public boolean isOwnData() {
    return folders.ownData().equals(data.get());
  }

  /** Threads that share the arithmetic of a run, from 1 to {@link #cores}. */
  public IntegerProperty threadsProperty() {
    return threads;
  }

  public int cores() {
    return cores;
  }

  /** At how many epochs the weights of runs are kept; {@link #UNKNOWN} at first. */
  public ReadOnlyIntegerProperty keptEpochsProperty() {
    return keptEpochs.getReadOnlyProperty();
  }

  public Path store() {
    return folders.store();
  }

  /** Why the last choice could not be made; null if it could. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a folder is being looked at. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** Whether the defaults were restored and nothing was chosen since. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }
}
