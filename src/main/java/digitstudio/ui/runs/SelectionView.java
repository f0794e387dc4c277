package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.KeptCheckup;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.RunSeries;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the chosen runs are called, what differs between them, and what a person notes of one. */
final class SelectionView extends ScrollPane {
  private final RunsViewModel runs;
  private final OverlayViewModel overlay;
  private final Texts texts;
  private final Appearance appearance;
  private final VBox names = new VBox();
  private final VBox words = new VBox();
  private final TextArea notes = new TextArea();
  private final VBox noting;
  private final List<Label> values = new ArrayList<>();
  private RunRow noted;

  SelectionView(RunsViewModel runs, OverlayViewModel overlay, Texts texts, Appearance appearance) {
    this.runs = runs;
    this.overlay = overlay;
    this.texts = texts;
    this.appearance = appearance;
    noting = noting();
    names.setId("runs-names");
    names.getStyleClass().add("run-names");
    words.getStyleClass().add("run-words");
    VBox content = new VBox(names, words, noting);
    content.getStyleClass().add("run-selection");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().add("run-selection-scroll");
    overlay.seriesProperty().addListener(change -> show());
    overlay.cursorProperty().addListener(change -> showValues());
    appearance.darkProperty().addListener(change -> show());
    show();
  }

  // Notes

  private VBox noting() {
    Label label = new Label();
    label.textProperty().bind(texts.of("runs.notes"));
    label.getStyleClass().add("run-heading");
    label.setLabelFor(notes);
    notes.setId("runs-notes");
    notes.setWrapText(true);
    notes.setPrefRowCount(3);
    notes.promptTextProperty().bind(texts.of("runs.notes.prompt"));
    notes.accessibleTextProperty().bind(texts.of("runs.notes"));
    notes
        .focusedProperty()
        .addListener(
            (change, before, focused) -> {
              if (!focused) {
                keepNotes();
              }
            });
    return new VBox(label, notes);
  }

  private void keepNotes() {
    if (noted != null) {
      runs.editing().note(noted, notes.getText());
    }
  }

  /** Puts the keyboard into the notes of the chosen run. */
  void editNotes() {
    if (noting.isVisible()) {
      notes.requestFocus();
      notes.end();
    }
  }

  private void showNotes(SelectedRuns selected) {
    boolean one = selected.runs().size() == 1;
    noting.setVisible(one);
    noting.setManaged(one);
    RunRow row = one ? runs.row(selected.runs().get(0).id()).orElse(null) : null;
    if (row == noted && notes.isFocused()) {
      return;
    }
    if (row != noted) {
      keepNotes();
    }
    noted = row;
    notes.setText(row == null ? "" : row.run().notes());
  }

  // Names

  private void show() {
    SelectedRuns selected = runs.selection().selectedProperty().get();
    names.getChildren().clear();
    values.clear();
    overlay.seriesProperty().get().forEach(this::addName);
    int more = selected.runs().size() - selected.details().size();
    if (more > 0 && !selected.details().isEmpty()) {
      names.getChildren().add(quiet(texts.get("runs.more", selected.details().size(), more)));
    }
    words.getChildren().setAll(words(selected));
    showNotes(selected);
    showValues();
  }

  private void addName(RunSeries series) {
    Label name = new Label(series.label());
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(Explained.tooltip(new SimpleStringProperty(series.label())));
    HBox.setHgrow(name, Priority.ALWAYS);
    Label value = new Label();
    value.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("run-value");
    values.add(value);
    HBox row = new HBox(new CurveSample(series.look(), appearance), name, value);
    row.getStyleClass().add("run-name");
    names.getChildren().add(row);
  }

  /** The values at the cursor, or where each curve ends. */
  private void showValues() {
    ChartNumbers numbers = new ChartNumbers(texts.locale());
    List<RunSeries> series = overlay.seriesProperty().get();
    Optional<Double> place = overlay.cursorProperty().get();
    for (int i = 0; i < Math.min(series.size(), values.size()); i++) {
      CurvePoints line = series.get(i).line();
      int index = place.map(line::lastAtOrBefore).orElse(line.size() - 1);
      values
          .get(i)
          .setText(
              index < 0
                  ? RunWords.NONE
                  : numbers.value(overlay.quantityProperty().get(), line.y()[index]));
    }
  }

  // Words

  private List<Node> words(SelectedRuns selected) {
    if (selected.compared().isPresent()) {
      return compared(selected.compared().get());
    }
    return selected.details().size() == 1 ? single(selected.details().get(0)) : List.of();
  }

  private List<Node> compared(RunComparer.Compared compared) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(heading(texts.get("runs.differences")));
    if (compared.differences().isEmpty()) {
      nodes.add(wrapped(texts.get("runs.noDifference")));
    }
    compared.differences().forEach(one -> nodes.add(wrapped(one.in(texts.locale()))));
    Label verdict = heading(capitalized(compared.verdict().in(texts.locale())));
    verdict.setId("runs-verdict");
    verdict.setGraphic(
        new FontIcon(
            switch (compared.worth()) {
              case FAIR -> Feather.CHECK_CIRCLE;
              case DOUBTFUL -> Feather.ALERT_TRIANGLE;
              case NONE -> Feather.X_CIRCLE;
            }));
    verdict.getStyleClass().addAll("run-verdict", "worth-" + compared.worth().ordinal());
    nodes.add(verdict);
    compared.reasons().forEach(one -> nodes.add(wrapped(one.in(texts.locale()))));
    compared.tests().forEach(one -> nodes.add(wrapped(one.in(texts.locale()))));
    return nodes;
  }

  private static String capitalized(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private List<Node> single(RunDetails details) {
    RunSummary run = details.summary();
    RunWords said = runs.wordsProperty().get();
    List<String> results = new ArrayList<>();
    run.testAccuracy()
        .ifPresent(share -> results.add(texts.get("window.test", said.percent(share))));
    run.validationAccuracy()
        .ifPresent(share -> results.add(texts.get("window.validation", said.percent(share))));
    run.trainAccuracy()
        .ifPresent(share -> results.add(texts.get("window.train", said.percent(share))));
    String settings =
        Arrays.stream(RunColumn.values())
            .filter(column -> column.kind() == RunColumn.Kind.SETTING)
            .map(column -> said.phrase(column, run))
            .filter(phrase -> !phrase.isEmpty())
            .collect(Collectors.joining(" · "));
    List<Node> nodes = new ArrayList<>();
    if (!results.isEmpty()) {
      nodes.add(heading(String.join(" · ", results)));
    }
    nodes.add(wrapped(settings));
    KeptCheckup.of(details).stream().findFirst().ifPresent(found -> nodes.add(doctor(found)));
    details
        .provenance()
        .ifPresent(from -> nodes.add(quiet(String.join(" · ", from.program(), from.os()))));
    return nodes;
  }

  /** What ails a run that is over, with a way to try again. */
  private Node doctor(Diagnosis found) {
    Label sentence = wrapped(found.sentence().in(texts.locale()));
    sentence.setId("runs-doctor");
    Button take = new Button(texts.get("doctor.clone"), new FontIcon(Feather.COPY));
    take.setId("runs-doctor-clone");
    take.getStyleClass().add(Styles.SMALL);
    take.setTooltip(
        Explained.tooltip(
            new SimpleStringProperty(
                texts.get("doctor.clone.help", found.remedy().in(texts.locale())))));
    take.setOnAction(event -> runs.editing().editSettings(found));
    VBox said = new VBox(sentence, take);
    said.getStyleClass().add("doctor-said");
    return said;
  }

  private static Label heading(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("run-heading");
    return label;
  }

  private static Label quiet(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("quiet");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
