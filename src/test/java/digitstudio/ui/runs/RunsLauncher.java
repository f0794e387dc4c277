package digitstudio.ui.runs;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunDetails;
import digitstudio.training.Model;
import digitstudio.training.RunSnapshot;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.chart.ChartsView;
import digitstudio.ui.chart.ChartsViewModel;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MainView;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Place;
import digitstudio.ui.main.Training;
import digitstudio.ui.main.WindowDialogs;
import digitstudio.ui.pad.PadView;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.LanguageFont;
import digitstudio.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window with runs by formula, to look at it: {@code twelve}, {@code none} or a number of runs,
 * then the language, {@code light} or {@code dark}, the width and the height.
 */
public final class RunsLauncher {
  private RunsLauncher() {}

  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The window. */
  public static final class Window extends Application {
    private final ExecutorService work =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });

    @Override
    public void start(Stage stage) {
      List<String> given = getParameters().getRaw();
      Texts texts =
          new Texts(given.get(1).equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
      Appearance appearance = new Appearance();
      appearance.darkProperty().set(given.get(2).equals("dark"));
      SettingsViewModel settings = new SettingsViewModel(Presets.all());
      MainViewModel main =
          new MainViewModel(
              new NoTraining(), settings, ModelStore.FILES, work, Platform::runLater, texts);
      WindowDialogs dialogs = new WindowDialogs(stage, texts);
      RunsViewModel runs =
          new RunsViewModel(
              new MemoryLibrary(runs(given.get(0))),
              new StudioRunActions(main, dialogs, List.of(), (name, origin) -> {}),
              new StoredComparison(),
              work,
              new NextFrame(),
              texts);
      MainView view =
          new MainView(
              main,
              texts,
              appearance,
              dialogs,
              new SettingsView(settings, texts),
              new ChartsView(new ChartsViewModel(), texts, appearance),
              new PadView(
                  new PadViewModel((image, observer) -> {}, work, Platform::runLater),
                  texts,
                  appearance),
              Map.of(Place.RUNS, () -> new RunsView(runs, appearance)));
      double width = Double.parseDouble(given.get(3));
      double height = Double.parseDouble(given.get(4));
      Scene scene = new Scene(view, width, height);
      new Theme(appearance).dress(scene);
      LanguageFont.follow(texts.localeProperty(), view);
      stage.setScene(scene);
      stage.show();
      runs.load();
      main.placeProperty().set(Place.RUNS);
    }

    private static List<RunDetails> runs(String which) {
      return switch (which) {
        case "twelve" -> ManyRuns.twelve();
        case "none" -> List.of();
        default -> ManyRuns.many(Integer.parseInt(which), 100);
      };
    }
  }

  private static final class NoTraining implements Training {
    @Override
    public void start(TrainingConfig config, Consumer<RunSnapshot> observer) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void stop() {}

    @Override
    public boolean isBusy() {
      return false;
    }

    @Override
    public void use(Model model) {}
  }
}
