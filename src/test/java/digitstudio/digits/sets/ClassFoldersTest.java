package digitstudio.digits.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.sets.SetOptions.PaperTone;
import digitstudio.text.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures, good and bad. */
class ClassFoldersTest {
  @TempDir Path folder;

  private ImageSet read() {
    return ImageSets.read(folder, SetOptions.AUTO);
  }

  private String refusal() {
    return assertThrows(Problem.class, this::read).getMessage();
  }

  @Test
  void foldersAreClassesInTheOrderOfTheirNumbers() {
    Pictures.write(folder, 5, false, "10", "2", "1");
    assertEquals(List.of("1", "2", "10"), read().classes().names());
  }

  @Test
  void aFifthOfEveryClassIsTestedTheSameEveryTime() {
    Pictures.write(folder, 10, false, "cat", "dog");
    ImageSet set = read();
    assertEquals(16, set.train().size());
    assertEquals(List.of(2, 2), IntStream.of(set.test().counts()).boxed().toList());
    assertEquals(set.sha256(), read().sha256());
  }

  @Test
  void givenTestFoldersAreTheTest() {
    Pictures.write(folder.resolve("train"), 4, false, "a", "b", "c");
    Pictures.write(folder.resolve("test"), 2, false, "a", "b", "c");
    ImageSet set = read();
    assertEquals(12, set.train().size());
    assertEquals(6, set.test().size());
  }

  @Test
  void lightPaperIsTurnedDarkUnlessToldOtherwise() {
    Pictures.write(folder, 5, true, "a", "b");
    ImageSet set = read();
    assertTrue(set.inverted());
    assertEquals(0, set.train().image(0).ink(0, 0));
    assertEquals(255, set.train().image(0).ink(14, 14));
    ImageSet left = ImageSets.read(folder, SetOptions.AUTO.withPaper(PaperTone.DARK));
    assertFalse(left.inverted());
    assertEquals(255, left.train().image(0).ink(0, 0));
  }

  @Test
  void otherSizesAreScaledWithTheirProportions() {
    Pictures.write(folder, 5, false, "a", "b");
    BufferedImage wide = Pictures.bar(0, 2, 280, 140, true, new Random(1));
    for (String label : new String[] {"a", "b"}) {
      for (int i = 0; i < 3; i++) {
        Pictures.write(folder.resolve(label).resolve("wide-" + i + ".png"), wide);
      }
    }
    ImageSet set = ImageSets.read(folder, SetOptions.AUTO.withPaper(PaperTone.LIGHT));
    for (int i = 0; i < set.train().size(); i++) {
      if (set.train().image(i).ink(14, 1) == 0) {
        // What is above the wide picture is paper, and the bar is as thin as it was.
        assertEquals(0, set.train().image(i).ink(0, 14));
        assertEquals(0, set.train().image(i).ink(10, 14));
        return;
      }
    }
    throw new AssertionError("no wide picture was learnt from");
  }

  @Test
  void aPictureOfFiftyMegapixelsIsReadLikeAnyOther() {
    Pictures.write(folder, 5, false, "a", "b");
    Pictures.write(
        folder.resolve("a").resolve("huge.png"),
        new BufferedImage(10000, 5000, BufferedImage.TYPE_BYTE_BINARY));
    ImageSet set = read();
    assertEquals(11, set.train().size() + set.test().size());
  }

  @Test
  void brokenPicturesAndOtherFilesAreCountedAndTold() throws IOException {
    Pictures.write(folder, 5, false, "a", "b");
    Files.writeString(folder.resolve("a").resolve("broken.png"), "no picture");
    Files.writeString(folder.resolve("b").resolve("notes.txt"), "no picture");
    ImageSet set = read();
    assertEquals(10, set.train().size() + set.test().size());
    List<String> keys = set.remarks().stream().map(remark -> remark.key()).toList();
    assertTrue(keys.contains("sets.skipped"));
    assertTrue(keys.contains("sets.others"));
  }

  @Test
  void anEmptyClassIsLeftOutAndTold() throws IOException {
    Pictures.write(folder, 5, false, "a", "b");
    Files.createDirectory(folder.resolve("c"));
    ImageSet set = read();
    assertEquals(List.of("a", "b"), set.classes().names());
    assertEquals("sets.emptyClass", set.remarks().get(0).key());
  }

  @Test
  void badFoldersAreRefusedInASentence() throws IOException {
    assertTrue(refusal().contains("neither idx files nor a folder"));
    Pictures.write(folder, 3, false, "only");
    assertTrue(refusal().contains("one class only (only)"));
    Files.createDirectories(folder.resolve("second"));
    Files.writeString(folder.resolve("second").resolve("broken.png"), "no picture");
    assertTrue(refusal().contains("one class only"), refusal());
  }

  @Test
  void allPicturesBrokenAreRefused() throws IOException {
    for (String label : new String[] {"a", "b"}) {
      Files.createDirectories(folder.resolve(label));
      Files.writeString(folder.resolve(label).resolve("broken.png"), "no picture");
    }
    assertTrue(refusal().contains("none of the 2 pictures"), refusal());
  }

  @Test
  void moreThanSixtyTwoClassesAreRefused() {
    String[] many = IntStream.range(0, 63).mapToObj(i -> "c" + i).toArray(String[]::new);
    Pictures.write(folder, 1, false, many);
    assertTrue(refusal().contains("63 classes; take at most 62"));
  }

  @Test
  void aTestClassThatNobodyLearntIsRefused() {
    Pictures.write(folder.resolve("train"), 3, false, "a", "b");
    Pictures.write(folder.resolve("test"), 3, false, "a", "z");
    assertTrue(refusal().contains("no training image has the label “z”"));
  }

  @Test
  void aNameThatIsNotUtf8IsRefused() throws IOException {
    Pictures.write(folder, 3, false, "a", "b");
    try {
      Files.createDirectories(folder.resolve("x\uFFFD"));
    } catch (InvalidPathException e) {
      // This computer's file system has no such names at all.
      return;
    }
    assertTrue(refusal().contains("is not UTF-8; rename it"), refusal());
  }
}
