package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Answers for the drawing pad from a copy of the newest network, so that neither training nor
 * drawing waits for the other.
 */
final class LivePredictions {
  private static final long REFRESH_NANOS = 100_000_000;
  private static final float[] NOTHING = {};

  private record Request(DigitImage image, Consumer<float[]> observer) {}

  private final Executor worker;
  private final Executor callbacks;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean queued = new AtomicBoolean();
  private volatile Request request;
  private Predictor predictor;
  private long refreshed;

  LivePredictions(Executor worker, Executor callbacks) {
    this.worker = worker;
    this.callbacks = callbacks;
  }

  void request(DigitImage image, Consumer<float[]> observer) {
    request = image == null ? null : new Request(image, observer);
    if (image != null) {
      answer();
    }
  }

  /** Answers the newest request on the worker; a request that comes while one waits replaces it. */
  private void answer() {
    if (queued.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            queued.set(false);
            Request newest = request;
            if (newest != null) {
              float[] probabilities = probabilities(newest.image());
              callbacks.execute(() -> deliver(newest, probabilities));
            }
          });
    }
  }

  private void deliver(Request asked, float[] probabilities) {
    // What was drawn meanwhile has an answer of its own on the way.
    if (request == asked) {
      asked.observer().accept(probabilities);
    }
  }

  private float[] probabilities(DigitImage image) {
    lock.lock();
    try {
      return predictor == null ? NOTHING : predictor.predict(image);
    } finally {
      lock.unlock();
    }
  }

  /** The newest network's answers to many images; empty arrays when there is no network yet. */
  List<float[]> all(List<DigitImage> images) {
    return images.stream().map(this::probabilities).toList();
  }

  /** Answers from now on with a copy of this network; called on the trainer's thread. */
  void follow(Network network, PixelScaling scaling) {
    replace(new Predictor(network.copy(), scaling));
  }

  /** Answers from now on with this model. */
  void use(Model model) {
    replace(model.predictor());
  }

  private void replace(Predictor next) {
    lock.lock();
    try {
      if (predictor != null) {
        predictor.close();
      }
      predictor = next;
    } finally {
      lock.unlock();
    }
    answer();
  }

  /**
   * Takes over the network's parameters if somebody is watching and the last time was a while ago;
   * called on the trainer's thread after any step, which it never holds up.
   */
  void refresh(Network network) {
    if (request == null || System.nanoTime() - refreshed < REFRESH_NANOS || !lock.tryLock()) {
      return;
    }
    try {
      predictor.set(network);
      refreshed = System.nanoTime();
    } finally {
      lock.unlock();
    }
    answer();
  }

  void close() {
    lock.lock();
    try {
      if (predictor != null) {
        predictor.close();
        predictor = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
