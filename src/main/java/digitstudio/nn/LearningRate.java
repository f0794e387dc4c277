package digitstudio.nn;

import digitstudio.text.Problem;
import java.util.Locale;

/** The step size η, epoch by epoch. */
public sealed interface LearningRate {
  /**
   * The same at every epoch.
   *
   * @param initial η &gt; 0
   */
  record Constant(double initial) implements LearningRate {
    public Constant {
      Settings.requirePositive("learning-rate", initial);
    }

    @Override
    public double at(int epoch, int epochs) {
      return initial;
    }

    @Override
    public String schedule() {
      return "constant";
    }
  }

  /**
   * η · factor^⌊(epoch - 1) / every⌋.
   *
   * @param initial η &gt; 0
   * @param every epochs between two drops, at least 1
   * @param factor 0 &lt; factor ≤ 1
   */
  record Step(double initial, int every, double factor) implements LearningRate {
    public Step {
      Settings.requirePositive("learning-rate", initial);
      Settings.requireAtLeast("schedule", every, 1);
      if (!(factor > 0 && factor <= 1)) {
        throw new Problem("settings.factor", "schedule", Settings.number(factor));
      }
    }

    @Override
    public double at(int epoch, int epochs) {
      return initial * Math.pow(factor, (epoch - 1) / every);
    }

    @Override
    public String schedule() {
      return "step:" + every + ":" + Settings.number(factor);
    }
  }

  /**
   * η/2 · (1 + cos(π · (epoch - 1) / epochs)), without restarts (Loshchilov and Hutter 2017).
   *
   * @param initial η &gt; 0
   */
  record Cosine(double initial) implements LearningRate {
    public Cosine {
      Settings.requirePositive("learning-rate", initial);
    }

    @Override
    public double at(int epoch, int epochs) {
      return initial / 2 * (1 + Math.cos(Math.PI * (epoch - 1) / epochs));
    }

    @Override
    public String schedule() {
      return "cosine";
    }
  }

  /** η of the first epoch. */
  double initial();

  /**
   * η of one epoch.
   *
   * @param epoch counted from 1
   * @param epochs how many there will be
   */
  double at(int epoch, int epochs);

  /** The schedule as the command line and model files write it: {@code step:10:0.5}. */
  String schedule();

  /**
   * The learning rate of a schedule's text.
   *
   * @throws Problem if the text names no schedule
   */
  static LearningRate parse(String schedule, double initial) {
    String[] parts = schedule.trim().toLowerCase(Locale.ROOT).split(":", -1);
    if (parts.length == 1 && parts[0].equals("constant")) {
      return new Constant(initial);
    }
    if (parts.length == 1 && parts[0].equals("cosine")) {
      return new Cosine(initial);
    }
    if (parts.length == 3 && parts[0].equals("step")) {
      return new Step(
          initial,
          Settings.parseCount("schedule", parts[1]),
          Settings.parseNumber("schedule", parts[2]));
    }
    throw Settings.unknown("schedule", schedule, "constant, step:10:0.5, cosine");
  }
}
