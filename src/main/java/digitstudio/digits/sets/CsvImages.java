package digitstudio.digits.sets;

import digitstudio.digits.DigitImage;
import digitstudio.digits.sets.ImageSet.Kind;
import digitstudio.text.Problem;
import java.nio.file.Path;
import java.util.Optional;

/** A CSV with an image a row, and another with the test images if there is one. */
final class CsvImages {
  private final Path file;
  private final SetOptions options;

  CsvImages(Path file, SetOptions options) {
    this.file = file;
    this.options = options;
  }

  ImageSet read() {
    String name = ImageSets.name(file).replaceFirst("(?i)\\.(csv|tsv)(\\.gz)?$", "");
    Finishing finishing = new Finishing(name, Kind.CSV, options);
    CsvTable train = CsvTable.read(file, options.label());
    Optional<CsvTable> test =
        options
            .test()
            .map(
                other -> {
                  ImageSets.requireUtf8(other);
                  return CsvTable.read(other, options.label());
                });
    test.ifPresent(other -> requireAlike(train, other));
    finishing.remark(
        train.shape().headed() ? "sets.csv.headed" : "sets.csv.bare", train.shape().label() + 1);
    int side = train.shape().side();
    if (side != DigitImage.SIDE) {
      finishing.remark("sets.scaled", ImageSets.name(file), side, side);
    }
    return finishing.finish(train.images(), test.map(CsvTable::images), Optional.empty());
  }

  private void requireAlike(CsvTable train, CsvTable test) {
    if (train.shape().side() != test.shape().side()) {
      throw new Problem(
          "sets.csv.otherSide",
          ImageSets.name(options.test().orElseThrow()),
          test.shape().side(),
          train.shape().side());
    }
  }
}
