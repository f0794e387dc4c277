package digitstudio.ui.main;

import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.RunSnapshot;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A run told in words. */
final class RunTexts {
  private final Texts texts;
  private final Quantities quantities;

  RunTexts(Texts texts) {
    this.texts = texts;
    this.quantities = new Quantities(texts);
  }

  /** Where the run stands: epoch 37/100 · 37 % · 12 s left · 231,000 images/s. */
  String progress(RunSnapshot run) {
    return switch (run.state()) {
      case PREPARING -> texts.get("window.preparing");
      case RUNNING -> running(run);
      case PAUSED -> join(List.of(texts.get("window.paused"), epoch(run)));
      case EVALUATING -> texts.get("window.evaluating");
      case FINISHED -> finished(run);
      case STOPPED -> texts.get("window.stopped", run.epoch());
      case DIVERGED -> texts.get("window.diverged", run.epoch());
      case FAILED -> texts.get("window.failed");
      case INTERRUPTED -> texts.get("window.interrupted");
    };
  }

  private String running(RunSnapshot run) {
    List<String> parts = new ArrayList<>();
    parts.add(epoch(run));
    parts.add(texts.get("window.percent", quantities.count((long) (run.progress() * 100))));
    if (Double.isFinite(run.secondsLeft())) {
      parts.add(texts.get("window.left", quantities.timeLeft(run.secondsLeft())));
    }
    if (run.imagesPerSecond() > 0) {
      parts.add(texts.get("window.speed", quantities.measured(run.imagesPerSecond())));
    }
    return join(parts);
  }

  private String epoch(RunSnapshot run) {
    return texts.get(
        "window.epoch",
        quantities.count(Math.max(run.epoch(), 1)),
        quantities.count(run.config().epochs()));
  }

  private String finished(RunSnapshot run) {
    int epochs = run.epochs().size();
    boolean early = run.result().map(RunResult::stoppedEarly).orElse(false);
    return early
        ? texts.get("window.finishedEarly", epochs, run.result().orElseThrow().bestEpoch())
        : texts.get("window.finished", epochs);
  }

  /**
   * What the run came to, as far as it is known: train 98.1 % · validation 97.3 % · ….
   *
   * @param sealed whether nobody is to see what it makes of the test images
   */
  String status(RunSnapshot run, boolean sealed) {
    if (run.result().isPresent()) {
      return status(run.result().get(), sealed);
    }
    if (run.epochs().isEmpty()) {
      return "";
    }
    EpochResult last = run.epochs().get(run.epochs().size() - 1);
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("window.train", quantities.percent(last.trainAccuracy())));
    if (Double.isFinite(last.validationAccuracy())) {
      parts.add(texts.get("window.validation", quantities.percent(last.validationAccuracy())));
    }
    return join(parts);
  }

  private String status(RunResult result, boolean sealed) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("window.train", quantities.percent(result.train().accuracy())));
    result
        .validation()
        .ifPresent(
            held -> parts.add(texts.get("window.validation", quantities.percent(held.accuracy()))));
    if (!sealed) {
      parts.add(texts.get("window.test", quantities.percent(result.test().accuracy())));
    }
    parts.add(texts.get("window.lastRun", quantities.timeTaken(result.trainingSeconds())));
    return join(parts);
  }

  private static String join(List<String> parts) {
    return String.join(" · ", parts);
  }
}
