package digitstudio.digits;

import digitstudio.text.Problem;
import java.nio.file.Path;

/**
 * A picture file of one digit, dark on light or light on dark, read through the drawing pipeline.
 */
public final class DigitPicture {
  private DigitPicture() {}

  /**
   * Reads a PNG or JPEG of any size.
   *
   * @throws Problem naming the file, if it is missing, unreadable, or blank
   */
  public static DigitImage read(Path file) {
    return PaperRemoval.ink(PictureReader.brightness(file))
        .flatMap(DigitNormalizer::normalize)
        .orElseThrow(() -> new Problem("digits.blankPicture", String.valueOf(file.getFileName())));
  }
}
