package digitstudio.digits.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import digitstudio.digits.Ink;
import digitstudio.text.Problem;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
  @TempDir private Path folder;

  /** Two rows of three and two digits. */
  private static Ink digits() {
    return new PaperSheet(400, 240)
        .print("804", "DejaVu Sans", Font.PLAIN, 70, 60, 100)
        .print("35", "DejaVu Sans", Font.PLAIN, 70, 60, 200)
        .seen();
  }

  private static int[] counts(Path file) {
    return Sheet.read(file).rows().stream().mapToInt(List::size).toArray();
  }

  private void assertRead(Path file) {
    assertArrayEquals(new int[] {3, 2}, counts(file), file.toString());
  }

  private static String problem(Path file) {
    return assertThrows(Problem.class, () -> Sheet.read(file)).getMessage();
  }

  private static int tone(Ink ink, int x, int y) {
    return Math.round(255 * ink.values()[y * ink.width() + x]);
  }

  private Path write(BufferedImage picture, String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(picture, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }

  private static BufferedImage grey(int type) {
    Ink ink = digits();
    BufferedImage picture = new BufferedImage(ink.width(), ink.height(), type);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        int tone = tone(ink, x, y);
        picture.setRGB(x, y, 0xFF000000 | tone << 16 | tone << 8 | tone);
      }
    }
    return picture;
  }

  @Test
  void everyUsualKindIsRead() throws IOException {
    assertRead(write(grey(BufferedImage.TYPE_INT_RGB), "colour.png"));
    assertRead(write(grey(BufferedImage.TYPE_BYTE_GRAY), "grey.png"));
    assertRead(write(grey(BufferedImage.TYPE_USHORT_GRAY), "deep.png"));
    assertRead(write(grey(BufferedImage.TYPE_BYTE_BINARY), "two.png"));
    assertRead(write(grey(BufferedImage.TYPE_INT_RGB), "colour.jpg"));
    assertRead(write(grey(BufferedImage.TYPE_BYTE_GRAY), "grey.jpg"));
  }

  @Test
  void inkOnNothingIsInkOnWhite() throws IOException {
    Ink ink = digits();
    BufferedImage picture =
        new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        picture.setRGB(x, y, 255 - tone(ink, x, y) << 24);
      }
    }
    assertRead(write(picture, "transparent.png"));
  }

  @Test
  void sixteenBitsOfColourAreRead() throws IOException {
    Ink ink = digits();
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            java.awt.Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = colours.createCompatibleWritableRaster(ink.width(), ink.height());
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        int tone = tone(ink, x, y) * 257;
        raster.setPixel(x, y, new int[] {tone, tone, tone});
      }
    }
    assertRead(write(new BufferedImage(colours, raster, false, null), "sixteen.png"));
  }

  /** A JPEG of four printing inks, as it lies in the file. */
  private Path fourInks() throws IOException {
    Ink ink = digits();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, ink.width(), ink.height(), 4, null);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        raster.setPixel(x, y, new int[] {10, 5, 5, 255 - tone(ink, x, y)});
      }
    }
    Path file = folder.resolve("inks.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return file;
  }

  @Test
  void fourPrintingInksAreRead() throws IOException {
    assertRead(fourInks());
  }

  @Test
  void aPhotographIsTurnedAsTheCameraWasHeld() throws IOException {
    BufferedImage upright = grey(BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage lying =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = lying.createGraphics();
    // Orientation 6: what is up lies to the left.
    graphics.rotate(-Math.PI / 2);
    graphics.drawImage(upright, -upright.getWidth(), 0, null);
    graphics.dispose();
    Path file = write(lying, "lying.jpg");
    byte[] plain = Files.readAllBytes(file);
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    noted.write(plain, 0, 2);
    noted.write(exif);
    noted.write(plain, 2, plain.length - 2);
    Path turned = folder.resolve("turned.jpg");
    Files.write(turned, noted.toByteArray());
    assertRead(turned);
  }

  @Test
  void whatHoldsNoDigitsIsRefusedInOneSentence() throws IOException {
    BufferedImage blank = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = blank.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 100);
    graphics.dispose();
    String none =
        "blank.png: no digit can be made out; take a sharper picture, or cut it to the digits";
    assertEquals(none, problem(write(blank, "blank.png")));
    Path text = folder.resolve("text.png");
    Files.writeString(text, "no picture");
    assertEquals(
        "text.png: not a picture that can be read; take a PNG or JPEG file", problem(text));
    byte[] whole = Files.readAllBytes(write(grey(BufferedImage.TYPE_INT_RGB), "whole.png"));
    Path cut = folder.resolve("cut.png");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertEquals("cut.png: not a picture that can be read; take a PNG or JPEG file", problem(cut));
    assertEquals(
        folder.resolve("absent.png")
            + ": there is no such file; name a PNG or JPEG picture of a digit",
        problem(folder.resolve("absent.png")));
  }

  @Test
  void moreSpotsThanDigitsEverAreIsRefused() throws IOException {
    BufferedImage many = new BufferedImage(800, 800, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 800; y++) {
      for (int x = 0; x < 800; x++) {
        many.setRGB(x, y, x % 20 < 8 && y % 20 < 12 ? 0 : 0xFFFFFF);
      }
    }
    assertEquals(
        "many.png: 1,600 spots of a digit's size are too many, at most 500 are read; cut the"
            + " picture to the digits",
        problem(write(many, "many.png")));
  }

  @Test
  void aHeaderThatDeclaresAGiganticPictureIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] whole = Files.readAllBytes(write(grey(BufferedImage.TYPE_BYTE_GRAY), "small.png"));
    java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(whole);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 check = new CRC32();
    check.update(whole, 12, 17);
    header.putInt(29, (int) check.getValue());
    Path file = folder.resolve("gigantic.png");
    Files.write(file, whole);
    assertEquals(
        "gigantic.png: 60,000 × 60,000 pixels are too many; make the picture smaller",
        problem(file));
  }

  @Test
  void fiftyMegapixelsAreRead() throws IOException {
    Ink ink = digits();
    BufferedImage large = new BufferedImage(8640, 5792, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = large.createGraphics();
    graphics.drawImage(grey(BufferedImage.TYPE_BYTE_GRAY), 0, 0, 8640, 5792, null);
    graphics.dispose();
    assertEquals(400, ink.width());
    assertRead(write(large, "large.jpg"));
  }
}
