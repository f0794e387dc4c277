package digitstudio.ui.form;

import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.form.SeveralRuns.Combinations;
import digitstudio.ui.form.SeveralRuns.Count;
import digitstudio.ui.text.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form's section of how values become runs: repeats, and all combinations or some of them. */
final class SeveralRunsView extends VBox {
  private final SeveralRuns several;
  private final Texts texts;

  SeveralRunsView(SettingsViewModel form, Texts texts) {
    this.several = form.several();
    this.texts = texts;
    getStyleClass().add("settings-section");
    Label heading = new Label();
    heading.textProperty().bind(texts.of("form.several"));
    heading.getStyleClass().add("section-heading");
    Label hint = new Label();
    hint.setId("form-several-hint");
    hint.getStyleClass().addAll("quiet", "several-hint");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.textProperty().bind(texts.of("form.severalHint"));
    ObservableValue<Boolean> swept = form.sweptProperty();
    ObservableValue<Boolean> random =
        form.sweptProperty().and(several.combinationsProperty().isEqualTo(Combinations.RANDOM));
    getChildren()
        .addAll(
            heading,
            hint,
            row(Count.REPEATS),
            new FieldRow(texts.of("form.combinations"), combinations()).shownIf(swept),
            row(Count.DRAWS).shownIf(random),
            row(Count.DRAW_SEED).shownIf(random));
  }

  private FieldRow row(Count count) {
    TextField field = new TextField();
    field.setId(count.id());
    field.textProperty().bindBidirectional(several.text(count));
    return new FieldRow(texts.of(count.nameKey()), field)
        .checked(field, several.problem(count), texts)
        .explained(field, texts);
  }

  private ComboBox<Combinations> combinations() {
    ComboBox<Combinations> box = new ComboBox<>();
    box.setId("form-combinations");
    box.getItems().setAll(Combinations.values());
    ChoiceCell.show(
        box, texts, choice -> "form.combinations." + choice.name().toLowerCase(Locale.ROOT));
    box.valueProperty().bindBidirectional(several.combinationsProperty());
    return box;
  }
}
