package digitstudio.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file of JSON and NumPy arrays, in which nothing is believed before it was checked: such are
 * model files and run files.
 */
public final class ArrayArchive {
  /** Reads what it wants from an archive. */
  @FunctionalInterface
  public interface Content<T> {
    T from(ArrayArchive archive) throws IOException;
  }

  /** No deflated byte stands for more than this many. */
  private static final long MOST_COMPRESSION = 1032;

  /** ZIP keeps no year before this; one moment for all files makes equal models equal files. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ZipFile zip;
  private final Path file;
  private final String sentences;

  private ArrayArchive(ZipFile zip, Path file, String sentences) {
    this.zip = zip;
    this.file = file;
    this.sentences = sentences;
  }

  /**
   * Reads a file.
   *
   * @param sentences what the keys of its problems begin with, such as {@code model}
   * @throws Problem naming the file and what is wrong with it
   */
  public static <T> T read(Path file, String sentences, Content<T> content) {
    try {
      requireZip(file, sentences);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return content.from(new ArrayArchive(zip, file, sentences));
      }
    } catch (EOFException | ZipException e) {
      throw new Problem(e, sentences + ".damaged", file.toString());
    } catch (IOException e) {
      throw new Problem(e, sentences + ".unreadable", file.toString());
    }
  }

  private static void requireZip(Path file, String sentences) throws IOException {
    if (!Files.exists(file)) {
      throw new Problem(sentences + ".none", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new Problem(sentences + ".folder", file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 0) {
        throw new Problem(sentences + ".empty", file.toString());
      }
      if (!new String(start, StandardCharsets.ISO_8859_1).equals("PK")) {
        throw notOne(file, sentences);
      }
    }
  }

  private static Problem notOne(Path file, String sentences) {
    return new Problem(sentences + ".notOne", file.toString());
  }

  private Problem problem(String key, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new Problem(sentences + key, arguments);
  }

  /** An entry as JSON, refused if it is longer than so many bytes. */
  public JsonNode json(String name, int longest) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw notOne(file, sentences);
    }
    byte[] bytes;
    try (CheckedInputStream in = open(entry)) {
      bytes = in.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw notOne(file, sentences);
      }
      requireWhole(in, entry);
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw notOne(file, sentences);
    }
  }

  /** Refuses JSON of another format or version. */
  public void requireVersion(JsonNode json, String format, int version) {
    requireVersion(json, format, version, version);
  }

  /** Refuses JSON of another format, or of a version before the oldest or after the newest. */
  public void requireVersion(JsonNode json, String format, int oldest, int newest) {
    if (!json.path("format").asText().equals(format) || !json.path("version").isInt()) {
      throw notOne(file, sentences);
    }
    int version = json.path("version").intValue();
    if (version < oldest || version > newest) {
      throw problem(".version", Integer.toString(version), Integer.toString(newest));
    }
  }

  /** Refuses an archive that has not exactly these entries. */
  public void requireEntries(Set<String> wanted) {
    Set<String> found = new LinkedHashSet<>();
    zip.stream().map(ZipEntry::getName).forEach(found::add);
    for (String name : wanted) {
      if (!found.contains(name)) {
        throw problem(".missing", name);
      }
    }
    found.removeAll(wanted);
    if (!found.isEmpty()) {
      throw problem(".extra", found.iterator().next());
    }
  }

  /**
   * Refuses a shape that the file cannot hold, or that this Java cannot, before it takes memory.
   */
  public void requireRoom(long parameters) throws IOException {
    long bytes = parameters * Float.BYTES;
    if (bytes / MOST_COMPRESSION > Files.size(file)) {
      throw problem(".damaged");
    }
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (bytes > free) {
      throw problem(".memory", megabytes(bytes), megabytes(free));
    }
  }

  private static long megabytes(long bytes) {
    return Math.max(1, bytes >> 20);
  }

  /** Names of the entries that hold a network's parameters, W1.npy, b1.npy and so on. */
  public static List<String> arraysOf(NetworkSpec spec, String prefix) {
    List<String> names = new ArrayList<>();
    for (int layer = 1; layer <= spec.layers().size(); layer++) {
      names.add(prefix + "W" + layer + ".npy");
      names.add(prefix + "b" + layer + ".npy");
    }
    return names;
  }

  /** The parameters of a network. */
  public List<float[]> parameters(NetworkSpec spec, String prefix) throws IOException {
    List<String> names = arraysOf(spec, prefix);
    List<float[]> parameters = new ArrayList<>();
    List<LayerSpec> layers = spec.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      parameters.add(array(names.get(2 * i), layer.inputs(), layer.units()));
      parameters.add(array(names.get(2 * i + 1), layer.units()));
    }
    return parameters;
  }

  private float[] array(String name, int... shape) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    try (CheckedInputStream in = open(entry)) {
      float[] values =
          NpyArray.read(in, file.toString(), name.substring(0, name.indexOf('.')), shape);
      requireWhole(in, entry);
      return values;
    }
  }

  /** Arrays of the shapes of a network's parameters that need not be finite. */
  List<float[]> anyParameters(NetworkSpec spec, String prefix) throws IOException {
    List<String> names = arraysOf(spec, prefix);
    List<float[]> arrays = new ArrayList<>();
    List<LayerSpec> layers = spec.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      arrays.add(anyArray(names.get(2 * i), layer.inputs(), layer.units()));
      arrays.add(anyArray(names.get(2 * i + 1), layer.units()));
    }
    return arrays;
  }

  private float[] anyArray(String name, int... shape) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    try (CheckedInputStream in = open(entry)) {
      float[] values =
          NpyArray.readAny(in, file.toString(), name.substring(0, name.lastIndexOf('.')), shape);
      requireWhole(in, entry);
      return values;
    }
  }

  /** An entry of exactly so many bytes. */
  ByteBuffer bytes(String name, int count) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw problem(".missing", name);
    }
    try (CheckedInputStream in = open(entry)) {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count || in.read() != -1) {
        throw new EOFException(name);
      }
      requireWhole(in, entry);
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private CheckedInputStream open(ZipEntry entry) throws IOException {
    return new CheckedInputStream(zip.getInputStream(entry), new CRC32());
  }

  /** ZipFile itself does not look at the checksum. */
  private static void requireWhole(CheckedInputStream in, ZipEntry entry) throws ZipException {
    if (in.getChecksum().getValue() != entry.getCrc()) {
      throw new ZipException(entry.getName());
    }
  }

  /** Begins an entry. */
  public static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  /** Writes the parameters of a network. */
  public static void write(ZipOutputStream zip, Model model, String prefix) throws IOException {
    write(zip, model.spec(), model.parameters(), prefix);
  }

  /** Writes arrays of the shapes of a network's parameters. */
  static void write(ZipOutputStream zip, NetworkSpec spec, List<float[]> arrays, String prefix)
      throws IOException {
    List<String> names = arraysOf(spec, prefix);
    List<LayerSpec> layers = spec.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      begin(zip, names.get(2 * i));
      NpyArray.write(zip, arrays.get(2 * i), layer.inputs(), layer.units());
      begin(zip, names.get(2 * i + 1));
      NpyArray.write(zip, arrays.get(2 * i + 1), layer.units());
    }
  }
}
