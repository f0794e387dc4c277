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

  private record Request(List<DigitImage> images, Consumer<List<float[]>> observer) {}

  private final Executor worker;
  private final Executor callbacks;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean queued = new AtomicBoolean();
  private volatile Request request;
  private Predictor predictor;

  /** What the predictor is a copy of; null where a model of its own answers. */
  private Network followed;

  /** Whether the model that answers stays, whatever is trained. */
  private volatile boolean held;

  private long refreshed;

  LivePredictions(Executor worker, Executor callbacks) {
    this.worker = worker;
    this.callbacks = callbacks;
  }

  /**
   * Asks about images in the place of those asked about before.
   *
   * @param images none to ask no more
   * @param observer given the answer to each; none at all while there is no network
   */
  void request(List<DigitImage> images, Consumer<List<float[]>> observer) {
    request = images.isEmpty() ? null : new Request(List.copyOf(images), observer);
    if (!images.isEmpty()) {
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
              List<float[]> probabilities = probabilities(newest.images());
              callbacks.execute(() -> deliver(newest, probabilities));
            }
          });
    }
  }

  private void deliver(Request asked, List<float[]> probabilities) {
    // What was drawn meanwhile has an answer of its own on the way.
    if (request == asked) {
      asked.observer().accept(probabilities);
    }
  }

  /** The newest network's answers; none at all while there is no network. */
  List<float[]> probabilities(List<DigitImage> images) {
    lock.lock();
    try {
      return predictor == null ? List.of() : images.stream().map(predictor::predict).toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Answers from now on with a copy of this network, unless a model was asked to stay; called on
   * the trainer's thread.
   */
  void follow(Network network, PixelScaling scaling) {
    if (!held) {
      replace(new Predictor(network.copy(), scaling), network);
    }
  }

  /** Answers from now on with what a run learnt, unless a model was asked to stay. */
  void finished(Model model) {
    if (!held) {
      replace(model.predictor(), null);
    }
  }

  /**
   * Answers from now on with this model.
   *
   * @param stay whether it answers on while networks are trained, until {@link #release}
   */
  void use(Model model, boolean stay) {
    held = stay;
    replace(model.predictor(), null);
  }

  /** Lets the next network in training answer again. */
  void release() {
    held = false;
  }

  private void replace(Predictor next, Network copied) {
    lock.lock();
    try {
      if (predictor != null) {
        predictor.close();
      }
      predictor = next;
      followed = copied;
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
      if (followed != network) {
        return;
      }
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
