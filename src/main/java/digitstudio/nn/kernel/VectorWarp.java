package digitstudio.nn.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Resamples images by vectors of pixels.
 *
 * <p>The pixels of an image are taken as one long row. Where a vector begins within a row of the
 * image repeats after {@value #GROUP} pixels, four rows: the affine map is worked out for these
 * alone, and moved on by four rows at a time.
 */
final class VectorWarp extends ImageWarp {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();

  /** Whether a vector's pixels fit a vector of bytes, and the image a number of vectors. */
  static final boolean SUITS = LANES == 8 || LANES == 16;

  private static final VectorSpecies<Byte> BYTES =
      SUITS
          ? VectorSpecies.of(byte.class, VectorShape.forBitSize(LANES * Byte.SIZE))
          : ByteVector.SPECIES_64;

  private static final int GROUP_ROWS = 4;
  private static final int GROUP = GROUP_ROWS * SIDE;
  private static final int LOW_BYTES = 0x00FF00FF;

  /** Columns and rows that the map alone takes the pixels of four rows from. */
  private final int[] columns = new int[GROUP];

  private final int[] rows = new int[GROUP];

  /** Of every pixel: where its quad is, the weights of the right and of the lower half of it. */
  private final int[] places = new int[PIXELS];

  private final int[] rightWeights = new int[PIXELS];
  private final int[] lowerWeights = new int[PIXELS];

  /** The quad of every pixel. */
  private final int[] found = new int[PIXELS];

  /** The image with a frame of nothing, {@link #STRIDE} wide. */
  private final byte[] framed = new byte[(SIDE + 3) * STRIDE + LANES];

  @Override
  void fillQuads(byte[] source, int from) {
    for (int row = 0; row < SIDE; row++) {
      System.arraycopy(source, from + row * SIDE, framed, ORIGIN + row * STRIDE, SIDE);
    }
    for (int i = 0; i < (SIDE + 1) * STRIDE; i += LANES) {
      IntVector left = pixels(i).or(pixels(i + STRIDE).lanewise(VectorOperators.LSHL, 16));
      IntVector right = pixels(i + 1).or(pixels(i + 1 + STRIDE).lanewise(VectorOperators.LSHL, 16));
      left.or(right.lanewise(VectorOperators.LSHL, Byte.SIZE)).intoArray(quads, i);
    }
  }

  private IntVector pixels(int at) {
    return ((IntVector)
            ByteVector.fromArray(BYTES, framed, at).convertShape(VectorOperators.B2I, INTS, 0))
        .and(0xFF);
  }

  /** In passes, as a vector that has just been written can not be read again at once. */
  @Override
  void resample(int[] map, int[] fields, int across, int down, byte[] target, int at) {
    mapGroup(map);
    for (int group = 0; group < SIDE / GROUP_ROWS; group++) {
      int begin = group * GROUP;
      findGroup(
          begin,
          fields,
          across + begin,
          group * GROUP_ROWS * map[2],
          down + begin,
          group * GROUP_ROWS * map[5]);
    }
    for (int i = 0; i < PIXELS; i++) {
      // Single loads are as fast as gathering a vector.
      found[i] = quads[places[i] & QUADS - 1];
    }
    for (int i = 0; i < PIXELS; i += LANES) {
      IntVector quad = IntVector.fromArray(INTS, found, i);
      IntVector right = IntVector.fromArray(INTS, rightWeights, i);
      between(quad, right, IntVector.fromArray(INTS, lowerWeights, i))
          .convertShape(VectorOperators.I2B, BYTES, 0)
          .reinterpretAsBytes()
          .intoArray(target, at + i);
    }
  }

  private void mapGroup(int[] map) {
    for (int y = 0; y < GROUP_ROWS; y++) {
      int column = map[0] + map[2] * y;
      int row = map[3] + map[5] * y;
      for (int i = y * SIDE; i < (y + 1) * SIDE; i++) {
        columns[i] = column;
        rows[i] = row;
        column += map[1];
        row += map[4];
      }
    }
  }

  /** Where the pixels of four rows are taken from. */
  private void findGroup(
      int begin, int[] fields, int across, int columnHere, int down, int rowHere) {
    for (int i = 0; i < GROUP; i += LANES) {
      IntVector column = place(columns, i, fields, across + i, columnHere);
      IntVector row = place(rows, i, fields, down + i, rowHere);
      column
          .lanewise(VectorOperators.ASHR, FRACTION)
          .add(
              row.lanewise(VectorOperators.ASHR, FRACTION)
                  .lanewise(VectorOperators.LSHL, STRIDE_BITS))
          .add(ORIGIN)
          .intoArray(places, begin + i);
      weight(column).intoArray(rightWeights, begin + i);
      weight(row).intoArray(lowerWeights, begin + i);
    }
  }

  private static IntVector place(int[] mapped, int i, int[] fields, int field, int here) {
    return IntVector.fromArray(INTS, mapped, i)
        .add(IntVector.fromArray(INTS, fields, field))
        .add(here)
        .max(LEAST)
        .min(MOST);
  }

  private static IntVector weight(IntVector place) {
    return place.lanewise(VectorOperators.LSHR, FRACTION - WEIGHT_BITS).and(WEIGHT - 1);
  }

  /** As {@link ImageWarp#between(int, int, int)}. */
  private static IntVector between(IntVector quad, IntVector x, IntVector y) {
    IntVector left = quad.and(LOW_BYTES);
    IntVector right = quad.lanewise(VectorOperators.LSHR, Byte.SIZE).and(LOW_BYTES);
    IntVector rows = left.lanewise(VectorOperators.LSHL, WEIGHT_BITS).add(right.sub(left).mul(x));
    IntVector above = rows.and(0xFFFF);
    IntVector below = rows.lanewise(VectorOperators.LSHR, 16);
    return above
        .lanewise(VectorOperators.LSHL, WEIGHT_BITS)
        .add(below.sub(above).mul(y))
        .add(1 << 2 * WEIGHT_BITS - 1)
        .lanewise(VectorOperators.LSHR, 2 * WEIGHT_BITS);
  }
}
