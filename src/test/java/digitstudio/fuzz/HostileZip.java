package digitstudio.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file whose container is sound and whose entries were tampered with: bytes changed at random
 * would nearly all end at the checksum, before any reader has looked at what it holds.
 */
final class HostileZip {
  private static final int MOST_CHANGES = 4;
  private static final int MOST_REPEATED = 1 << 20;

  /** One entry; several may have the same name until the file is written. */
  private record Entry(String name, byte[] bytes) {}

  private final List<Entry> original;

  HostileZip(byte[] sample) {
    original = entries(sample);
  }

  /** The sample with some of its entries changed, dropped, renamed, or joined by others. */
  byte[] tampered(FuzzedDataProvider data) {
    List<Entry> entries = new ArrayList<>(original);
    int changes = data.consumeInt(1, MOST_CHANGES);
    for (int i = 0; i < changes && !entries.isEmpty(); i++) {
      int at = data.consumeInt(0, entries.size() - 1);
      Entry entry = entries.get(at);
      switch (data.consumeInt(0, 6)) {
        case 0 -> entries.set(at, new Entry(entry.name(), overwritten(entry.bytes(), data)));
        case 1 -> entries.set(at, new Entry(entry.name(), replacedWord(entry.bytes(), data)));
        case 2 ->
            entries.set(
                at,
                new Entry(
                    entry.name(),
                    Arrays.copyOf(entry.bytes(), data.consumeInt(0, entry.bytes().length))));
        case 3 -> entries.set(at, new Entry(data.consumeString(64), entry.bytes()));
        case 4 -> entries.remove(at);
        case 5 -> entries.add(at, new Entry(data.consumeString(64), data.consumeBytes(256)));
        default ->
            entries.set(
                at, new Entry(entry.name(), repeated(data.consumeByte(), data.consumeInt())));
      }
    }
    return written(entries);
  }

  private static byte[] overwritten(byte[] bytes, FuzzedDataProvider data) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      int from = data.consumeInt(0, changed.length - 1);
      byte[] with = data.consumeBytes(32);
      System.arraycopy(with, 0, changed, from, Math.min(with.length, changed.length - from));
    }
    return changed;
  }

  /** One word or number of a text gives way to another: JSON stays JSON, and lies. */
  private static byte[] replacedWord(byte[] bytes, FuzzedDataProvider data) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String[] words = text.split("(?<=[^A-Za-z0-9.+-])|(?=[^A-Za-z0-9.+-])", 4000);
    int at = data.consumeInt(0, words.length - 1);
    words[at] =
        data.consumeBoolean()
            ? Long.toString(data.consumeLong())
            : new String(data.consumeBytes(24), StandardCharsets.ISO_8859_1);
    return String.join("", words).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Much of the same packs into little: a bomb. */
  private static byte[] repeated(byte value, int count) {
    byte[] bytes = new byte[Math.floorMod(count, MOST_REPEATED)];
    Arrays.fill(bytes, value);
    return bytes;
  }

  private static byte[] written(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Entry entry : entries) {
        if (names.add(entry.name())) {
          zip.putNextEntry(new ZipEntry(entry.name()));
          zip.write(entry.bytes());
        }
      }
    } catch (ZipException e) {
      // A name that no ZIP file can hold.
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<Entry> entries(byte[] sample) {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sample))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(new Entry(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
