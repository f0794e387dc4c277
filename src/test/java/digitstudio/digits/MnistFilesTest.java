package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFilesTest {
  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @TempDir private Path folder;

  @BeforeEach
  void writeAGoodSet() throws IOException {
    write(TRAIN_IMAGES, IdxBytes.images(30));
    write(TRAIN_LABELS, IdxBytes.labels(30));
    write(TEST_IMAGES, IdxBytes.images(20));
    write(TEST_LABELS, IdxBytes.labels(20));
  }

  @Test
  void readsTheFourFilesThatComeWithTheProgram() {
    MnistFiles files = MnistFiles.read(Path.of("data"));

    assertEquals(60_000, files.train().size());
    assertEquals(10_000, files.test().size());
    assertEquals(5, files.train().label(0));
    assertEquals(7, files.test().label(0));
    assertEquals(
        "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16",
        files.sha256(),
        "SHA-256 over train pixels, train labels, test pixels, test labels");
  }

  @Test
  void readsPlainFilesAndKeepsEveryByte() {
    MnistFiles files = MnistFiles.read(folder);

    byte[] file = IdxBytes.images(30);
    assertArrayEquals(Arrays.copyOfRange(file, 16, file.length), files.train().pixels());
    assertEquals(3, files.test().label(13));
  }

  @Test
  void readsGzippedFilesWhateverTheyAreCalled() throws IOException {
    MnistFiles plain = MnistFiles.read(folder);
    write(TRAIN_IMAGES, IdxBytes.gzip(IdxBytes.images(30)));
    move(TEST_LABELS, TEST_LABELS + ".gz", IdxBytes.gzip(IdxBytes.labels(20)));
    move(TEST_IMAGES, TEST_IMAGES + ".gz", IdxBytes.images(20));

    assertEquals(plain.sha256(), MnistFiles.read(folder).sha256());
  }

  @Test
  void anotherPixelGivesAnotherSha256() throws IOException {
    String before = MnistFiles.read(folder).sha256();
    byte[] file = IdxBytes.images(20);
    file[file.length - 1]++;
    write(TEST_IMAGES, file);

    assertTrue(!before.equals(MnistFiles.read(folder).sha256()));
  }

  @Test
  void aMissingFolderIsNamed() {
    assertProblem("digits.noFolder", "nowhere", folder.resolve("nowhere"));
    assertProblem("digits.noFolder", TRAIN_LABELS, folder.resolve(TRAIN_LABELS));
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve(TEST_LABELS));

    assertProblem("digits.noFile", TEST_LABELS);
  }

  @Test
  void aFolderInPlaceOfAFileIsRefused() throws IOException {
    Files.delete(folder.resolve(TEST_LABELS));
    Files.createDirectory(folder.resolve(TEST_LABELS));

    assertProblem("digits.unreadable", TEST_LABELS);
  }

  @Test
  void swappedFilesAreToldApart() throws IOException {
    write(TRAIN_IMAGES, IdxBytes.labels(30));
    assertProblem("digits.labelsForImages", TRAIN_IMAGES);

    writeAGoodSet();
    write(TRAIN_LABELS, IdxBytes.images(30));
    assertProblem("digits.imagesForLabels", TRAIN_LABELS);
  }

  @Test
  void imagesAndLabelsOfDifferentSetsAreRefused() throws IOException {
    write(TRAIN_LABELS, IdxBytes.labels(29));

    Problem problem = assertProblem("digits.counts", TRAIN_IMAGES);
    assertEquals(
        TRAIN_IMAGES + ": 29 labels for 30 images; take both files from the same set",
        problem.getMessage());
    assertTrue(problem.sentence(Locale.SIMPLIFIED_CHINESE).contains("30 张图像却有 29 个标签"));
  }

  @Test
  void labelsAboveNineAreRefused() throws IOException {
    byte[] file = IdxBytes.labels(30);
    file[8 + 12] = (byte) 200;
    write(TRAIN_LABELS, file);

    Problem problem = assertProblem("digits.label", TRAIN_LABELS);
    assertTrue(problem.getMessage().contains("image 13 is 200"), problem.getMessage());
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    write(TEST_IMAGES, "<!DOCTYPE html><html>".getBytes("US-ASCII"));

    Problem problem = assertProblem("digits.notIdx", TEST_IMAGES);
    assertTrue(problem.getMessage().contains("3c21444f instead of 00000803"));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() throws IOException {
    write(TEST_IMAGES, IdxBytes.images(20, 32, new byte[20 * 32 * 32]));

    assertProblem("digits.dimensions", TEST_IMAGES);
  }

  @Test
  void anEmptyFileAndAnEmptySetAreRefused() throws IOException {
    write(TEST_IMAGES, new byte[0]);
    assertProblem("digits.noHeader", TEST_IMAGES);

    write(TEST_IMAGES, IdxBytes.images(0));
    assertProblem("digits.empty", TEST_IMAGES);
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    byte[] file = IdxBytes.images(20);
    write(TEST_IMAGES, Arrays.copyOf(file, file.length - 1));
    Problem plain = assertProblem("digits.tooShort", TEST_IMAGES);
    assertTrue(plain.getMessage().contains("declares 20 entries but holds only"));

    write(TEST_IMAGES, IdxBytes.gzip(Arrays.copyOf(file, file.length - 784)));
    Problem packed = assertProblem("digits.tooShort", TEST_IMAGES);
    assertTrue(packed.getMessage().contains("holds only 19"), packed.getMessage());
  }

  @Test
  void aFileLongerThanItDeclaresIsRefused() throws IOException {
    byte[] file = IdxBytes.images(20);
    write(TEST_IMAGES, Arrays.copyOf(file, file.length + 1));
    assertProblem("digits.tooLong", TEST_IMAGES);

    write(TEST_IMAGES, IdxBytes.gzip(Arrays.copyOf(file, file.length + 1)));
    assertProblem("digits.tooLong", TEST_IMAGES);
  }

  @Test
  void gzipCutShortOrDamagedIsRefused() throws IOException {
    byte[] packed = IdxBytes.gzip(IdxBytes.images(20));
    write(TEST_IMAGES, Arrays.copyOf(packed, packed.length / 2));
    assertProblem("digits.gzipCutShort", TEST_IMAGES);

    write(TEST_IMAGES, Arrays.copyOf(packed, 3));
    assertProblem("digits.gzipCutShort", TEST_IMAGES);

    byte[] wrongChecksum = packed.clone();
    wrongChecksum[packed.length - 6] ^= 0x55;
    write(TEST_IMAGES, wrongChecksum);
    assertProblem("digits.gzipDamaged", TEST_IMAGES);
  }

  @Test
  void aGzipBombIsNotUnpacked() throws IOException {
    Path bomb = folder.resolve(TEST_LABELS);
    try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      bytes.write(IdxBytes.labels(20));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        bytes.write(zeros);
      }
    }

    assertProblem("digits.tooLong", TEST_LABELS);
  }

  @Test
  void absurdCountsAreRefusedWithoutSettingMemoryAside() throws IOException {
    write(TEST_IMAGES, IdxBytes.images(-1, 28, new byte[784]));
    assertProblem("digits.tooMany", TEST_IMAGES);

    // Just under two gigabytes: more than this machine is given, in a file of one image.
    write(TEST_IMAGES, IdxBytes.images(2_739_137, 28, new byte[784]));
    assertProblem("digits.tooShort", TEST_IMAGES);
    write(TEST_IMAGES, IdxBytes.gzip(IdxBytes.images(2_739_137, 28, new byte[784])));
    assertProblem("digits.tooShort", TEST_IMAGES);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void move(String from, String to, byte[] bytes) throws IOException {
    Files.delete(folder.resolve(from));
    write(to, bytes);
  }

  private Problem assertProblem(String key, String name) {
    return assertProblem(key, name, folder);
  }

  private static Problem assertProblem(String key, String name, Path folder) {
    Problem problem = assertThrows(Problem.class, () -> MnistFiles.read(folder));
    assertEquals(key, problem.key());
    assertTrue(problem.getMessage().contains(name), problem.getMessage());
    assertTrue(problem.sentence(Locale.SIMPLIFIED_CHINESE).contains(name));
    return problem;
  }
}
