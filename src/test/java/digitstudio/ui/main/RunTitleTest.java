package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Test;

class RunTitleTest {
  private static final TrainingConfig CONFIG = Presets.FIRST.config();

  private final FakeTraining training = new FakeTraining();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final MainViewModel main =
      new MainViewModel(
          training,
          new SettingsViewModel(List.of(Presets.FIRST)),
          ModelStore.FILES,
          Runnable::run,
          Runnable::run,
          texts);
  private long seconds;
  private final RunTitle title = new RunTitle(main, texts, () -> TimeUnit.SECONDS.toNanos(seconds));
  private final StringBinding text = title.text();

  private void trainFor(long duration) {
    main.train();
    training.tell(Runs.going(CONFIG, RunState.RUNNING, 1));
    seconds += duration;
    training.tell(Runs.finished(CONFIG));
  }

  @Test
  void theTitleTellsHowFarTheTrainingIs() {
    assertEquals("Digit Studio", text.get());
    main.train();
    training.tell(Runs.going(CONFIG, RunState.RUNNING, 1));
    assertTrue(text.get().matches("\\d+ %( · [\\d:]+ left)? – Digit Studio"), text.get());
    training.tell(Runs.going(CONFIG, RunState.PAUSED, 1));
    assertTrue(text.get().startsWith("Paused at"), text.get());
    training.tell(Runs.finished(CONFIG));
    assertEquals("Digit Studio", text.get());
  }

  @Test
  void aLongRunThatEndsUnseenIsToldUntilTheWindowIsLookedAt() {
    title.focusedProperty().set(false);
    trainFor(95);
    assertEquals("Finished – Digit Studio", text.get());
    assertEquals(
        "The training ended after 1 min 35 s.",
        main.messageProperty().get().sentence(Locale.ENGLISH));
    texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE);
    assertTrue(text.get().startsWith("已完成"), text.get());
    title.focusedProperty().set(true);
    assertTrue(!text.get().startsWith("已完成"), text.get());
  }

  @Test
  void aShortRunOrOneThatIsWatchedEndsWithoutANotice() {
    title.focusedProperty().set(false);
    trainFor(29);
    assertNull(main.messageProperty().get());
    title.focusedProperty().set(true);
    trainFor(300);
    assertNull(main.messageProperty().get());
    assertEquals("Digit Studio", text.get());
  }

  @Test
  void theTimeLeftIsWrittenAsAClockDoes() {
    assertEquals("0:01", RunTitle.clockTime(0.2));
    assertEquals("3:10", RunTitle.clockTime(190));
    assertEquals("1:03:10", RunTitle.clockTime(3790));
  }
}
