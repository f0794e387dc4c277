package digitstudio.digits.sets;

import digitstudio.digits.ClassNames;
import digitstudio.digits.Ink;
import digitstudio.digits.PictureReader;
import digitstudio.digits.ScaledImage;
import digitstudio.digits.sets.ImageSet.Kind;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of pictures with a folder for each class, or with such folders under {@code train} and
 * {@code test}.
 */
final class ClassFolders {
  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing");
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp", "gif", "wbmp");

  /** Pictures that tell of the paper of all. */
  private static final int SAMPLE = 64;

  /** Pictures that are read at once, on all processors. */
  private static final int TOGETHER = 512;

  /** Longest side that is handed on: the network sees 28 pixels of it. */
  private static final int FINENESS = 8 * 28;

  private final Path folder;
  private final SetOptions options;
  private final String name;
  private final Finishing finishing;
  private int skipped;
  private String firstSkipped = "";
  private int others;
  private Optional<Boolean> inverted = Optional.empty();

  /** A picture and the class that its folder is. */
  private record Picture(Path file, String label) {}

  ClassFolders(Path folder, SetOptions options) {
    this.folder = folder;
    this.options = options;
    name = ImageSets.name(folder);
    finishing = new Finishing(name, Kind.PICTURES, options);
  }

  /** Whether a folder holds folders. */
  static boolean isOne(Path folder) {
    return !folders(folder).isEmpty();
  }

  ImageSet read() {
    List<Path> inside = folders(folder);
    Optional<Path> train = named(inside, TRAIN);
    Optional<Path> test = named(inside, TEST);
    List<Picture> learnt = pictures(train.isPresent() && test.isPresent() ? train.get() : folder);
    if (train.isEmpty() && test.isPresent()) {
      throw new Problem("sets.testWithoutTrain", name);
    }
    if (train.isPresent() && test.isEmpty()) {
      learnt = pictures(train.get());
    }
    List<Picture> tested = test.map(this::pictures).orElse(List.of());
    if (learnt.isEmpty()) {
      throw new Problem("sets.noPictures", folder.toString());
    }
    // Before an hour is spent on reading what cannot be used.
    requireClasses(learnt);
    LabelledPixels.requireRoom(name, (long) learnt.size() + tested.size());
    boolean turned = Borders.inverts(options.paper(), border(learnt));
    inverted = Optional.of(turned);
    LabelledPixels images = unpack(learnt);
    Optional<LabelledPixels> testImages =
        tested.isEmpty() ? Optional.empty() : Optional.of(unpack(tested));
    if (images.size() == 0) {
      throw new Problem("sets.allUnreadable", name, skipped, firstSkipped);
    }
    tellLeftOut();
    return finishing.finish(images, testImages, inverted);
  }

  private void tellLeftOut() {
    if (skipped > 0) {
      finishing.remark("sets.skipped", skipped, firstSkipped);
    }
    if (others > 0) {
      finishing.remark("sets.others", others);
    }
  }

  private static Optional<Path> named(List<Path> folders, Set<String> names) {
    return folders.stream()
        .filter(one -> names.contains(ImageSets.name(one).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private void requireClasses(List<Picture> pictures) {
    Set<String> classes = new TreeSet<>();
    pictures.forEach(picture -> classes.add(picture.label()));
    ClassNames found = LabelledPixels.classes(classes, name);
    if (found.count() < ClassNames.FEWEST) {
      throw new IllegalStateException("classes are counted when they are made");
    }
  }

  private static List<Path> folders(Path of) {
    return children(of).stream().filter(Files::isDirectory).toList();
  }

  /** What lies in a folder, without what is hidden, in natural order. */
  private static List<Path> children(Path of) {
    try (Stream<Path> all = Files.list(of)) {
      return all.filter(one -> !ImageSets.name(one).startsWith("."))
          .sorted(Comparator.comparing(ImageSets::name, NaturalOrder.BY_NAME))
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "sets.unreadableFolder", of.toString());
    }
  }

  private List<Picture> pictures(Path of) {
    List<Picture> pictures = new ArrayList<>();
    for (Path one : folders(of)) {
      ImageSets.requireUtf8(one);
      String label = ImageSets.name(one).strip();
      int before = pictures.size();
      for (Path file : children(one)) {
        if (isPicture(file)) {
          pictures.add(new Picture(file, label));
        } else {
          others++;
        }
      }
      if (pictures.size() == before) {
        finishing.remark("sets.emptyClass", label);
      }
    }
    return pictures;
  }

  private static boolean isPicture(Path file) {
    String name = ImageSets.name(file).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** How bright the outermost pixels of some pictures are, 0 to 255. */
  private static double border(List<Picture> pictures) {
    int step = Math.max(1, pictures.size() / SAMPLE);
    double sum = 0;
    int read = 0;
    for (int i = 0; i < pictures.size(); i += step) {
      try {
        sum += border(PictureReader.brightness(pictures.get(i).file(), FINENESS));
        read++;
      } catch (Problem e) {
        // It is counted and told when all of them are read.
        continue;
      }
    }
    return read == 0 ? 0 : 255 * sum / read;
  }

  private static double border(Ink brightness) {
    int width = brightness.width();
    int height = brightness.height();
    float[] values = brightness.values();
    double sum = 0;
    for (int column = 0; column < width; column++) {
      sum += values[column] + values[(height - 1) * width + column];
    }
    for (int row = 0; row < height; row++) {
      sum += values[row * width] + values[row * width + width - 1];
    }
    return sum / (2 * (width + height));
  }

  private LabelledPixels unpack(List<Picture> pictures) {
    LabelledPixels images = new LabelledPixels(name);
    boolean turned = inverted.orElse(false);
    for (int from = 0; from < pictures.size(); from += TOGETHER) {
      List<Picture> some = pictures.subList(from, Math.min(pictures.size(), from + TOGETHER));
      List<Optional<byte[]>> read =
          some.parallelStream().map(picture -> pixels(picture.file(), turned)).toList();
      for (int i = 0; i < some.size(); i++) {
        Picture picture = some.get(i);
        read.get(i).ifPresentOrElse(all -> images.add(all, picture.label()), () -> skip(picture));
      }
    }
    return images;
  }

  private void skip(Picture picture) {
    if (skipped++ == 0) {
      firstSkipped = picture.label() + "/" + ImageSets.name(picture.file());
    }
  }

  private static Optional<byte[]> pixels(Path file, boolean inverted) {
    try {
      Ink brightness = PictureReader.brightness(file, FINENESS);
      if (inverted) {
        float[] values = brightness.values();
        for (int place = 0; place < values.length; place++) {
          values[place] = 1 - values[place];
        }
      }
      return Optional.of(ScaledImage.pixels(brightness));
    } catch (Problem e) {
      return Optional.empty();
    }
  }
}
