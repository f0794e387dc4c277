package digitstudio.digits.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of idx files that are not MNIST. */
class IdxFolderTest {
  @TempDir Path folder;

  private void write(String prefix, String part, int side, int... labels) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + labels.length * side * side);
    images.putInt(0x803).putInt(labels.length).putInt(side).putInt(side);
    for (int i = 0; i < labels.length; i++) {
      byte[] image = new byte[side * side];
      // One pixel of ink in the first row, at a column that is not its row.
      image[side / 2] = (byte) 255;
      images.put(image);
    }
    Files.write(folder.resolve(prefix + part + "-images-idx3-ubyte"), images.array());
    ByteBuffer numbers = ByteBuffer.allocate(8 + labels.length);
    numbers.putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      numbers.put((byte) label);
    }
    Files.write(folder.resolve(prefix + part + "-labels-idx1-ubyte"), numbers.array());
  }

  private ImageSet read() {
    return ImageSets.read(folder, SetOptions.AUTO);
  }

  @Test
  void mappingNamesTheLettersAndEmnistIsTurnedUpright() throws IOException {
    write("emnist-letters-", "train", 28, 1, 2, 3);
    write("emnist-letters-", "test", 28, 3, 1);
    Files.writeString(folder.resolve("emnist-letters-mapping.txt"), "1 65 97\n2 66 98\n3 67 99\n");
    ImageSet set = read();
    assertEquals(List.of("Aa", "Bb", "Cc"), set.classes().names());
    assertEquals(2, set.test().label(0));
    assertTrue(set.transposed());
    assertEquals(255, set.train().image(0).ink(14, 0));
    ImageSet lying = ImageSets.read(folder, SetOptions.AUTO.withTransposed(false));
    assertFalse(lying.transposed());
    assertEquals(255, lying.train().image(0).ink(0, 14));
  }

  @Test
  void listedNamesAreTakenAndOtherSizesScaled() throws IOException {
    write("", "train", 14, 0, 1, 0, 1);
    write("", "t10k", 14, 1, 0);
    Files.writeString(folder.resolve("classes.txt"), "half moon\nfull moon\n");
    ImageSet set = read();
    assertEquals(List.of("half moon", "full moon"), set.classes().names());
    assertEquals(255, set.train().image(0).ink(0, 14));
    assertEquals(255, set.train().image(0).ink(1, 15));
    assertEquals(0, set.train().image(0).ink(2, 14));
  }

  @Test
  void tenClassesCanBeCalledAsFashionMnistCallsThem() throws IOException {
    write("", "train", 28, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    write("", "t10k", 28, 9);
    assertEquals(ClassNames.DIGITS, read().classes());
    ImageSet named = ImageSets.read(folder, SetOptions.AUTO.withFashion(true));
    assertEquals(ClassNames.FASHION, named.classes());
  }

  @Test
  void aLabelWithoutANameIsRefused() throws IOException {
    write("", "train", 28, 0, 1);
    write("", "t10k", 28, 0, 7);
    String message = assertThrows(Problem.class, this::read).getMessage();
    assertTrue(message.contains("the label 7 of image 2 has no name"), message);
  }

  @Test
  void oneClassAndBrokenMappingsAreRefused() throws IOException {
    write("", "train", 28, 4, 4);
    write("", "t10k", 28, 4);
    assertTrue(assertThrows(Problem.class, this::read).getMessage().contains("one class only (4)"));
    Files.writeString(folder.resolve("mapping.txt"), "4 letter\n");
    assertTrue(
        assertThrows(Problem.class, this::read).getMessage().contains("the line “4 letter”"));
  }
}
