package digitstudio.digits;

import java.nio.file.Path;

/**
 * A picture file of one digit, dark on light or light on dark, read through the drawing pipeline.
 */
public final class DigitPicture {
  private DigitPicture() {}

  /**
   * Reads a PNG or JPEG of any size.
   *
   * @throws digitstudio.text.Problem naming the file, if it is missing, unreadable, or blank
   */
  public static DigitImage read(Path file) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
