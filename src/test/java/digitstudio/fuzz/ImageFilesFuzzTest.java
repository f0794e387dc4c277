package digitstudio.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import digitstudio.digits.DigitPicture;
import digitstudio.digits.IdxPair;
import digitstudio.digits.scan.Sheet;
import digitstudio.digits.sets.ImageSets;
import digitstudio.digits.sets.SetOptions;

/** Images in files of any content: idx pairs as data and drawings come, CSV, and pictures. */
class ImageFilesFuzzTest {
  private static final HostileFile IMAGES = new HostileFile("images-idx3-ubyte");
  private static final HostileFile LABELS = new HostileFile("labels-idx1-ubyte");
  private static final HostileFile DIGIT = new HostileFile("digit.png");
  private static final HostileFile CSV = new HostileFile("images.csv");
  private static final HostileFile SHEET = new HostileFile("sheet.png");

  @FuzzTest
  void idxImages(byte[] bytes) {
    LABELS.write(SampleFiles.labels());
    IMAGES.read(bytes, file -> new IdxPair(file, LABELS.path()).read());
  }

  @FuzzTest
  void idxLabels(byte[] bytes) {
    IMAGES.write(SampleFiles.images());
    LABELS.read(bytes, file -> new IdxPair(IMAGES.path(), file).read());
  }

  @FuzzTest
  void idxInsideGzip(FuzzedDataProvider data) {
    LABELS.write(SampleFiles.labels());
    IMAGES.read(
        SampleFiles.packed(data.consumeRemainingAsBytes()),
        file -> new IdxPair(file, LABELS.path()).read());
  }

  @FuzzTest
  void csv(byte[] bytes) {
    CSV.read(bytes, file -> ImageSets.read(file, SetOptions.AUTO));
  }

  @FuzzTest
  void pictureOfADigit(byte[] bytes) {
    DIGIT.read(bytes, DigitPicture::read);
  }

  @FuzzTest
  void pictureOfARow(byte[] bytes) {
    SHEET.read(bytes, Sheet::read);
  }
}
