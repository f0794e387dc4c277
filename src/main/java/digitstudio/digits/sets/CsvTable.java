package digitstudio.digits.sets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import digitstudio.digits.DigitImage;
import digitstudio.digits.Ink;
import digitstudio.digits.ScaledImage;
import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.text.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The rows of one CSV as images.
 *
 * @param shape what its columns are
 * @param images of its rows, with their labels
 */
record CsvTable(CsvShape shape, LabelledPixels images) {
  /** Rows that tell what the columns are. */
  private static final int SAMPLE = 200;

  private static final int GZIP_MAGIC = 0x1F8B;
  private static final int LONGEST_LINE = 1 << 20;

  /**
   * Reads a table.
   *
   * @throws Problem naming the file and the row
   */
  static CsvTable read(Path file, LabelColumn label) {
    String name = ImageSets.name(file);
    try (BufferedReader text = open(file);
        CsvReader<CsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
      return read(name, rows.iterator(), label);
    } catch (CharacterCodingException e) {
      throw new Problem(e, "sets.notUtf8", name);
    } catch (UncheckedIOException e) {
      throw new Problem(
          e,
          e.getCause() instanceof CharacterCodingException ? "sets.notUtf8" : "digits.unreadable",
          name);
    } catch (CsvParseException e) {
      throw new Problem(
          e,
          e.getCause() instanceof CharacterCodingException ? "sets.notUtf8" : "sets.csv.broken",
          name);
    } catch (IOException e) {
      throw new Problem(e, "digits.unreadable", name);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      InputStream bytes = magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
      BufferedReader text =
          new BufferedReader(
              new InputStreamReader(
                  bytes,
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)),
              1 << 16);
      text.mark(1);
      // Some programs begin a file with a mark that is no part of it.
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Whichever of comma, semicolon and tab the first line has most of. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST_LINE);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int read = 0; read < LONGEST_LINE - 1; read++) {
      int letter = text.read();
      if (letter < 0 || letter == '\n') {
        break;
      }
      commas += letter == ',' ? 1 : 0;
      semicolons += letter == ';' ? 1 : 0;
      tabs += letter == '\t' ? 1 : 0;
    }
    text.reset();
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }

  private static CsvTable read(String name, Iterator<CsvRecord> rows, LabelColumn label) {
    List<List<String>> sample = new ArrayList<>();
    while (sample.size() < SAMPLE && rows.hasNext()) {
      sample.add(rows.next().getFields());
    }
    if (sample.isEmpty()) {
      throw new Problem("sets.csv.empty", name);
    }
    CsvShape shape = CsvShape.of(name, sample, label);
    LabelledPixels images = new LabelledPixels(name);
    for (int row = shape.headed() ? 1 : 0; row < sample.size(); row++) {
      add(images, sample.get(row), row + 1, name, shape);
    }
    for (long row = sample.size() + 1L; rows.hasNext(); row++) {
      add(images, rows.next().getFields(), row, name, shape);
    }
    return new CsvTable(shape, images);
  }

  private static void add(
      LabelledPixels images, List<String> fields, long row, String name, CsvShape shape) {
    if (fields.size() != shape.columns()) {
      throw new Problem("sets.csv.length", name, row, fields.size(), shape.columns());
    }
    String label = label(fields.get(shape.label()).strip());
    if (label.isEmpty()) {
      throw new Problem("sets.csv.noLabel", name, row);
    }
    float[] values = new float[shape.side() * shape.side()];
    int place = 0;
    for (int column = 0; column < fields.size(); column++) {
      if (column != shape.label()) {
        values[place++] = pixel(fields.get(column), row, column, name, shape);
      }
    }
    if (shape.side() != DigitImage.SIDE) {
      images.add(ScaledImage.pixels(new Ink(shape.side(), shape.side(), values)), label);
      return;
    }
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * values[i]);
    }
    images.add(pixels, label);
  }

  /** Ink from 0 to 1. */
  private static float pixel(String field, long row, int column, String name, CsvShape shape) {
    double value;
    try {
      value = Double.parseDouble(field.strip());
    } catch (NumberFormatException e) {
      throw new Problem(e, "sets.csv.noNumber", name, row, column + 1, shortened(field));
    }
    if (!(value >= 0 && value <= shape.unit())) {
      throw new Problem(
          "sets.csv.range", name, row, column + 1, shortened(field), (int) shape.unit());
    }
    return (float) (value / shape.unit());
  }

  private static String shortened(String field) {
    return field.length() <= 20 ? field : field.substring(0, 20) + "…";
  }

  /** A number by its value, so that 3 and 3.0 are one class. */
  private static String label(String field) {
    return field.matches("\\d{1,9}\\.0+") ? field.substring(0, field.indexOf('.')) : field;
  }
}
