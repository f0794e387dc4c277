package digitstudio.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import org.junit.jupiter.api.Test;

class FormHistoryTest {
  private final SettingsViewModel form = new SettingsViewModel(Presets.all());
  private final FormHistory history = form.history();

  private void type(NumberField field, String... texts) {
    for (String text : texts) {
      form.text(field).set(text);
    }
  }

  @Test
  void nothingCanBeUndoneAtFirst() {
    assertFalse(history.undoableProperty().get());
    assertFalse(history.redoableProperty().get());
  }

  @Test
  void whatIsTypedIntoOneFieldIsOneChange() {
    String before = form.text(NumberField.EPOCHS).get();
    type(NumberField.EPOCHS, "2", "25", "250");
    history.undo();
    assertEquals(before, form.text(NumberField.EPOCHS).get());
    assertFalse(history.undoableProperty().get());
    history.redo();
    assertEquals("250", form.text(NumberField.EPOCHS).get());
  }

  @Test
  void afterLeavingAFieldTypingIsAnotherChange() {
    type(NumberField.EPOCHS, "25");
    history.settle();
    type(NumberField.EPOCHS, "250");
    history.undo();
    assertEquals("25", form.text(NumberField.EPOCHS).get());
  }

  @Test
  void aBadValueComesBackAsItWas() {
    type(NumberField.SEED, "7");
    type(NumberField.EPOCHS, "-3");
    history.settle();
    type(NumberField.EPOCHS, "4");
    history.undo();
    assertEquals("-3", form.text(NumberField.EPOCHS).get());
    assertTrue(form.problem(NumberField.EPOCHS).get() != null);
  }

  @Test
  void everyKindOfChangeIsTakenBackStepByStep() {
    String atFirst = form.content();
    form.activationProperty().set(ActivationKind.TANH);
    form.addHidden();
    form.earlyStoppingProperty().set(!form.earlyStoppingProperty().get());
    form.choice(ChoiceField.OPTIMIZER).also().clear();
    form.select(Presets.all().get(3));
    form.several().text(SeveralRuns.Count.REPEATS).set("5");
    String atLast = form.content();

    for (int i = 0; i < 5; i++) {
      history.undo();
    }
    assertEquals(atFirst, form.content());
    assertFalse(history.undoableProperty().get());
    for (int i = 0; i < 5; i++) {
      history.redo();
    }
    assertEquals(atLast, form.content());
  }

  @Test
  void aNewChangeLeavesNothingToRedo() {
    form.addHidden();
    history.undo();
    type(NumberField.SEED, "99");
    assertFalse(history.redoableProperty().get());
  }

  @Test
  void theFormIsKeptWithWrongValuesAndSeveralValues() {
    type(NumberField.EPOCHS, "many");
    form.addHidden();
    form.hidden().get(0).unitsProperty().set("32, 64");
    @SuppressWarnings("unchecked")
    Chosen<OptimizerKind> rule = (Chosen<OptimizerKind>) form.choice(ChoiceField.OPTIMIZER);
    rule.valueProperty().set(OptimizerKind.ADAM);
    rule.toggle(OptimizerKind.SGD);
    String kept = form.content();

    SettingsViewModel next = new SettingsViewModel(Presets.all());
    next.restore(kept);
    assertEquals(kept, next.content());
    assertEquals("many", next.text(NumberField.EPOCHS).get());
  }

  @Test
  void whatAnotherVersionKeptFillsWhatItTells() {
    String epochs = form.text(NumberField.EPOCHS).get();
    form.restore("{\"numbers\": {\"seed\": \"12\", \"moons\": \"3\", \"epochs\": 4}, \"x\": []}");
    assertEquals("12", form.text(NumberField.SEED).get());
    assertEquals(epochs, form.text(NumberField.EPOCHS).get());
    for (String text : new String[] {"", "[]", "{", "null", "7"}) {
      assertThrows(IllegalArgumentException.class, () -> form.restore(text), text);
    }
    assertEquals("12", form.text(NumberField.SEED).get());
  }
}
