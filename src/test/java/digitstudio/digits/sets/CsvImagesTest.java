package digitstudio.digits.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images as rows of a CSV, good and bad. */
class CsvImagesTest {
  @TempDir Path folder;

  private Path write(List<String> rows) {
    return write("images.csv", rows);
  }

  private Path write(String name, List<String> rows) {
    try {
      return Files.write(folder.resolve(name), rows);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** 784 pixels of which one, by number, is full. */
  private static String pixels(int full, String ink, String separator) {
    return IntStream.range(0, 784)
        .mapToObj(i -> i == full ? ink : "0")
        .collect(Collectors.joining(separator));
  }

  private static List<String> rows(String... labels) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10 * labels.length; i++) {
      rows.add(labels[i % labels.length] + "," + pixels(300 + i, "255", ","));
    }
    return rows;
  }

  private static ImageSet read(Path file) {
    return ImageSets.read(file, SetOptions.AUTO);
  }

  private static String refusal(Path file) {
    return assertThrows(Problem.class, () -> read(file)).getMessage();
  }

  @Test
  void labelsStandFirstWithoutAHeader() {
    ImageSet set = read(write(rows("b", "a", "c")));
    assertEquals(List.of("a", "b", "c"), set.classes().names());
    assertEquals(24, set.train().size());
    assertEquals(6, set.test().size());
    assertEquals("images", set.name());
  }

  @Test
  void labelsStandInTheColumnThatIsCalledSo() {
    List<String> rows = new ArrayList<>();
    String names = IntStream.range(0, 784).mapToObj(i -> "p" + i).collect(Collectors.joining(";"));
    rows.add(names + ";label");
    for (int i = 0; i < 20; i++) {
      rows.add(pixels(400 + i, "0.5", ";") + ";" + i % 2 + ".0");
    }
    ImageSet set = read(write(rows));
    assertEquals(List.of("0", "1"), set.classes().names());
    assertEquals(128, set.train().image(0).ink(400 / 28, 400 % 28));
  }

  @Test
  void labelsInTheLastColumnAreFoundOrTold() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(pixels(400 + i, "255", ",") + "," + i % 2);
    }
    Path file = write(rows);
    assertEquals(List.of("0", "1"), read(file).classes().names());
    ImageSet told = ImageSets.read(file, SetOptions.AUTO.withLabel(LabelColumn.LAST));
    assertEquals(told.sha256(), read(file).sha256());
  }

  @Test
  void aSecondFileIsTheTest() {
    Path test = write("test.csv", rows("a", "b").subList(0, 4));
    ImageSet set = ImageSets.read(write(rows("a", "b")), SetOptions.AUTO.withTest(test));
    assertEquals(20, set.train().size());
    assertEquals(4, set.test().size());
  }

  @Test
  void aLabelOnlyTheTestHasIsRefused() {
    Path test = write("test.csv", rows("a", "z").subList(0, 4));
    Path train = write(rows("a", "b"));
    String message =
        assertThrows(Problem.class, () -> ImageSets.read(train, SetOptions.AUTO.withTest(test)))
            .getMessage();
    assertTrue(message.contains("test.csv: no training image has the label “z”"), message);
  }

  @Test
  void aWrongRowIsNamed() {
    List<String> rows = rows("a", "b");
    rows.set(7, "a,1,2");
    assertTrue(refusal(write(rows)).contains("row 8: 3 columns instead of 785"));
    rows.set(7, "a," + pixels(5, "NaN", ","));
    assertTrue(refusal(write(rows)).contains("row 8, column 7: NaN is no pixel"));
    rows.set(7, "a," + pixels(5, "256", ","));
    assertTrue(refusal(write(rows)).contains("256 is no pixel"));
    rows.set(7, "a," + pixels(5, "ink", ","));
    assertTrue(refusal(write(rows)).contains("“ink” is no number"));
    rows.set(7, "," + pixels(5, "9", ","));
    assertTrue(refusal(write(rows)).contains("row 8: there is no label"));
  }

  @Test
  void rowsFarDownAreCheckedToo() {
    List<String> rows = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> rows.addAll(rows("a", "b").subList(0, 10)));
    rows.set(290, "a,1");
    assertTrue(refusal(write(rows)).contains("row 291: 2 columns"));
  }

  @Test
  void aHeaderThatLiesIsTold() {
    List<String> rows = rows("a", "b");
    rows.add(0, "label,one,two");
    assertTrue(refusal(write(rows)).contains("3 columns; it needs a label and 784 pixels"));
  }

  @Test
  void nothingAndOneClassAreRefused() {
    assertTrue(refusal(write(List.of())).contains("no rows of images"));
    assertTrue(refusal(write(rows("a"))).contains("one class only (a)"));
    String[] many = IntStream.range(0, 63).mapToObj(i -> "c" + i).toArray(String[]::new);
    assertTrue(refusal(write(rows(many))).contains("63 classes; take at most 62"));
    assertTrue(refusal(folder.resolve("none.csv")).contains("is not there"));
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    List<String> rows = rows("a", "caf\u00e9");
    Path file = folder.resolve("latin.csv");
    Files.write(file, String.join("\n", rows).getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusal(file).contains("is not UTF-8 text"), refusal(file));
  }
}
