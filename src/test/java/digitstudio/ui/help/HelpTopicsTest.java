package digitstudio.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.ui.form.NumberField;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.help.HelpTopics.Topic;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Everything that can be chosen is explained in both languages. */
@ExtendWith(ApplicationExtension.class)
class HelpTopicsTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  /** What of a form is only told, or is explained with what it belongs to. */
  private static void controls(Node node, Set<String> ids) {
    if (node.isFocusTraversable() && node.getId() != null) {
      ids.add(node.getId());
    }
    if (node instanceof ScrollPane scroll) {
      controls(scroll.getContent(), ids);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> controls(child, ids));
    }
  }

  @Test
  void everyControlOfTheFormIsExplained(FxRobot robot) {
    Set<String> ids = new TreeSet<>();
    robot.interact(
        () ->
            controls(
                new SettingsView(new SettingsViewModel(Presets.all()), new Texts(Locale.ENGLISH)),
                ids));
    assertTrue(ids.size() > 40, ids.toString());
    for (NumberField field : NumberField.values()) {
      assertTrue(ids.contains(field.id()), field.id());
    }
    Set<String> unexplained = new TreeSet<>(ids);
    unexplained.removeIf(id -> HelpTopics.of(id).isPresent());
    assertEquals(Set.of(), unexplained);
  }

  @Test
  void everyTopicHasANameASentenceAndItsFormulaInBothLanguages() {
    for (Topic topic : HelpTopics.all()) {
      for (Locale language : LANGUAGES) {
        assertFalse(HelpTexts.name(topic, language).isBlank(), topic.id());
        String sentence = HelpTexts.sentence(topic, language);
        assertTrue(sentence.matches("(?s).*[.。]$|.*[.。）)]$"), topic.id() + ": " + sentence);
        assertEquals(topic.hasFormula(), !HelpTexts.formula(topic, language).isBlank(), topic.id());
      }
      assertNotEquals(
          HelpTexts.sentence(topic, Locale.ENGLISH),
          HelpTexts.sentence(topic, Locale.SIMPLIFIED_CHINESE));
    }
  }

  @Test
  void noTopicIsThereTwice() {
    List<String> ids = HelpTopics.all().stream().map(Topic::id).toList();
    assertEquals(ids.size(), Set.copyOf(ids).size());
  }

  @Test
  void controlsThatBelongTogetherAreExplainedTogether() {
    assertEquals("form-hidden", HelpTopics.of("form-hidden-3").orElseThrow().id());
    assertEquals("form-hidden", HelpTopics.of("form-hidden-remove-0").orElseThrow().id());
    assertEquals("form-optimizer", HelpTopics.of("form-optimizer-also").orElseThrow().id());
    assertTrue(HelpTopics.of("nothing").isEmpty());
    assertTrue(HelpTopics.of(null).isEmpty());
  }

  @Test
  void wordsAreFoundInEitherLanguageAndInFormulas() {
    HelpViewModel help = new HelpViewModel();
    assertEquals(HelpTopics.all().size(), help.foundProperty().get().size());
    help.queryProperty().set("momentum μ");
    assertTrue(help.foundProperty().get().contains(HelpTopics.of("form-momentum").orElseThrow()));
    assertTrue(help.foundProperty().get().size() < 6);
    help.queryProperty().set("学习率");
    assertTrue(
        help.foundProperty().get().contains(HelpTopics.of("form-learning-rate").orElseThrow()));
    help.queryProperty().set("zzz");
    assertEquals(Set.of(), help.foundProperty().get());
    help.ask(HelpTopics.of("form-seed").orElseThrow());
    assertEquals(HelpTopics.all().size(), help.foundProperty().get().size());
  }
}
