package digitstudio.ui.main;

import digitstudio.ui.form.RunPlan;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.OptionalDouble;

/** What pressing the Train button comes to, in words. */
final class TrainTexts {
  private final Texts texts;
  private final Quantities quantities;

  TrainTexts(Texts texts) {
    this.texts = texts;
    this.quantities = new Quantities(texts);
  }

  /**
   * @param plan null while the form is wrong
   * @param queueing whether its runs would wait
   */
  String button(RunPlan plan, boolean queueing) {
    if (plan != null && plan.isSweep()) {
      return texts.get(queueing ? "queue.addRuns" : "queue.trainRuns", plan.count());
    }
    return texts.get(queueing ? "queue.addRun" : "window.trainNow");
  }

  /** How many runs it is, and how long they take as far as that is known. */
  String cost(RunPlan plan, OptionalDouble seconds) {
    return seconds.isPresent()
        ? texts.get("queue.cost", plan.count(), quantities.timeLeft(seconds.getAsDouble()))
        : texts.get("queue.costUnknown", plan.count());
  }
}
