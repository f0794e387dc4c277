package digitstudio.digits.scan;

import digitstudio.digits.Ink;
import digitstudio.digits.scan.Spots.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which spots of a sheet are digits, and in which order they are read. */
final class Layout {
  /** Digits lower than this many pixels are not to be made out. */
  private static final int LOWEST_DIGIT = 7;

  /** Of a usual digit's height, spots shorter than this are dirt. */
  private static final double DIRT = 0.16;

  /** Spots that stand alone and are shorter than this are points and dashes. */
  private static final double LEAST_ALONE = 0.38;

  /** Spots lower than this can be a part of a digit. */
  private static final double PART = 0.75;

  /** As far apart the parts of one digit may lie. */
  private static final double BREAK = 0.2;

  /** As high and as wide one digit may be. */
  private static final double HIGHEST = 1.35;

  private static final double WIDEST = 1.15;

  /** Spots wider than this many times their own height are several digits that touch. */
  private static final double TOUCHING = 1.3;

  /** Spots with less than this share of the usual darkness are stains. */
  private static final double FAINT = 0.35;

  /** A wide 2 or 7 is no wider than this many usual heights. */
  private static final double WIDEST_ONE = 1.2;

  /** Spots longer than so many digits are high are lines of the paper, not digits. */
  private static final double LINE = 5;

  /** Share of the sheet's side that a shadow or an edge along the border has at least. */
  private static final double FRAME = 0.4;

  /** Of a frame, this share of the ink lies in a narrow margin. */
  private static final double ALONG_THE_EDGE = 0.5;

  private final Spots spots;
  private final Ink darkness;

  private Layout(Spots spots, Ink darkness) {
    this.spots = spots;
    this.darkness = darkness;
  }

  /** The digits of a sheet, row by row from the top, each row from the left; empty without any. */
  static List<List<Box>> of(Spots spots, Ink darkness) {
    return new Layout(spots, darkness).rows();
  }

  private List<List<Box>> rows() {
    List<Spot> candidates = new ArrayList<>(spots.all());
    candidates.removeIf(spot -> spot.box().longest() < 3);
    if (candidates.size() > 1) {
      candidates.removeIf(this::isFrame);
    }
    double height = usualHeight(candidates);
    if (height < LOWEST_DIGIT) {
      return List.of();
    }
    candidates.removeIf(spot -> spot.box().longest() < DIRT * height || isLine(spot, height));
    candidates.removeAll(faint(candidates));
    List<Box> digits = new ArrayList<>();
    for (Box box : joined(split(candidates, height), height)) {
      if (box.longest() >= LEAST_ALONE * height && box.height() > 0.25 * height) {
        digits.add(box);
      }
    }
    return inRows(digits);
  }

  private boolean isFrame(Spot spot) {
    Box box = spot.box();
    boolean atEdge =
        box.left() <= 1
            || box.top() <= 1
            || box.right() >= darkness.width() - 1
            || box.bottom() >= darkness.height() - 1;
    boolean large =
        box.width() > FRAME * darkness.width() || box.height() > FRAME * darkness.height();
    return atEdge && large && shareAlongTheEdge(spot) > ALONG_THE_EDGE;
  }

  /** A digit that fills the picture reaches its edge too, but does not lie along it. */
  private double shareAlongTheEdge(Spot spot) {
    int margin = Math.max(2, Math.min(darkness.width(), darkness.height()) / 20);
    Box box = spot.box();
    int along = 0;
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        int fromEdge =
            Math.min(
                Math.min(row, darkness.height() - 1 - row),
                Math.min(column, darkness.width() - 1 - column));
        along += fromEdge < margin && spots.at(column, row) == spot.number() ? 1 : 0;
      }
    }
    return (double) along / spot.pixels();
  }

  /** Spots that are pale beside the rest: stains, and what shines through from the back. */
  private List<Spot> faint(List<Spot> candidates) {
    double ink = 0;
    double pixels = 0;
    double[] means = new double[candidates.size()];
    for (int i = 0; i < means.length; i++) {
      Spot spot = candidates.get(i);
      means[i] = meanDarkness(spot);
      ink += means[i] * spot.pixels();
      pixels += spot.pixels();
    }
    List<Spot> faint = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      if (means[i] < FAINT * ink / pixels) {
        faint.add(candidates.get(i));
      }
    }
    return faint;
  }

  private double meanDarkness(Spot spot) {
    Box box = spot.box();
    double sum = 0;
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        if (spots.at(column, row) == spot.number()) {
          sum += darkness.values()[row * darkness.width() + column];
        }
      }
    }
    return sum / spot.pixels();
  }

  private static boolean isLine(Spot spot, double height) {
    Box box = spot.box();
    double thickness = (double) spot.pixels() / box.longest();
    return box.longest() > LINE * height && thickness < 0.4 * height;
  }

  /** The height below which half of the ink lies: many specks weigh little. */
  private static double usualHeight(List<Spot> spots) {
    List<Spot> byHeight = new ArrayList<>(spots);
    byHeight.sort(Comparator.comparingInt(spot -> spot.box().height()));
    long ink = byHeight.stream().mapToLong(Spot::pixels).sum();
    long sum = 0;
    for (Spot spot : byHeight) {
      sum += spot.pixels();
      if (2 * sum >= ink) {
        return spot.box().height();
      }
    }
    return 0;
  }

  // Digits that touch

  private List<Box> split(List<Spot> candidates, double height) {
    double usualWidth = usualWidth(candidates);
    List<Box> boxes = new ArrayList<>();
    for (Spot spot : candidates) {
      Box box = spot.box();
      int digits = (int) Math.round(box.width() / (usualWidth * box.height() * 1.1));
      boolean touching = box.width() > TOUCHING * box.height() && box.width() > WIDEST_ONE * height;
      if (touching && digits > 1) {
        split(spot, digits).forEach(part -> boxes.add(part.box()));
      } else {
        boxes.add(box);
      }
    }
    return boxes;
  }

  /** Width of a digit as a share of its height. */
  private static double usualWidth(List<Spot> spots) {
    double[] shares =
        spots.stream()
            .map(Spot::box)
            .mapToDouble(box -> (double) box.width() / box.height())
            .filter(share -> share > 0.35 && share < TOUCHING)
            .sorted()
            .toArray();
    return shares.length == 0 ? 0.65 : shares[shares.length / 2];
  }

  private List<Spot> split(Spot spot, int digits) {
    List<Spot> parts = new ArrayList<>();
    Spot rest = spot;
    for (int left = digits; left > 1; left--) {
      List<Spot> two = spots.cut(rest, Seam.in(rest, left, spots, darkness));
      if (two.size() < 2) {
        break;
      }
      parts.add(two.get(0));
      rest = two.get(1);
    }
    parts.add(rest);
    return parts;
  }

  // Parts of one digit

  private static List<Box> joined(List<Box> boxes, double height) {
    List<Box> parts = new ArrayList<>(boxes);
    // Nearest first would be better than any, but parts are few and digits lie apart.
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < parts.size(); j++) {
        if (i != j && belong(parts.get(i), parts.get(j), height)) {
          parts.set(Math.min(i, j), parts.get(i).with(parts.get(j)));
          parts.remove(Math.max(i, j));
          i = -1;
          break;
        }
      }
    }
    return parts;
  }

  private static boolean belong(Box one, Box other, double height) {
    Box smaller = one.longest() < other.longest() ? one : other;
    Box both = one.with(other);
    boolean inside =
        one.gapAcross(other) < 0
            && one.gapDown(other) < 0
            && both.longest() == Math.max(one.longest(), other.longest());
    boolean near =
        smaller.height() < PART * height
            && smaller.longest() < 0.9 * height
            && Math.max(one.gapAcross(other), one.gapDown(other)) < BREAK * height
            && both.height() < HIGHEST * height
            && both.width() < WIDEST * height;
    // Two digits of one row stand apart from each other, side by side; parts stand over each other.
    boolean over = one.gapAcross(other) < -0.3 * Math.min(one.width(), other.width());
    boolean touching = one.gapAcross(other) < 0.1 * height && smaller.height() < 0.45 * height;
    return inside || (near && (over || touching));
  }

  // Reading order

  /** Row by row from the top, each row from the left. */
  static List<List<Box>> inRows(List<Box> digits) {
    List<Box> fromTop = new ArrayList<>(digits);
    fromTop.sort(Comparator.comparingDouble(Box::middleY));
    List<List<Box>> rows = new ArrayList<>();
    for (Box digit : fromTop) {
      List<Box> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (row.isEmpty() || !isIn(row, digit)) {
        row = new ArrayList<>();
        rows.add(row);
      }
      row.add(digit);
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(Box::middleX)));
    return rows;
  }

  /** Whether a digit's middle is at the height of a row's digits, as their means have it. */
  private static boolean isIn(List<Box> row, Box digit) {
    double middle = row.stream().mapToDouble(Box::middleY).average().orElseThrow();
    double height = row.stream().mapToDouble(Box::height).average().orElseThrow();
    return digit.middleY() - middle < 0.5 * Math.max(height, digit.height());
  }
}
