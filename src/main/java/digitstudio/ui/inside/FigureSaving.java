package digitstudio.ui.inside;

import atlantafx.base.theme.Styles;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.text.Problem;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is drawn out of the window as PNG, SVG, PDF or CSV. */
public final class FigureSaving {
  private static final Logger LOG = LoggerFactory.getLogger(FigureSaving.class);
  private static final int DPI = 300;

  private final Texts texts;
  private final Executor files;
  private final Consumer<Problem> told;
  private File folder;

  /**
   * @param files writes files
   * @param told what went wrong, on any thread
   */
  public FigureSaving(Texts texts, Executor files, Consumer<Problem> told) {
    this.texts = texts;
    this.files = files;
    this.told = told;
  }

  /**
   * A button that asks where to and writes.
   *
   * @param figure as it is now
   * @param present null while there is nothing to save
   */
  Node button(String id, Supplier<Figure> figure, ObservableValue<?> present) {
    Button button = new Button(null, new FontIcon(Feather.DOWNLOAD));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    BooleanBinding nothing =
        Bindings.createBooleanBinding(() -> present.getValue() == null, present);
    button.disableProperty().bind(nothing);
    button.setOnAction(event -> save(figure, button));
    StringBinding help =
        texts.binding(
            () -> texts.get(nothing.get() ? "inside.save.disabled" : "inside.save"), nothing);
    button.accessibleTextProperty().bind(help);
    return new Explained(button, help);
  }

  private void save(Supplier<Figure> drawn, Node owner) {
    Figure figure;
    try {
      figure = drawn.get();
    } catch (Problem problem) {
      told.accept(problem);
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("figures.title"));
    for (FigureFormat format : FigureFormat.values()) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  texts.get("figures.format." + format.extension()), "*." + format.extension()));
    }
    chooser.setInitialFileName(figure.name() + ".png");
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
    if (chosen != null) {
      folder = chosen.getParentFile();
      String extension = chooser.getSelectedExtensionFilter().getExtensions().get(0).substring(1);
      Path file =
          chosen.getName().contains(".")
              ? chosen.toPath()
              : chosen.toPath().resolveSibling(chosen.getName() + extension);
      files.execute(() -> write(figure, file));
    }
  }

  /** Writes in the format that the file's name ends in; PNG if it ends in none. */
  void write(Figure figure, Path file) {
    FigureFormat format = FigureFormat.PNG;
    for (FigureFormat known : FigureFormat.values()) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith("." + known.extension())) {
        format = known;
      }
    }
    try {
      FigureFile.write(figure, format, figure.size(), DPI, file);
    } catch (Problem problem) {
      told.accept(problem);
    } catch (IOException e) {
      LOG.error("figure {}", file, e);
      told.accept(new Problem(e, "cli.notWritten", file.toString()));
    }
  }
}
