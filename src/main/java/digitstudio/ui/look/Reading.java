package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.training.Answers;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Model;
import digitstudio.training.RunImages;
import digitstudio.training.RunImages.Part;

/**
 * What a run's network at one epoch answers on one part of its images.
 *
 * @param run id of the run
 * @param name of the run
 * @param part which images
 * @param epoch of the weights
 * @param model the network
 * @param images in the order of the answers
 * @param answers one for each image
 * @param confusion of them
 */
record Reading(
    long run,
    String name,
    Part part,
    int epoch,
    Model model,
    RunImages images,
    Answers answers,
    ConfusionMatrix confusion) {
  int size() {
    return answers.size();
  }

  /** One of its images. */
  LookImage image(int index) {
    return new LookImage(
        images.images().image(index),
        answers.label(index),
        part != Part.TEST,
        images.places()[index]);
  }

  /** What there is to tell apart. */
  ClassNames classes() {
    return model.provenance().data().classes();
  }
}
