package digitstudio.ui.form;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.help.HelpTexts;
import digitstudio.ui.help.HelpTopics;
import digitstudio.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line of the form: a label, its control, and under them what is wrong with it. */
final class FieldRow extends VBox {
  private static final double LABEL_WIDTH = 104;
  private static final double HELP_WIDTH = 400;
  private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");

  /** More are not read one by one. */
  private static final int MOST_VALUES = 30;

  /** Shows that the setting is fixed, behind all else; null in a row that is never. */
  private Label lock;

  /**
   * @param name of the setting, as a text that follows the language
   */
  FieldRow(ObservableValue<String> name, Control control) {
    getStyleClass().add("field-row");
    Label label = new Label();
    label.textProperty().bind(name);
    label.setLabelFor(control);
    label.getStyleClass().add("field-name");
    label.setMinWidth(LABEL_WIDTH);
    label.setPrefWidth(LABEL_WIDTH);
    control.accessibleTextProperty().bind(name);
    control.setMaxWidth(Double.MAX_VALUE);
    control.setMinWidth(0);
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox line = new HBox(label, control);
    line.getStyleClass().add("field-line");
    getChildren().add(line);
  }

  /** Puts a text or a button after the control. */
  FieldRow with(Node node) {
    if (node instanceof Region region) {
      region.setMinWidth(Region.USE_PREF_SIZE);
    }
    List<Node> line = ((HBox) getChildren().get(0)).getChildren();
    line.add(lock == null ? line.size() : line.indexOf(lock), node);
    return this;
  }

  /** Shows what is wrong, under the control, which is marked. */
  FieldRow checked(Control control, ObservableValue<FieldProblem> problem, Texts texts) {
    Label sentence = new Label();
    sentence.setId(control.getId() + "-problem");
    sentence.getStyleClass().add("field-problem");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setFocusTraversable(false);
    sentence
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> problem.getValue() == null ? "" : problem.getValue().sentence(texts.locale()),
                problem,
                texts.localeProperty()));
    sentence.visibleProperty().bind(problem.map(wrong -> true).orElse(false));
    sentence.managedProperty().bind(sentence.visibleProperty());
    control.accessibleHelpProperty().bind(sentence.textProperty());
    sentence.visibleProperty().addListener((change, before, wrong) -> mark(control, wrong));
    mark(control, sentence.isVisible());
    getChildren().add(sentence);
    return this;
  }

  /** Tells of several values under the control, which is marked; nothing of one. */
  FieldRow several(Control control, ObservableValue<List<String>> values, Texts texts) {
    Label told = new Label();
    told.setId(control.getId() + "-several");
    told.getStyleClass().add("field-several");
    told.setFocusTraversable(false);
    told.textProperty().bind(texts.binding(() -> tell(values.getValue(), texts), values));
    told.setTooltip(Explained.tooltip(told.textProperty()));
    told.visibleProperty().bind(values.map(all -> !all.isEmpty()));
    told.managedProperty().bind(told.visibleProperty());
    told.visibleProperty()
        .addListener((change, before, now) -> control.pseudoClassStateChanged(SEVERAL, now));
    control.pseudoClassStateChanged(SEVERAL, told.isVisible());
    getChildren().add(told);
    return this;
  }

  private static String tell(List<String> values, Texts texts) {
    List<String> first = values.stream().limit(MOST_VALUES).toList();
    String list = String.join(texts.get("form.listSeparator"), first);
    String all = values.size() > MOST_VALUES ? list + " …" : list;
    return texts.get("form.values", values.size(), all);
  }

  private static void mark(Control control, boolean wrong) {
    control.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    if (control instanceof ComboBox<?> box && box.isEditable()) {
      box.getEditor().pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }
  }

  /** Explains the control, with its formula, to whoever points at its name. */
  FieldRow explained(Control control, Texts texts) {
    Label name = (Label) ((HBox) getChildren().get(0)).getChildren().get(0);
    // Made when it is first wanted: the form has many, and the window should open at once.
    name.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        event -> {
          if (name.getTooltip() == null) {
            HelpTopics.of(control.getId()).ifPresent(topic -> name.setTooltip(help(topic, texts)));
          }
        });
    return this;
  }

  private static Tooltip help(HelpTopics.Topic topic, Texts texts) {
    Tooltip help = Explained.tooltip(texts.binding(() -> HelpTexts.whole(topic, texts.locale())));
    help.setWrapText(true);
    help.setMaxWidth(HELP_WIDTH);
    return help;
  }

  /** Is off while its setting is fixed. */
  FieldRow lockedIf(ObservableValue<Boolean> locked, FormLocks locks, Texts texts) {
    HBox line = (HBox) getChildren().get(0);
    // Behind the control: a name of full length leaves no room beside it.
    lock = new Label();
    lock.managedProperty().bind(lock.graphicProperty().isNotNull());
    lock.setMinWidth(USE_PREF_SIZE);
    line.getChildren().add(lock);
    // What cannot be changed takes no further values, and its place is wanted.
    locked.addListener((change, before, now) -> offerOthers(line, !now));
    offerOthers(line, !locked.getValue());
    LockedPlace.follow(
        line,
        lock,
        () -> line.getChildren().subList(1, line.getChildren().indexOf(lock)),
        locked,
        locks,
        texts);
    return this;
  }

  private static void offerOthers(HBox line, boolean offered) {
    for (Node node : line.getChildren()) {
      if (node instanceof AlsoButton) {
        node.setVisible(offered);
        node.setManaged(offered);
      }
    }
  }

  /** Takes no room while the setting does not matter. */
  FieldRow shownIf(ObservableValue<Boolean> needed) {
    visibleProperty().bind(needed);
    managedProperty().bind(visibleProperty());
    return this;
  }
}
