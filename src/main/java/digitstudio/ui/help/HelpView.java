package digitstudio.ui.help;

import digitstudio.ui.help.HelpTopics.Topic;
import digitstudio.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The help page: what each control does, with its formula, found by any word of it. */
final class HelpView extends VBox {
  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final HelpViewModel model;
  private final Texts texts;
  private final Map<Topic, Node> rows = new LinkedHashMap<>();
  private final Map<String, Label> headings = new LinkedHashMap<>();
  private final VBox topics = new VBox();
  private final ScrollPane scroll = new ScrollPane(topics);
  private final TextField query = new TextField();

  HelpView(HelpViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("help");
    query.setId("help-query");
    query.promptTextProperty().bind(texts.of("help.search"));
    query.accessibleTextProperty().bind(texts.of("help.search"));
    query.textProperty().bindBidirectional(model.queryProperty());
    topics.getStyleClass().add("help-topics");
    HelpTopics.all().forEach(this::add);
    Label none = new Label();
    none.setId("help-none");
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    none.textProperty()
        .bind(texts.binding(() -> texts.get("help.none", query.getText()), query.textProperty()));
    none.visibleProperty().bind(model.foundProperty().map(found -> found.isEmpty()));
    none.managedProperty().bind(none.visibleProperty());
    topics.getChildren().add(none);
    scroll.setId("help-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("preferences-scroll");
    scroll.accessibleTextProperty().bind(texts.of("help.title"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(query, scroll);
    model.foundProperty().addListener(change -> filter());
    model.askedProperty().addListener(change -> lead());
    filter();
    Platform.runLater(this::lead);
  }

  TextField query() {
    return query;
  }

  private void add(Topic topic) {
    if (!headings.containsKey(topic.section())) {
      Label heading = new Label();
      heading.getStyleClass().add("section-heading");
      heading.textProperty().bind(texts.of(topic.section()));
      headings.put(topic.section(), heading);
      topics.getChildren().add(heading);
    }
    Node row = row(topic, texts);
    rows.put(topic, row);
    topics.getChildren().add(row);
  }

  /** One topic: its name, its sentence, its formula. */
  static VBox row(Topic topic, Texts texts) {
    Label name = label("help-name");
    name.textProperty().bind(texts.binding(() -> HelpTexts.name(topic, texts.locale())));
    Label sentence = label("help-sentence");
    sentence.textProperty().bind(texts.binding(() -> HelpTexts.sentence(topic, texts.locale())));
    VBox row = new VBox(name, sentence);
    if (topic.hasFormula()) {
      Label formula = label("help-formula");
      formula.textProperty().bind(texts.binding(() -> HelpTexts.formula(topic, texts.locale())));
      row.getChildren().add(formula);
    }
    row.setId("help-topic-" + topic.id());
    row.getStyleClass().add("help-topic");
    return row;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private void filter() {
    headings.values().forEach(heading -> show(heading, false));
    rows.forEach(
        (topic, row) -> {
          boolean found = model.foundProperty().get().contains(topic);
          show(row, found);
          if (found) {
            show(headings.get(topic.section()), true);
          }
        });
    scroll.setVvalue(0);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Has the topic that was asked for in sight. */
  private void lead() {
    Topic asked = model.askedProperty().get();
    rows.forEach((topic, row) -> row.pseudoClassStateChanged(ASKED, topic.equals(asked)));
    if (asked != null && getScene() != null) {
      getScene().getRoot().applyCss();
      getScene().getRoot().layout();
      Bounds at = rows.get(asked).getBoundsInParent();
      double room = topics.getHeight() - scroll.getViewportBounds().getHeight();
      scroll.setVvalue(room <= 0 ? 0 : Math.min(1, Math.max(0, at.getMinY() - 8) / room));
    }
  }
}
