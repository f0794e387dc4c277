package digitstudio.ui.doctor;

import atlantafx.base.theme.Styles;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card with what the doctor says of the run, gone while there is nothing to say. */
public final class DoctorView extends VBox {
  private final DoctorViewModel doctor;
  private final Texts texts;
  private final Button dismiss = new Button(null, new FontIcon(Feather.X));
  private final Hyperlink more = new Hyperlink();

  public DoctorView(DoctorViewModel doctor, Texts texts) {
    this.doctor = doctor;
    this.texts = texts;
    setId("doctor");
    getStyleClass().add("doctor-card");
    accessibleTextProperty().bind(texts.of("doctor.title"));
    dismiss.setId("doctor-dismiss");
    dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    dismiss.accessibleTextProperty().bind(texts.of("doctor.dismiss"));
    dismiss.setTooltip(Explained.tooltip(texts.of("doctor.dismiss")));
    dismiss.setMinWidth(USE_PREF_SIZE);
    dismiss.setOnAction(event -> doctor.dismiss());
    more.setId("doctor-more");
    more.getStyleClass().add("doctor-more");
    more.setMinWidth(USE_PREF_SIZE);
    more.textProperty()
        .bind(texts.binding(this::moreText, doctor.shownProperty(), doctor.expandedProperty()));
    more.setOnAction(event -> toggle());
    doctor.shownProperty().addListener(change -> show());
    doctor.expandedProperty().addListener(change -> show());
    show();
  }

  private String moreText() {
    return doctor.expandedProperty().get()
        ? texts.get("doctor.fewer")
        : texts.get("doctor.more", Math.max(1, doctor.shownProperty().get().size() - 1));
  }

  private void toggle() {
    more.setVisited(false);
    doctor.expandedProperty().set(!doctor.expandedProperty().get());
  }

  private void show() {
    List<Diagnosis> found = doctor.shownProperty().get();
    setVisible(!found.isEmpty());
    setManaged(!found.isEmpty());
    int count = doctor.expandedProperty().get() ? found.size() : Math.min(1, found.size());
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(found.get(i), i, found.size() > 1));
    }
    getChildren().setAll(rows);
  }

  private Node row(Diagnosis diagnosis, int index, boolean several) {
    Label sentence = new Label();
    sentence.setId("doctor-sentence-" + index);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.textProperty().bind(texts.binding(() -> diagnosis.sentence().in(texts.locale())));
    Button take = new Button(null, new FontIcon(Feather.COPY));
    take.setId("doctor-clone-" + index);
    take.getStyleClass().add(Styles.SMALL);
    take.setMinWidth(USE_PREF_SIZE);
    take.textProperty().bind(texts.of("doctor.clone"));
    take.setTooltip(
        Explained.tooltip(
            texts.binding(
                () -> texts.get("doctor.clone.help", diagnosis.remedy().in(texts.locale())))));
    take.accessibleHelpProperty()
        .bind(
            texts.binding(
                () -> texts.get("doctor.clone.help", diagnosis.remedy().in(texts.locale()))));
    take.setOnAction(event -> doctor.cloneWith(diagnosis));
    HBox buttons = new HBox(take);
    buttons.getStyleClass().add("doctor-buttons");
    if (index == 0 && several) {
      buttons.getChildren().add(more);
    }
    VBox said = new VBox(sentence, buttons);
    said.getStyleClass().add("doctor-said");
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row = new HBox(new FontIcon(Feather.ACTIVITY), said);
    row.getStyleClass().add("doctor-row");
    if (index == 0) {
      row.getChildren().add(dismiss);
    }
    return row;
  }
}
