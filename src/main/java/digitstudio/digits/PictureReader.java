package digitstudio.digits;

import digitstudio.text.Problem;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads how bright a picture file is, in memory that does not grow with the picture. */
public final class PictureReader {
  /** Longer side that is handed on, averaged; fifty times what the network sees is plenty. */
  private static final int LARGEST = 1024;

  /**
   * As many times the side that is handed on is unpacked; of larger pictures only every second,
   * third, … pixel is.
   */
  private static final int UNPACKED = 2;

  private static final long MOST_PIXELS = 1_000_000_000;

  private PictureReader() {}

  /**
   * Brightness from 0 for black to 1 for white, what is transparent lying on white.
   *
   * @throws Problem naming the file, if it is missing or not a picture
   */
  static Ink brightness(Path file) {
    return brightness(file, LARGEST);
  }

  /**
   * Brightness as {@link #brightness(Path)} reads it, upright as a camera's own note says.
   *
   * @param largest most columns and rows that are handed on
   * @throws Problem naming the file, if it is missing or not a picture
   */
  public static Ink brightness(Path file, int largest) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new Problem("digits.noPicture", file.toString());
    }
    try {
      JpegNotes notes = JpegNotes.of(file);
      return notes.upright(reduced(unpacked(file, name, largest * UNPACKED, notes), largest));
    } catch (IOException e) {
      throw new Problem(e, "digits.unreadablePicture", name);
    }
  }

  private static Ink unpacked(Path file, String name, int largest, JpegNotes notes)
      throws IOException {
    try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
      if (!readers.hasNext()) {
        throw new IOException("no reader for " + file);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(bytes, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          throw new Problem("digits.hugePicture", name, width, height);
        }
        int step = stepTo(largest, width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        // The reader knows no colours made of four inks, but unpacks them.
        return notes.inks() == 4 && reader.canReadRaster()
            ? notes.brightness(reader.readRaster(0, param))
            : brightness(reader.read(0, param));
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      if (e instanceof Problem) {
        throw e;
      }
      // Readers answer damaged files with whatever they trip over.
      throw new IOException(e);
    }
  }

  private static Ink brightness(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    float[] values = new float[width * height];
    boolean grey =
        image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(image.getColorModel() instanceof IndexColorModel);
    for (int row = 0; row < height; row++) {
      if (grey) {
        greyRow(image, row, values);
      } else {
        colourRow(image, row, values);
      }
    }
    return new Ink(width, height, values);
  }

  /** Java takes grey samples for linear light and would brighten them, so they are read raw. */
  private static void greyRow(BufferedImage image, int row, float[] values) {
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    float white = (1 << model.getComponentSize(0)) - 1;
    int width = image.getWidth();
    for (int column = 0; column < width; column++) {
      float grey = raster.getSample(column, row, 0) / white;
      float alpha = model.hasAlpha() ? raster.getSample(column, row, 1) / white : 1;
      values[row * width + column] = onWhite(grey, alpha);
    }
  }

  private static void colourRow(BufferedImage image, int row, float[] values) {
    int width = image.getWidth();
    int[] colours = image.getRGB(0, row, width, 1, null, 0, width);
    for (int column = 0; column < width; column++) {
      int colour = colours[column];
      // Luma of ITU-R BT.601, in whole numbers so that white is 1 to the last bit.
      int luma = 299 * (colour >> 16 & 0xFF) + 587 * (colour >> 8 & 0xFF) + 114 * (colour & 0xFF);
      values[row * width + column] = onWhite(luma / 255000f, (colour >>> 24) / 255f);
    }
  }

  private static float onWhite(float brightness, float alpha) {
    return alpha * brightness + (1 - alpha);
  }

  private static Ink reduced(Ink brightness, int largest) {
    int step = stepTo(largest, brightness.width(), brightness.height());
    if (step == 1) {
      return brightness;
    }
    // Whole steps alone: a last part of a step would be averaged with nothing.
    return AreaAverage.of(
        brightness,
        0,
        0,
        step,
        Math.max(1, brightness.width() / step),
        Math.max(1, brightness.height() / step));
  }

  private static int stepTo(int largest, int width, int height) {
    return (Math.max(width, height) - 1) / largest + 1;
  }
}
