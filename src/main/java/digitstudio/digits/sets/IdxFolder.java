package digitstudio.digits.sets;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.IdxReader;
import digitstudio.digits.Ink;
import digitstudio.digits.ScaledImage;
import digitstudio.digits.sets.ImageSet.Kind;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of four idx files as MNIST, Fashion-MNIST and EMNIST come in, with the names of the
 * classes in {@code classes.txt}, a name a line, or in EMNIST's {@code mapping.txt}, a label and
 * the codes of its letters a line.
 */
final class IdxFolder {
  private static final String IMAGES = "images-idx3-ubyte";
  private static final String LABELS = "labels-idx1-ubyte";

  /** Of Fashion-MNIST's train-labels-idx1-ubyte.gz, as its authors publish it. */
  private static final String FASHION_MD5 = "25c81989df183df01b3e8a0aad5dffbe";

  private final Path folder;
  private final SetOptions options;
  private final String name;
  private final Finishing finishing;

  IdxFolder(Path folder, SetOptions options) {
    this.folder = folder;
    this.options = options;
    name = ImageSets.name(folder);
    finishing = new Finishing(name, Kind.IDX, options);
  }

  /** Whether a folder holds idx files of images. */
  static boolean isOne(Path folder) {
    return files(folder).stream().anyMatch(file -> ImageSets.name(file).contains(IMAGES));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new Problem(e, "sets.unreadableFolder", folder.toString());
    }
  }

  ImageSet read() {
    Path trainImages = one("train-" + IMAGES);
    Path trainLabels = one("train-" + LABELS);
    Path testImages = one("t10k-" + IMAGES, "test-" + IMAGES);
    Path testLabels = one("t10k-" + LABELS, "test-" + LABELS);
    byte[] labels = IdxReader.anyLabels(trainLabels);
    byte[] ofTest = IdxReader.anyLabels(testLabels);
    Map<Integer, String> names = names(trainLabels, labels);
    List<Integer> order = List.copyOf(names.keySet());
    ClassNames classes = classes(names);
    byte[] train = numbered(labels, order, trainLabels);
    byte[] test = numbered(ofTest, order, testLabels);
    boolean transposed =
        options
            .transposed()
            .orElse(ImageSets.name(trainImages).toLowerCase(Locale.ROOT).startsWith("emnist"));
    byte[] pixels = pixels(trainImages, train.length, transposed);
    byte[] testPixels = pixels(testImages, test.length, transposed);
    boolean inverted = Borders.inverts(options.paper(), Borders.mean(pixels, train.length));
    if (inverted) {
      invert(pixels);
      invert(testPixels);
    }
    if (transposed) {
      finishing.remark("sets.transposed");
    }
    return finishing.finish(
        new DigitSet(pixels, train, classes),
        Optional.of(new DigitSet(testPixels, test, classes)),
        inverted,
        transposed);
  }

  /** The one file whose name holds one of these. */
  private Path one(String... wanted) {
    List<Path> found =
        files(folder).stream()
            .filter(file -> Stream.of(wanted).anyMatch(ImageSets.name(file)::contains))
            .toList();
    List<String> stems =
        found.stream()
            .map(file -> ImageSets.name(file).replaceFirst("\\.gz$", ""))
            .distinct()
            .toList();
    if (stems.isEmpty()) {
      throw new Problem("digits.noFile", wanted[0], folder.toString());
    }
    if (stems.size() > 1) {
      throw new Problem("sets.severalFiles", name, stems.get(0), stems.get(1));
    }
    return found.get(0);
  }

  /** The name of every label, in the order of the labels. */
  private Map<Integer, String> names(Path labelFile, byte[] labels) {
    Optional<Path> mapping = beside("mapping.txt");
    Optional<Path> listed = beside("classes.txt");
    Map<Integer, String> names = new TreeMap<>();
    if (listed.isPresent()) {
      List<String> lines = lines(listed.get());
      for (int label = 0; label < lines.size(); label++) {
        names.put(label, lines.get(label));
      }
    } else if (mapping.isPresent()) {
      lines(mapping.get()).forEach(line -> map(line, mapping.get(), names));
    } else {
      TreeSet<Integer> found = new TreeSet<>();
      for (byte label : labels) {
        found.add(label & 0xFF);
      }
      found.forEach(label -> names.put(label, Integer.toString(label)));
      if (found.size() == 10 && found.last() == 9 && isFashion(labelFile)) {
        names.replaceAll((label, number) -> ClassNames.FASHION.name(label));
      }
    }
    return names;
  }

  private boolean isFashion(Path labelFile) {
    return options.fashion() || FASHION_MD5.equals(md5(labelFile));
  }

  private static String md5(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new Problem(e, "digits.unreadable", ImageSets.name(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private Optional<Path> beside(String ending) {
    return files(folder).stream()
        .filter(file -> ImageSets.name(file).toLowerCase(Locale.ROOT).endsWith(ending))
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (CharacterCodingException e) {
      throw new Problem(e, "sets.notUtf8", ImageSets.name(file));
    } catch (IOException e) {
      throw new Problem(e, "digits.unreadable", ImageSets.name(file));
    }
  }

  /** EMNIST gives a label and the code of its letter, or of the large and the small one. */
  private static void map(String line, Path file, Map<Integer, String> names) {
    String[] parts = line.split("\\s+");
    StringBuilder letters = new StringBuilder();
    int label;
    try {
      label = Integer.parseInt(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        letters.appendCodePoint(Integer.parseInt(parts[i]));
      }
    } catch (IllegalArgumentException e) {
      throw new Problem(e, "sets.mapping", ImageSets.name(file), line);
    }
    if (letters.isEmpty() || names.put(label, letters.toString()) != null) {
      throw new Problem("sets.mapping", ImageSets.name(file), line);
    }
  }

  private ClassNames classes(Map<Integer, String> names) {
    if (names.size() < ClassNames.FEWEST) {
      throw new Problem("sets.oneClass", name, String.join("", names.values()));
    }
    if (names.size() > ClassNames.MOST) {
      throw new Problem("sets.manyClasses", name, names.size(), ClassNames.MOST);
    }
    return new ClassNames(new ArrayList<>(names.values()));
  }

  private static byte[] numbered(byte[] labels, List<Integer> order, Path file) {
    byte[] numbers = new byte[256];
    Arrays.fill(numbers, (byte) -1);
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) >= 0 && order.get(i) < numbers.length) {
        numbers[order.get(i)] = (byte) i;
      }
    }
    byte[] numbered = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      numbered[i] = numbers[labels[i] & 0xFF];
      if (numbered[i] < 0) {
        throw new Problem("sets.labelOf", ImageSets.name(file), i + 1, labels[i] & 0xFF);
      }
    }
    return numbered;
  }

  private byte[] pixels(Path file, int labelled, boolean transposed) {
    IdxReader.Images images = IdxReader.anyImages(file);
    if (images.count() != labelled) {
      throw new Problem("digits.counts", ImageSets.name(file), labelled, images.count());
    }
    boolean fits = images.rows() == DigitImage.SIDE && images.columns() == DigitImage.SIDE;
    if (fits && !transposed) {
      return images.pixels();
    }
    if (!fits) {
      finishing.remark("sets.scaled", ImageSets.name(file), images.columns(), images.rows());
    }
    LabelledPixels.requireRoom(ImageSets.name(file), images.count());
    byte[] scaled = new byte[images.count() * DigitImage.PIXELS];
    for (int image = 0; image < images.count(); image++) {
      byte[] pixels = ScaledImage.pixels(ink(images, image, transposed));
      System.arraycopy(pixels, 0, scaled, image * DigitImage.PIXELS, DigitImage.PIXELS);
    }
    return scaled;
  }

  private static Ink ink(IdxReader.Images images, int image, boolean transposed) {
    int rows = images.rows();
    int columns = images.columns();
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int byteAt = image * rows * columns + row * columns + column;
        int place = transposed ? column * rows + row : row * columns + column;
        values[place] = (images.pixels()[byteAt] & 0xFF) / 255f;
      }
    }
    return transposed ? new Ink(rows, columns, values) : new Ink(columns, rows, values);
  }

  private static void invert(byte[] pixels) {
    for (int place = 0; place < pixels.length; place++) {
      pixels[place] = (byte) ~pixels[place];
    }
  }
}
