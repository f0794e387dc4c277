package digitstudio.report.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A font file made of the few characters that a document needs, to be embedded in it.
 *
 * <p>The outlines are those Java draws, so that every installed font will do: fonts of Chinese are
 * mostly collections with PostScript outlines, which PDFBox does not embed. A character that the
 * first font lacks is taken from the next one, and one that all lack is a box.
 */
final class TrueTypeFont {
  private static final int EM = 1000;
  private static final int MIDDLE_DOT = 0xB7;
  private static final int BOLD = 700;
  private static final int REGULAR = 400;
  private static final int MAGIC = 0x5F0F3CF5;
  private static final int CHECKSUM = 0xB1B0AFBA;

  private record Glyph(byte[] outline, int advance, GlyphOutline shape) {}

  private final String name;
  private final boolean bold;
  private final int ascent;
  private final int descent;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final Map<Integer, Integer> glyphOf = new TreeMap<>();

  private TrueTypeFont(String name, boolean bold, int ascent, int descent) {
    this.name = name;
    this.bold = bold;
    this.ascent = ascent;
    this.descent = descent;
  }

  /**
   * The bytes of a font.
   *
   * @param families to take the characters from, the first one that has it first
   * @param characters Unicode code points
   */
  static byte[] of(List<String> families, boolean bold, TreeSet<Integer> characters) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    List<Font> fonts =
        families.stream()
            .map(family -> new Font(family, bold ? Font.BOLD : Font.PLAIN, EM))
            .toList();
    LineMetrics metrics = fonts.get(0).getLineMetrics("0", context);
    TrueTypeFont made =
        new TrueTypeFont(
            postScriptName(families.get(0), bold),
            bold,
            Math.round(metrics.getAscent()),
            Math.round(metrics.getDescent()));
    made.addBox();
    characters.forEach(character -> made.add(character, fonts, context));
    return made.bytes();
  }

  /** Six letters and a plus say that it is a part of the font. */
  private static String postScriptName(String family, boolean bold) {
    String letters = family.replaceAll("[^A-Za-z0-9]", "");
    return "DIGITS+" + (letters.isEmpty() ? "Font" : letters) + (bold ? "-Bold" : "-Regular");
  }

  private void addBox() {
    GlyphOutline outline =
        GlyphOutline.of(
            new BasicStroke(40, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER)
                .createStrokedShape(new Rectangle2D.Double(100, -680, 400, 660)));
    glyphs.add(new Glyph(outline.bytes(), 600, outline));
  }

  private void add(int character, List<Font> fonts, FontRenderContext context) {
    Font font =
        fonts.stream()
            .filter(one -> one.canDisplay(character))
            .filter(one -> character != MIDDLE_DOT || isNarrow(one, context))
            .findFirst()
            .orElse(null);
    glyphOf.put(character, glyphs.size());
    if (font == null) {
      glyphs.add(glyphs.get(0));
      return;
    }
    GlyphVector vector = font.createGlyphVector(context, Character.toString(character));
    GlyphOutline outline = GlyphOutline.of(vector.getOutline());
    int advance = (int) Math.round(vector.getGlyphPosition(vector.getNumGlyphs()).getX());
    glyphs.add(new Glyph(outline.bytes(), advance, outline));
  }

  /** Chinese fonts have a middle dot as wide as a word of theirs. */
  private static boolean isNarrow(Font font, FontRenderContext context) {
    return font.createGlyphVector(context, "·").getGlyphMetrics(0).getAdvance() < 0.6f * EM;
  }

  // Tables, as the OpenType specification has them

  private byte[] bytes() {
    Map<String, byte[]> tables = new TreeMap<>();
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    tables.put("loca", outlines(outlines));
    tables.put("glyf", outlines.toByteArray());
    tables.put("cmap", table(this::writeCharacters));
    tables.put("head", table(this::writeHead));
    tables.put("hhea", table(this::writeLine));
    tables.put("hmtx", table(this::writeAdvances));
    tables.put("maxp", table(this::writeCounts));
    tables.put("name", table(this::writeNames));
    tables.put("post", table(this::writePostScript));
    tables.put("OS/2", table(this::writeWindows));
    return file(tables);
  }

  @FunctionalInterface
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] table(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] outlines(ByteArrayOutputStream into) {
    return table(
        out -> {
          for (Glyph glyph : glyphs) {
            out.writeInt(into.size());
            into.write(glyph.outline());
            while (into.size() % 4 != 0) {
              into.write(0);
            }
          }
          out.writeInt(into.size());
        });
  }

  /** Format 12: runs of characters whose glyphs follow each other, here of one each. */
  private void writeCharacters(DataOutputStream out) throws IOException {
    out.writeShort(0);
    out.writeShort(1);
    out.writeShort(3);
    out.writeShort(10);
    out.writeInt(12);
    out.writeShort(12);
    out.writeShort(0);
    out.writeInt(16 + 12 * glyphOf.size());
    out.writeInt(0);
    out.writeInt(glyphOf.size());
    for (Map.Entry<Integer, Integer> entry : glyphOf.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeInt(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  private void writeHead(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    out.writeInt(0x00010000);
    out.writeInt(0);
    out.writeInt(MAGIC);
    out.writeShort(0x0003);
    out.writeShort(EM);
    out.writeLong(0);
    out.writeLong(0);
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().left()).min().orElse(0));
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().bottom()).min().orElse(0));
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().right()).max().orElse(0));
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().top()).max().orElse(0));
    out.writeShort(bold ? 1 : 0);
    out.writeShort(6);
    out.writeShort(2);
    out.writeShort(1);
    out.writeShort(0);
  }

  private void writeLine(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    out.writeShort(ascent);
    out.writeShort(-descent);
    out.writeShort(0);
    out.writeShort(widest());
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(widest());
    out.writeShort(1);
    for (int i = 0; i < 7; i++) {
      out.writeShort(0);
    }
    out.writeShort(glyphs.size());
  }

  private int widest() {
    return glyphs.stream().mapToInt(Glyph::advance).max().orElse(0);
  }

  private void writeAdvances(DataOutputStream out) throws IOException {
    for (Glyph glyph : glyphs) {
      out.writeShort(glyph.advance());
      out.writeShort(glyph.shape().left());
    }
  }

  private void writeCounts(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    out.writeShort(glyphs.size());
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().points()).max().orElse(0));
    out.writeShort(glyphs.stream().mapToInt(glyph -> glyph.shape().contours()).max().orElse(0));
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(2);
    for (int i = 0; i < 8; i++) {
      out.writeShort(0);
    }
  }

  private void writeNames(DataOutputStream out) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_16BE);
    int[] records = {1, 4, 6};
    out.writeShort(0);
    out.writeShort(records.length);
    out.writeShort(6 + 12 * records.length);
    for (int record : records) {
      out.writeShort(3);
      out.writeShort(1);
      out.writeShort(0x0409);
      out.writeShort(record);
      out.writeShort(text.length);
      out.writeShort(0);
    }
    out.write(text);
  }

  private void writePostScript(DataOutputStream out) throws IOException {
    out.writeInt(0x00030000);
    out.writeInt(0);
    out.writeShort(-100);
    out.writeShort(50);
    for (int i = 0; i < 5; i++) {
      out.writeInt(0);
    }
  }

  private void writeWindows(DataOutputStream out) throws IOException {
    out.writeShort(4);
    out.writeShort(EM / 2);
    out.writeShort(bold ? BOLD : REGULAR);
    out.writeShort(5);
    // May be embedded.
    out.writeShort(0);
    for (int i = 0; i < 10; i++) {
      out.writeShort(0);
    }
    out.writeShort(0);
    out.write(new byte[10]);
    out.write(new byte[16]);
    out.write("DGST".getBytes(StandardCharsets.US_ASCII));
    out.writeShort(bold ? 0x20 : 0x40);
    out.writeShort(Math.min(0xFFFF, glyphOf.keySet().stream().findFirst().orElse(0)));
    out.writeShort(
        Math.min(0xFFFF, glyphOf.keySet().stream().reduce((first, second) -> second).orElse(0)));
    out.writeShort(ascent);
    out.writeShort(-descent);
    out.writeShort(0);
    out.writeShort(ascent);
    out.writeShort(descent);
    out.writeLong(0);
    out.writeShort(EM / 2);
    out.writeShort(7 * EM / 10);
    out.writeShort(0);
    out.writeShort(' ');
    out.writeShort(1);
  }

  private static byte[] file(Map<String, byte[]> tables) {
    int power = Integer.highestOneBit(tables.size());
    int at = 12 + 16 * tables.size();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] directory =
        table(
            out -> {
              out.writeInt(0x00010000);
              out.writeShort(tables.size());
              out.writeShort(16 * power);
              out.writeShort(Integer.numberOfTrailingZeros(power));
              out.writeShort(16 * (tables.size() - power));
              for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
                out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
                out.writeInt(sum(entry.getValue()));
                out.writeInt(at + body.size());
                out.writeInt(entry.getValue().length);
                body.write(entry.getValue());
                while (body.size() % 4 != 0) {
                  body.write(0);
                }
              }
            });
    byte[] file = new byte[directory.length + body.size()];
    System.arraycopy(directory, 0, file, 0, directory.length);
    System.arraycopy(body.toByteArray(), 0, file, directory.length, body.size());
    balance(file, tables);
    return file;
  }

  /** Writes into "head" what makes the sum of the whole file the one number it must be. */
  private static void balance(byte[] file, Map<String, byte[]> tables) {
    int head = 12 + 16 * tables.size();
    for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
      if (entry.getKey().equals("head")) {
        break;
      }
      head += (entry.getValue().length + 3) / 4 * 4;
    }
    int missing = CHECKSUM - sum(file);
    for (int i = 0; i < 4; i++) {
      file[head + 8 + i] = (byte) (missing >> (24 - 8 * i));
    }
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }
}
