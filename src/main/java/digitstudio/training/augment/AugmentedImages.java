package digitstudio.training.augment;

import digitstudio.nn.Samples;
import digitstudio.nn.kernel.ImageWarp;
import digitstudio.nn.kernel.Team;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distorted images of a training, made block by block in the order that they are learnt in.
 *
 * <p>They lie in a ring of a few thousand images, which is all the memory they take. Where there
 * are processors that the arithmetic leaves idle at times, workers fill it ahead of the one who
 * learns; who is too early makes a block himself instead of waiting for it. Where the arithmetic
 * keeps all processors busy, a worker would only take them away in the middle of a step, for which
 * the others then wait: there the threads of the arithmetic make some blocks between two steps, and
 * the worker prepares the next epoch alone. Which thread makes an image, and when, changes nothing
 * about it.
 */
public final class AugmentedImages implements AutoCloseable {
  /** The threads of the one who learns, which can be lent between two steps. */
  public interface Crew {
    void share(Team.Task task);
  }

  /** Images that are made in one go. */
  static final int BLOCK = 256;

  /** Blocks of the ring. */
  static final int BLOCKS = 24;

  /** Images that a crew makes in one go: some tenths of a millisecond. */
  private static final int SHARED = 1024;

  /** On so few processors the arithmetic alone keeps all of them busy. */
  private static final int FEW_PROCESSORS = 2;

  /** Blocks that must be free before workers begin again, as waking one takes time. */
  private static final int WORTH_WAKING = 8;

  private static final int END_SECONDS = 10;

  /** What a worker is told instead of a block. */
  private static final int OVER = -1;

  private static final int PREPARE = -2;
  private static final int RING = BLOCK * BLOCKS;
  private static final int PIXELS = ImageWarp.PIXELS;

  private final Samples plain;
  private final Augmentation augmentation;
  private final long seed;
  private final Samples ring;
  private final int[] places;
  private final ImageWarp ownWarp = ImageWarp.best();
  private final boolean ahead;
  private ImageWarp[] crewWarps = {};
  private final ExecutorService workers;

  /** The images up to this one are known to be made; the learning thread's own. */
  private int madeUntil;

  // All below is guarded by this.
  private Distorter distorter;
  private Distorter nextDistorter;
  private int[] order = {};

  /** First block that may still be read, and first that nobody has begun. */
  private int firstNeeded;

  private int nextBlock;
  private final boolean[] made = new boolean[BLOCKS];
  private int underWay;
  private boolean toPrepare;
  private boolean resting;
  private boolean closed;
  private Throwable failure;

  /**
   * @param plain the training images, their contrast stretched already where it is to be
   * @param seed of the distortions
   */
  public AugmentedImages(Samples plain, Augmentation augmentation, long seed) {
    this(plain, augmentation, seed, 1, Runtime.getRuntime().availableProcessors() > FEW_PROCESSORS);
  }

  /**
   * @param threads that work beside the one that learns
   * @param ahead whether they make images, or prepare epochs alone
   */
  AugmentedImages(Samples plain, Augmentation augmentation, long seed, int threads, boolean ahead) {
    if (plain.columns() != PIXELS) {
      throw new IllegalArgumentException(plain.columns() + " pixels instead of " + PIXELS);
    }
    this.plain = plain;
    this.augmentation = augmentation;
    this.seed = seed;
    this.ahead = ahead;
    int size = Math.min(RING, (plain.size() + BLOCK - 1) / BLOCK * BLOCK);
    ring = new Samples(new byte[size * PIXELS], new byte[size], PIXELS, plain.values());
    // The engine looks at some images once to see how much ink they have.
    for (int i = 0; i < size; i++) {
      System.arraycopy(
          plain.pixels(), i % plain.size() * PIXELS, ring.pixels(), i * PIXELS, PIXELS);
    }
    places = new int[plain.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % RING;
    }
    workers = Executors.newFixedThreadPool(threads, daemons());
    for (int i = 0; i < threads; i++) {
      workers.execute(this::work);
    }
  }

  private static ThreadFactory daemons() {
    ThreadFactory threads = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = threads.newThread(work);
      thread.setName("augmentation");
      thread.setDaemon(true);
      return thread;
    };
  }

  /** What is learnt from: the ring, whose images change. */
  public Samples samples() {
    return ring;
  }

  /** Where the image that is the n-th of an epoch lies among {@link #samples}. */
  public int[] places() {
    return places;
  }

  /**
   * Begins an epoch, or goes on with one.
   *
   * @param epoch counted from 1
   * @param order places of the training images in the order they will be learnt in; not to be
   *     changed before the next
   * @param from how many images of the epoch were learnt from already
   */
  public synchronized void begin(int epoch, int[] order, int from) {
    nextBlock = Integer.MAX_VALUE;
    awaitUninterruptibly(() -> underWay == 0);
    distorter =
        nextDistorter != null && nextDistorter.epoch() == epoch ? nextDistorter : distorter(epoch);
    nextDistorter = null;
    this.order = order;
    firstNeeded = from / BLOCK;
    nextBlock = firstNeeded;
    madeUntil = 0;
    resting = false;
    toPrepare = augmentation.elastic() > 0;
    Arrays.fill(made, false);
    notifyAll();
  }

  private Distorter distorter(int epoch) {
    return new Distorter(augmentation, seed, epoch);
  }

  /**
   * Returns when the images from the one that is the {@code from}-th of the epoch are made; those
   * before are given up.
   *
   * @param crew makes them where no worker does
   * @throws IllegalStateException if a worker failed
   */
  public void require(int from, int count, Crew crew) {
    if (from + count <= madeUntil) {
      return;
    }
    if (ahead) {
      requireBlocks(from, count);
    } else {
      int begin = Math.max(from, madeUntil);
      int end = Math.min(order.length, Math.max(from + count, begin + SHARED));
      crew.share((part, parts) -> makePart(begin, end, part, parts));
      madeUntil = end;
    }
  }

  private void makePart(int begin, int end, int part, int parts) {
    int to = begin + Team.bound(end - begin, part + 1, parts);
    makeImages(begin + Team.bound(end - begin, part, parts), to, crewWarp(part, parts));
  }

  private synchronized ImageWarp crewWarp(int part, int parts) {
    if (crewWarps.length < parts) {
      crewWarps = Stream.generate(ImageWarp::best).limit(parts).toArray(ImageWarp[]::new);
    }
    return crewWarps[part];
  }

  private void requireBlocks(int from, int count) {
    int last = (from + count - 1) / BLOCK;
    giveUpBefore(from / BLOCK);
    for (int block = from / BLOCK; block <= last; block++) {
      while (!isMade(block)) {
        int own = begun(block);
        if (own >= 0) {
          make(own, ownWarp);
        }
      }
    }
    madeUntil = Math.min(order.length, (last + 1) * BLOCK);
  }

  private synchronized void giveUpBefore(int block) {
    while (firstNeeded < block) {
      made[firstNeeded % BLOCKS] = false;
      firstNeeded++;
    }
    if (nextBlock - firstNeeded <= BLOCKS - WORTH_WAKING) {
      resting = false;
      notifyAll();
    }
  }

  private synchronized boolean isMade(int block) {
    if (failure != null) {
      throw new IllegalStateException("distorting the training images failed", failure);
    }
    return made[block % BLOCKS];
  }

  /** Takes the next block that nobody has begun, or waits for one that somebody has; -1 then. */
  private synchronized int begun(int block) {
    if (nextBlock <= block) {
      underWay++;
      return nextBlock++;
    }
    awaitUninterruptibly(() -> made[block % BLOCKS] || failure != null || closed);
    if (closed && !made[block % BLOCKS]) {
      throw new IllegalStateException("closed");
    }
    return -1;
  }

  private void makeImages(int from, int to, ImageWarp warp) {
    for (int i = from; i < to; i++) {
      int image = order[i];
      int place = places[i];
      distorter.distort(warp, image, plain.pixels(), image * PIXELS, ring.pixels(), place * PIXELS);
      ring.labels()[place] = plain.labels()[image];
    }
  }

  private void make(int block, ImageWarp warp) {
    Throwable thrown = null;
    try {
      makeImages(block * BLOCK, Math.min(order.length, (block + 1) * BLOCK), warp);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    synchronized (this) {
      underWay--;
      made[block % BLOCKS] = thrown == null;
      failure = failure == null ? thrown : failure;
      notifyAll();
    }
  }

  private void work() {
    ImageWarp warp = ImageWarp.best();
    for (int task = await(); task != OVER; task = await()) {
      if (task == PREPARE) {
        prepareNext();
      } else {
        make(task, warp);
      }
    }
  }

  /** Waits for room and takes a block, or {@link #PREPARE}, or {@link #OVER}. */
  private synchronized int await() {
    while (!closed) {
      if (nextBlock - firstNeeded >= BLOCKS) {
        resting = true;
      }
      boolean blocksLeft = ahead && nextBlock < (order.length + BLOCK - 1) / BLOCK;
      if (blocksLeft && !resting) {
        underWay++;
        return nextBlock++;
      }
      if (toPrepare && !blocksLeft) {
        toPrepare = false;
        return PREPARE;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return OVER;
      }
    }
    return OVER;
  }

  /** Smooths the next epoch's displacements while the last images of this one are learnt from. */
  private void prepareNext() {
    Distorter next = distorter(current().epoch() + 1);
    synchronized (this) {
      nextDistorter = next;
    }
  }

  private synchronized Distorter current() {
    return distorter;
  }

  private interface Condition {
    boolean holds();
  }

  /** Waits, the lock given up meanwhile; an interrupt is kept for who looks for it. */
  private void awaitUninterruptibly(Condition condition) {
    boolean interrupted = false;
    while (!condition.holds()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a moment for the workers to go home after {@link #close}; false if they have not. */
  boolean awaitEnd() {
    try {
      return workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends the workers home; what they are making is finished, and of no use. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    workers.shutdown();
  }
}
