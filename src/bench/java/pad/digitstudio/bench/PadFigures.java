package digitstudio.bench;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.DigitSet;
import digitstudio.digits.DrawnDigits;
import digitstudio.digits.DrawnDigits.Drawn;
import digitstudio.digits.Ink;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.Stroke;
import digitstudio.digits.StrokeRasterizer;
import digitstudio.nn.Engine;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import digitstudio.training.Predictor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well models trained on MNIST read digits that were drawn on the pad, and MNIST drawn anew.
 */
public final class PadFigures {
  private static final int DIGITS = 3000;
  private static final long SEED = 20;
  private static final double USUAL_SIZE = 0.56;
  private static final double[] SIZES = {0.15, 0.2, 0.3, 0.45, 0.6, 0.8, 1};
  private static final double[] PENS = {0.04, 0.06, 0.08, 0.11, 0.14};

  private final List<Drawn> digits = DrawnDigits.of(DIGITS, SEED);
  private final Predictor predictor;

  private PadFigures(Predictor predictor) {
    this.predictor = predictor;
  }

  /** Arguments: the folder of MNIST, then model files. */
  public static void main(String[] arguments) {
    Engine.start();
    DigitSet test = MnistFiles.read(Path.of(arguments[0])).test();
    for (int i = 1; i < arguments.length; i++) {
      Model model = ModelFile.read(Path.of(arguments[i]));
      try (Predictor predictor = model.predictor()) {
        System.out.printf("%s%n", arguments[i]);
        PadFigures figures = new PadFigures(predictor);
        figures.anywhere();
        figures.places();
        figures.pens();
        figures.mnist(test);
      }
    }
  }

  /** Random size, place and pen. */
  private void anywhere() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, int[]> styles = new TreeMap<>();
    int right = 0;
    for (Drawn digit : digits) {
      double size = random.nextDouble(0.15, 1);
      List<Stroke> strokes =
          digit.on(size, random.nextDouble(), random.nextDouble(), random.nextDouble(0.04, 0.14));
      int read = read(strokes);
      right += read == digit.digit() ? 1 : 0;
      int[] counts =
          styles.computeIfAbsent(digit.digit() + " style " + digit.style(), key -> new int[12]);
      counts[10]++;
      counts[read]++;
    }
    System.out.printf("  any size, place and pen: %.2f %% of %d%n", 100.0 * right / DIGITS, DIGITS);
    styles.forEach(
        (style, counts) -> System.out.printf("    %s: %s%n", style, confused(style, counts)));
  }

  private static String confused(String style, int[] counts) {
    int digit = style.charAt(0) - '0';
    StringBuilder text = new StringBuilder();
    text.append(String.format("%.1f %%", 100.0 * counts[digit] / counts[10]));
    for (int other = 0; other < 10; other++) {
      if (other != digit && counts[other] > 0) {
        text.append(String.format(", %d as %d", counts[other], other));
      }
    }
    return text.toString();
  }

  private int read(List<Stroke> strokes) {
    DigitImage image =
        DigitNormalizer.normalize(StrokeRasterizer.rasterize(strokes, 1, 1)).orElseThrow();
    return best(predictor.predict(image));
  }

  private static int best(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private double accuracy(Function<Drawn, List<Stroke>> placed) {
    long right = digits.stream().filter(one -> read(placed.apply(one)) == one.digit()).count();
    return 100.0 * right / digits.size();
  }

  private void places() {
    double usual = accuracy(digit -> digit.on(USUAL_SIZE, 0.5, 0.5, 0.08));
    System.out.printf("  middle of the pad, usual size and pen: %.2f %%%n", usual);
    double worst = 100;
    for (double size : SIZES) {
      StringBuilder line = new StringBuilder();
      for (int corner = 0; corner < 4; corner++) {
        int x = corner % 2;
        int y = corner / 2;
        double there = accuracy(digit -> digit.on(size, x, y, 0.08));
        worst = Math.min(worst, there - usual);
        line.append(String.format(" %.2f", there));
      }
      System.out.printf("  corners, size %.0f %%:%s %%%n", 100 * size, line);
    }
    System.out.printf("  worst corner and size: %+.2f points%n", worst);
  }

  private void pens() {
    for (double pen : PENS) {
      System.out.printf(
          "  pen %.0f %%: %.2f %%%n",
          100 * pen, accuracy(digit -> digit.on(USUAL_SIZE, 0.5, 0.5, pen)));
    }
  }

  private void mnist(DigitSet test) {
    DigitSet images = test.first(2000);
    SplittableRandom random = new SplittableRandom(SEED);
    int before = 0;
    int after = 0;
    double difference = 0;
    for (int i = 0; i < images.size(); i++) {
      DigitImage image = images.image(i);
      Ink ink =
          DrawnDigits.inked(
              image, random.nextDouble(0.15, 1), random.nextDouble(), random.nextDouble(), 560);
      DigitImage back = DigitNormalizer.normalize(ink).orElseThrow();
      difference += DrawnDigits.difference(image, back);
      before += best(predictor.predict(image)) == images.label(i) ? 1 : 0;
      after += best(predictor.predict(back)) == images.label(i) ? 1 : 0;
    }
    System.out.printf(
        "  MNIST's test images: %.2f %%; drawn as ink anywhere and read back: %.2f %%,"
            + " mean pixel error %.2f of 255%n",
        100.0 * before / images.size(), 100.0 * after / images.size(), difference / images.size());
  }
}
