package digitstudio.cli;

import digitstudio.training.EpochResult;

/** An epoch as one line. */
final class EpochLine {
  private EpochLine() {}

  /**
   * @param epochs of the whole run
   */
  static void say(Console console, EpochResult epoch, int epochs) {
    console.say(
        Double.isNaN(epoch.validationLoss()) ? "cli.epoch" : "cli.epochWithValidation",
        epoch.epoch(),
        epochs,
        epoch.trainLoss(),
        epoch.trainAccuracy(),
        epoch.seconds(),
        epoch.validationLoss(),
        epoch.validationAccuracy());
  }
}
