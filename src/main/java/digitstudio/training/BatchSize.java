package digitstudio.training;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.util.Locale;

/** How many images make one step. */
public sealed interface BatchSize {
  /** Every training image: batch gradient descent. */
  record All() implements BatchSize {
    @Override
    public int of(int images) {
      return images;
    }

    @Override
    public String spelling() {
      return "all";
    }
  }

  /**
   * A fixed number; 1 is stochastic gradient descent. The last batch of an epoch is smaller where
   * the number does not divide the images.
   *
   * @param images at least 1
   */
  record Fixed(int images) implements BatchSize {
    public Fixed {
      Settings.requireAtLeast("batch-size", images, 1);
    }

    @Override
    public int of(int images) {
      if (this.images > images) {
        throw new Problem("settings.batchTooLarge", this.images, images);
      }
      return this.images;
    }

    @Override
    public String spelling() {
      return Integer.toString(images);
    }
  }

  /**
   * The number for so many training images.
   *
   * @throws Problem if the batch is larger than the data
   */
  int of(int images);

  /** As the command line and model files write it: {@code 128} or {@code all}. */
  String spelling();

  /** Reads {@link #spelling()} back. */
  static BatchSize parse(String text) {
    return text.trim().toLowerCase(Locale.ROOT).equals("all")
        ? new All()
        : new Fixed(Settings.parseCount("batch-size", text));
  }
}
