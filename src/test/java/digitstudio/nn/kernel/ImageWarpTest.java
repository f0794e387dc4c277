package digitstudio.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageWarpTest {
  private static final int SIDE = ImageWarp.SIDE;
  private static final int ONE = ImageWarp.ONE;

  static Stream<ImageWarp> both() {
    return Stream.of(ImageWarp.plain(), ImageWarp.best());
  }

  private static byte[] noise(long seed) {
    byte[] image = new byte[ImageWarp.PIXELS];
    new Random(seed).nextBytes(image);
    return image;
  }

  private static byte[] warped(ImageWarp warp, byte[] image, int... map) {
    byte[] target = new byte[ImageWarp.PIXELS];
    warp.warp(image, 0, map, target, 0);
    return target;
  }

  private static int pixel(byte[] image, int row, int column) {
    return row < 0 || row >= SIDE || column < 0 || column >= SIDE
        ? 0
        : image[row * SIDE + column] & 0xFF;
  }

  @ParameterizedTest
  @MethodSource("both")
  void aMapOfEveryPixelOntoItselfChangesNothing(ImageWarp warp) {
    assertArrayEquals(noise(1), warped(warp, noise(1), 0, ONE, 0, 0, 0, ONE));
  }

  @ParameterizedTest
  @MethodSource("both")
  void wholePixelsAreMovedExactly(ImageWarp warp) {
    byte[] image = noise(2);
    byte[] moved = warped(warp, image, -3 * ONE, ONE, 0, 5 * ONE, 0, ONE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        assertEquals(pixel(image, row + 5, column - 3), pixel(moved, row, column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void betweenPixelsTheirMeanIsTaken(ImageWarp warp) {
    byte[] image = noise(3);
    byte[] moved = warped(warp, image, ONE / 2, ONE, 0, 0, 0, ONE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int sum = pixel(image, row, column) + pixel(image, row, column + 1);
        assertEquals((sum + 1) / 2, pixel(moved, row, column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatLiesFarOutsideIsPaper(ImageWarp warp) {
    byte[] far = warped(warp, noise(4), -400 * ONE, ONE, 0, 0, 0, ONE);
    assertArrayEquals(new byte[ImageWarp.PIXELS], far);
    assertArrayEquals(
        new byte[ImageWarp.PIXELS], warped(warp, noise(4), SIDE * ONE, ONE, 0, 0, 0, ONE));
  }

  @Test
  void vectorsAndPlainLoopsGiveTheSameBytes() {
    Random random = new Random(5);
    int[] fields = random.ints(3 * ImageWarp.PIXELS, -6 * ONE, 6 * ONE).toArray();
    ImageWarp plain = ImageWarp.plain();
    ImageWarp best = ImageWarp.best();
    byte[] images = new byte[2 * ImageWarp.PIXELS];
    random.nextBytes(images);
    for (int i = 0; i < 200; i++) {
      int[] map = random.ints(6, -2 * ONE, 2 * ONE).toArray();
      map[0] = random.nextInt(40 * ONE) - 10 * ONE;
      map[3] = random.nextInt(40 * ONE) - 10 * ONE;
      byte[] one = new byte[3 * ImageWarp.PIXELS];
      byte[] two = new byte[3 * ImageWarp.PIXELS];
      int across = random.nextInt(2 * ImageWarp.PIXELS);
      int down = random.nextInt(2 * ImageWarp.PIXELS);
      plain.warp(images, ImageWarp.PIXELS, map, fields, across, down, one, ImageWarp.PIXELS);
      best.warp(images, ImageWarp.PIXELS, map, fields, across, down, two, ImageWarp.PIXELS);
      assertArrayEquals(one, two);
    }
  }

  @Test
  void anImageLeavesNothingOfTheOneBeforeIt() {
    ImageWarp used = ImageWarp.best();
    warped(used, noise(6), ONE / 3, ONE, 0, 0, 0, ONE);
    byte[] after = warped(used, noise(7), ONE / 3, ONE, 0, 0, 0, ONE);
    assertArrayEquals(warped(ImageWarp.best(), noise(7), ONE / 3, ONE, 0, 0, 0, ONE), after);
    assertNotEquals(0, pixel(after, 10, 10) + pixel(after, 11, 10));
  }
}
