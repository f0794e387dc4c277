package digitstudio.ui.chart;

import digitstudio.report.figure.FigureFormat;
import digitstudio.report.figure.FigureSize;
import digitstudio.text.Problem;
import digitstudio.ui.chart.FigureExport.Choice;
import digitstudio.ui.control.TypedFile;
import digitstudio.ui.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** Asks how a chart is to leave the window: format, size, resolution and language. */
final class FigureDialog {
  private final FigureExport export;
  private final Texts texts;
  private final Window owner;
  private final Dialog<Void> dialog = new Dialog<>();
  private final GridPane grid = new GridPane();
  private final ComboBox<String> chart = new ComboBox<>();
  private final ComboBox<FigureFormat> format = new ComboBox<>();
  private final TextField width = new TextField();
  private final TextField height = new TextField();
  private final TextField dpi = new TextField();
  private final ComboBox<Locale> language = new ComboBox<>();
  private final Label message = new Label();

  FigureDialog(FigureExport export, Texts texts, Window owner) {
    this.export = export;
    this.texts = texts;
    this.owner = owner;
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("figures.title"));
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    dialog.getDialogPane().setId("figure-dialog");
    grid.getStyleClass().add("figure-form");
    fill();
    addRows();
    message.setId("figure-message");
    message.getStyleClass().add("figure-message");
    message.setWrapText(true);
    grid.add(message, 0, 6, 2, 1);
    dialog.getDialogPane().setContent(grid);
    addButtons();
  }

  void show() {
    dialog.show();
  }

  private void fill() {
    chart.getItems().setAll(export.charts());
    chart.setConverter(words(texts::get));
    format.getItems().setAll(FigureFormat.values());
    format.setConverter(words(one -> texts.get("figures.format." + one.extension())));
    language.getItems().setAll(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
    language.setConverter(
        words(one -> texts.get(one == Locale.ENGLISH ? "figures.english" : "figures.chinese")));
    Choice last = export.last(texts.locale());
    chart.setValue(last.chart());
    format.setValue(last.format());
    width.setText(plain(last.size().width()));
    height.setText(plain(last.size().height()));
    dpi.setText(Integer.toString(last.dpi()));
    language.setValue(last.locale());
    dpi.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !format.getValue().hasResolution(), format.valueProperty()));
    for (Node node : List.of(width, height, language)) {
      node.disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> !format.getValue().hasSize(), format.valueProperty()));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static <T> StringConverter<T> words(Function<T, String> word) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : word.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException(text);
      }
    };
  }

  private void addRows() {
    addRow(0, "figures.chart", "figure-chart", chart);
    addRow(1, "figures.format", "figure-format", format);
    addRow(2, "figures.widthMm", "figure-width", width);
    addRow(3, "figures.heightMm", "figure-height", height);
    addRow(4, "figures.resolution", "figure-dpi", dpi);
    addRow(5, "figures.language", "figure-language", language);
  }

  private void addRow(int row, String key, String id, javafx.scene.control.Control control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    control.setId(id);
    control.setAccessibleText(texts.get(key));
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(row, label, control);
  }

  private void addButtons() {
    ButtonType save = new ButtonType(texts.get("figures.save"), ButtonData.OK_DONE);
    ButtonType copy = new ButtonType(texts.get("figures.copy"), ButtonData.OTHER);
    ButtonType cancel = new ButtonType(texts.get("figures.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(save, copy, cancel);
    on(save, "figure-save", this::save);
    on(copy, "figure-copy", this::copy);
    dialog.getDialogPane().lookupButton(cancel).setId("figure-cancel");
  }

  /** The dialog stays until what it was asked for is done. */
  private void on(ButtonType type, String id, Runnable work) {
    Button button = (Button) dialog.getDialogPane().lookupButton(type);
    button.setId(id);
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          try {
            work.run();
          } catch (Problem problem) {
            say(texts.get(problem));
          }
        });
  }

  private void say(String sentence) {
    message.setText(sentence);
    dialog.getDialogPane().getScene().getWindow().sizeToScene();
  }

  private Choice choice() {
    return new Choice(
        chart.getValue(),
        format.getValue(),
        new FigureSize(
            digitstudio.nn.Settings.parseNumber(texts.get("figures.widthMm"), width.getText()),
            digitstudio.nn.Settings.parseNumber(texts.get("figures.heightMm"), height.getText())),
        digitstudio.nn.Settings.parseCount(texts.get("figures.resolution"), dpi.getText()),
        language.getValue());
  }

  private void save() {
    Choice choice = choice();
    export.requirePossible(choice);
    chooseFile(choice)
        .ifPresent(
            file ->
                export.save(
                    choice.as(FigureFormat.of(file).orElse(choice.format())),
                    file,
                    problem ->
                        problem.ifPresentOrElse(found -> say(texts.get(found)), dialog::close)));
  }

  private Optional<Path> chooseFile(Choice choice) {
    String extension = "." + choice.format().extension();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("figures.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("figures.format." + choice.format().extension()), "*" + extension));
    chooser.setInitialFileName(export.figure(choice).name() + extension);
    export
        .folder()
        .filter(Files::isDirectory)
        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    File chosen = chooser.showSaveDialog(owner);
    return Optional.ofNullable(chosen)
        .map(
            file ->
                TypedFile.of(
                    file.toPath(), FigureFormat.extensions(), choice.format().extension()));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(SwingFXUtils.toFXImage(export.picture(choice()), null));
    Clipboard.getSystemClipboard().setContent(content);
    say(texts.get("figures.copied"));
  }
}
