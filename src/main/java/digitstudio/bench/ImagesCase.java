package digitstudio.bench;

import digitstudio.digits.DigitSet;
import java.util.function.Consumer;

/** Seconds of an epoch of ever more images, which are the same ones shifted by a pixel or two. */
final class ImagesCase implements BenchmarkCase {
  private static final int[] IMAGES = {6000, 20_000, 60_000, 200_000, 600_000};

  @Override
  public void measure(Subject subject, Consumer<Figure> figures) {
    // The shortest epochs come first, and Java may not have compiled all of it by then.
    subject.seconds(Subject.plain().batchSize(128).build(), subject.data().train());
    for (int images : IMAGES) {
      if (images <= subject.mostImages()) {
        DigitSet digits = ShiftedDigits.of(subject.data().train(), images);
        figures.accept(
            Figure.median(
                "images." + images,
                "s",
                subject.seconds(Subject.plain().batchSize(128).build(), digits),
                images));
      }
    }
  }
}
