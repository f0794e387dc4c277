package digitstudio.ui.look;

import digitstudio.nn.Spelling;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.RunImages.Part;
import digitstudio.ui.text.Texts;
import javafx.beans.binding.StringBinding;

/** What the view says of what it shows. */
final class LookWords {
  private final LookViewModel viewModel;
  private final Texts texts;

  LookWords(LookViewModel viewModel) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
  }

  /** Of which images, at which epoch, and with which weights. */
  StringBinding caption() {
    return texts.binding(
        this::tellCaption,
        viewModel.confusionProperty(),
        viewModel.readingProperty(),
        viewModel.courseProperty(),
        viewModel.epochProperty(),
        viewModel.partProperty(),
        viewModel.problemProperty());
  }

  private String tellCaption() {
    Course course = viewModel.courseProperty().get();
    ConfusionMatrix shown = viewModel.confusionProperty().get();
    Part part = viewModel.partProperty().get();
    if (course == null || shown == null || part == null) {
      return viewModel.problemProperty().get() == null ? texts.get("look.computing") : "";
    }
    int epoch = viewModel.epochProperty().get();
    boolean asLearnt =
        !course.holdsOut() && part == Part.TRAIN && course.confusions().get(epoch) == shown;
    Reading reading = viewModel.readingProperty().get();
    boolean computed = reading != null && reading.confusion() == shown;
    String key = asLearnt ? "look.caption.learnt" : "look.caption." + Spelling.of(part);
    return viewModel.say(
        key, shown.total(), 100 * shown.accuracy(), computed ? reading.epoch() : epoch);
  }

  /** Which epoch is shown, or why there is but one. */
  StringBinding epoch() {
    return texts.binding(
        () -> {
          Course course = viewModel.courseProperty().get();
          if (course == null) {
            return "";
          }
          return course.hasEpochs()
              ? texts.get("look.epoch", viewModel.epochProperty().get(), course.lastEpoch())
              : texts.get("look.noEpochs");
        },
        viewModel.courseProperty(),
        viewModel.epochProperty());
  }
}
