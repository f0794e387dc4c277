package digitstudio.digits.sets;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Folders of pictures in which every class is a bar at a place of its own. */
public final class Pictures {
  private Pictures() {}

  /** Writes {@code each} pictures of each class, dark ink on light paper if asked. */
  public static void write(Path folder, int each, boolean light, String... classes) {
    for (int c = 0; c < classes.length; c++) {
      for (int i = 0; i < each; i++) {
        write(
            folder.resolve(classes[c]).resolve("picture-" + i + ".png"),
            bar(c, classes.length, 28, 28, light, new Random(1000L * c + i)));
      }
    }
  }

  /** One picture of a bar whose angle is its class. */
  public static BufferedImage bar(
      int of, int classes, int width, int height, boolean light, Random random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(light ? Color.WHITE : Color.BLACK);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(light ? Color.BLACK : Color.WHITE);
    graphics.translate(width / 2 + random.nextInt(3) - 1, height / 2 + random.nextInt(3) - 1);
    graphics.rotate(Math.PI * of / classes);
    graphics.fillRect(-width / 3, -2, 2 * width / 3, 4);
    graphics.dispose();
    return image;
  }

  public static void write(Path file, BufferedImage image) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
