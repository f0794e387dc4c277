package digitstudio.training.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Samples;
import digitstudio.nn.kernel.ImageWarp;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingData;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AugmentedImagesTest {
  /** More than the ring holds, and no whole number of blocks. */
  private static final int COUNT = 9001;

  private static final int PIXELS = DigitImage.PIXELS;
  private static final TrainingData DATA = SmallMnist.of(COUNT, 1);
  private static final Augmentation ALL = new Augmentation(2, 15, 0.15, 0.2, 36, 5);
  private static final AugmentedImages.Crew CREW =
      task -> IntStream.range(0, 3).forEach(part -> task.run(part, 3));

  private AugmentedImages images;

  @AfterEach
  void close() {
    if (images != null) {
      images.close();
    }
  }

  private static Samples plain(int count) {
    return new Samples(
        Arrays.copyOf(DATA.train().pixels(), count * PIXELS),
        Arrays.copyOf(DATA.train().labels(), count),
        PIXELS,
        PixelScaling.PLAIN.values());
  }

  private static int[] order(int count, long seed) {
    List<Integer> order = IntStream.range(0, count).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(place -> place).toArray();
  }

  private static byte[] expected(int epoch, int place) {
    byte[] pixels = new byte[PIXELS];
    new Distorter(ALL, 7, epoch)
        .distort(ImageWarp.best(), place, DATA.train().pixels(), place * PIXELS, pixels, 0);
    return pixels;
  }

  private byte[] ready(int position) {
    int from = images.places()[position] * PIXELS;
    return Arrays.copyOfRange(images.samples().pixels(), from, from + PIXELS);
  }

  /** Reads an epoch as training does, and gives every image in the order of the set. */
  private byte[] epoch(int epoch, int[] order, int batch) {
    byte[] all = new byte[order.length * PIXELS];
    images.begin(epoch, order, 0);
    for (int from = 0; from < order.length; from += batch) {
      int rows = Math.min(batch, order.length - from);
      images.require(from, rows, CREW);
      for (int i = from; i < from + rows; i++) {
        System.arraycopy(ready(i), 0, all, order[i] * PIXELS, PIXELS);
        assertEquals(DATA.train().label(order[i]), images.samples().labels()[images.places()[i]]);
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1, true, 128", "2, true, 250", "2, true, 1", "1, false, 100", "2, false, 256"})
  void whoMakesTheImagesChangesNothingAboutThem(int threads, boolean ahead, int batch) {
    images = new AugmentedImages(plain(COUNT), ALL, 7, threads, ahead);
    for (int epoch = 1; epoch <= 2; epoch++) {
      byte[] made = epoch(epoch, order(COUNT, epoch), batch);
      for (int place = 0; place < COUNT; place += 97) {
        assertArrayEquals(
            expected(epoch, place), Arrays.copyOfRange(made, place * PIXELS, (place + 1) * PIXELS));
      }
    }
  }

  @Test
  void everyEpochHasOtherImagesAndAnOrderChangesNone() {
    images = new AugmentedImages(plain(1000), ALL, 7, 1, true);
    byte[] first = epoch(1, order(1000, 1), 128);
    byte[] second = epoch(2, order(1000, 1), 128);
    assertFalse(Arrays.equals(first, second));
    assertArrayEquals(second, epoch(2, order(1000, 3), 128));
    assertArrayEquals(first, epoch(1, order(1000, 4), 77));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "255, false", "256, true", "257, false", "3, true"})
  void anyNumberOfImagesWillDo(int count, boolean ahead) {
    images = new AugmentedImages(plain(count), ALL, 7, 1, ahead);
    byte[] made = epoch(1, order(count, 1), 50);
    assertArrayEquals(
        expected(1, count - 1), Arrays.copyOfRange(made, made.length - PIXELS, made.length));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void anEpochMayBeLeftInTheMiddleAndAnotherBegun(boolean ahead) {
    images = new AugmentedImages(plain(COUNT), ALL, 7, 2, ahead);
    images.begin(1, order(COUNT, 1), 0);
    images.require(0, 200, CREW);
    byte[] made = epoch(5, order(COUNT, 2), 200);
    assertArrayEquals(expected(5, 17), Arrays.copyOfRange(made, 17 * PIXELS, 18 * PIXELS));
  }

  @Test
  void closingInTheMiddleEndsTheWorkers() {
    images = new AugmentedImages(plain(COUNT), ALL, 7, 2, true);
    images.begin(1, order(COUNT, 1), 0);
    images.require(0, 200, CREW);
    images.close();
    assertEquals(true, images.awaitEnd());
  }

  @Test
  void aWorkerThatFailsIsToldOf() {
    images = new AugmentedImages(plain(1000), ALL, 7, 1, true);
    int[] order = order(1000, 1);
    // There is no such image.
    order[999] = 1_000_000;
    images.begin(1, order, 0);
    assertThrows(
        RuntimeException.class,
        () -> {
          for (int from = 0; from < 1000; from += 100) {
            images.require(from, 100, CREW);
          }
        });
  }

  @Test
  void theRingTakesLittleMemory() {
    images = new AugmentedImages(plain(COUNT), ALL, 7, 1, true);
    assertEquals(AugmentedImages.BLOCK * AugmentedImages.BLOCKS, images.samples().size());
  }
}
