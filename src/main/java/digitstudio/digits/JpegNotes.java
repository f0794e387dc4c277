package digitstudio.digits;

import java.awt.image.Raster;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JPEG file says of itself before its pixels: how the camera was held, and what its colours
 * are made of (ITU-T T.81; Exif 2.3; Adobe Technical Note 5116).
 *
 * @param orientation of Exif, 1 to 8; 1 is upright
 * @param inks components of a pixel: 1 grey, 3 colour, 4 printing inks; 0 if it is no JPEG
 * @param adobe whether Adobe's program wrote it, which stores inks the wrong way round
 * @param transformed whether its first component is the darkness of the first three inks
 */
record JpegNotes(int orientation, int inks, boolean adobe, boolean transformed) {
  private static final JpegNotes NONE = new JpegNotes(1, 0, false, false);
  private static final int START = 0xFFD8;
  private static final int EXIF = 0xFFE1;
  private static final int ADOBE = 0xFFEE;
  private static final int SCAN = 0xFFDA;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  /** What a file says; nothing of other files, nor of one whose notes are damaged. */
  static JpegNotes of(Path file) throws IOException {
    try (DataInputStream bytes =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return bytes.readUnsignedShort() == START ? segments(bytes) : NONE;
    } catch (java.io.EOFException e) {
      return NONE;
    }
  }

  private static JpegNotes segments(DataInputStream bytes) throws IOException {
    JpegNotes notes = NONE;
    for (int marker = bytes.readUnsignedShort(); marker != SCAN; ) {
      int length = bytes.readUnsignedShort() - 2;
      if (marker < 0xFF00 || length < 0) {
        return notes;
      }
      notes = notes.with(marker, bytes.readNBytes(length));
      marker = bytes.readUnsignedShort();
    }
    return notes;
  }

  private JpegNotes with(int marker, byte[] body) {
    if (marker == EXIF && startsWith(body, "Exif\0\0")) {
      return new JpegNotes(orientation(body), inks, adobe, transformed);
    }
    if (marker == ADOBE && body.length >= 12 && startsWith(body, "Adobe")) {
      return new JpegNotes(orientation, inks, true, body[11] != 0);
    }
    return isFrame(marker) && body.length >= 6
        ? new JpegNotes(orientation, body[5], adobe, transformed)
        : this;
  }

  /** Of the markers from C0 to CF, all but three begin a frame. */
  private static boolean isFrame(int marker) {
    return marker >= 0xFFC0
        && marker <= 0xFFCF
        && marker != 0xFFC4
        && marker != 0xFFC8
        && marker != 0xFFCC;
  }

  private static boolean startsWith(byte[] body, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (i >= body.length || body[i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The entry of the first directory; 1 if there is none, or it makes no sense. */
  private static int orientation(byte[] exif) {
    int start = "Exif\0\0".length();
    if (exif.length < start + 8) {
      return 1;
    }
    ByteBuffer tiff = ByteBuffer.wrap(exif, start, exif.length - start).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if (entry > tiff.limit() - ENTRY) {
        return 1;
      }
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        int found = tiff.getShort(entry + 8);
        return found >= 1 && found <= 8 ? found : 1;
      }
    }
    return 1;
  }

  /** How bright a pixel of four inks is: what its three colours leave, under the black. */
  Ink brightness(Raster inked) {
    float[] values = new float[inked.getWidth() * inked.getHeight()];
    int[] pixel = new int[4];
    for (int place = 0; place < values.length; place++) {
      inked.getPixel(place % inked.getWidth(), place / inked.getWidth(), pixel);
      double colour =
          transformed ? 255 - pixel[0] : 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
      double light = adobe ? colour * pixel[3] : (255 - colour) * (255 - pixel[3]);
      values[place] = (float) (light / (255 * 255));
    }
    return new Ink(inked.getWidth(), inked.getHeight(), values);
  }

  /** The picture as it was seen when it was taken. */
  Ink upright(Ink picture) {
    if (orientation == 1) {
      return picture;
    }
    boolean turned = orientation >= 5;
    int width = turned ? picture.height() : picture.width();
    int height = turned ? picture.width() : picture.height();
    float[] values = new float[picture.values().length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        values[row * width + column] = picture.values()[source(picture, row, column)];
      }
    }
    return new Ink(width, height, values);
  }

  private int source(Ink picture, int row, int column) {
    int right = picture.width() - 1;
    int bottom = picture.height() - 1;
    int x =
        switch (orientation) {
          case 2, 3 -> right - column;
          case 4 -> column;
          case 5, 6 -> row;
          default -> right - row;
        };
    int y =
        switch (orientation) {
          case 2 -> row;
          case 3, 4 -> bottom - row;
          case 5, 8 -> column;
          default -> bottom - column;
        };
    return y * picture.width() + x;
  }
}
