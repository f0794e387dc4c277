package digitstudio.report.chart;

import digitstudio.text.PercentFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chooses where an axis is marked, at round numbers, and how the marks are labelled. */
final class ChartTicks {
  /** The numbers that an axis counts in. */
  enum Kind {
    /** Whole numbers: epochs and steps. */
    COUNT,
    /** Any numbers: losses. */
    NUMBER,
    /** Shares, written in per cent. */
    SHARE
  }

  /**
   * One mark.
   *
   * @param value where it stands
   * @param label what is written there
   */
  record Mark(double value, String label) {}

  private static final double[] PARTS = {1, 2, 5, 10};
  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-4;

  private final Kind kind;
  private final Locale locale;

  ChartTicks(Kind kind, Locale locale) {
    this.kind = kind;
    this.locale = locale;
  }

  /** Marks in equal distances. */
  List<Mark> linear(Span span, int most) {
    double step = step(span.length() / Math.max(1, most));
    NumberFormat format = format(span, step);
    List<Mark> marks = new ArrayList<>();
    long first = (long) Math.ceil(span.low() / step - 1e-9);
    long last = (long) Math.floor(span.high() / step + 1e-9);
    for (long i = first; i <= last; i++) {
      marks.add(new Mark(i * step, format.format(i * step)));
    }
    return marks;
  }

  /** Marks for a logarithmic axis: decades, with 2 and 5 between where there is room. */
  List<Mark> logarithmic(Span span, int most) {
    double decades = Math.log10(span.high() / span.low());
    if (decades < 0.7) {
      return linear(span, most);
    }
    int every = Math.max(1, (int) Math.ceil(decades / most));
    double[] parts = parts(decades, most);
    List<Mark> marks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(span.low()));
    int last = (int) Math.ceil(Math.log10(span.high()));
    for (int decade = first; decade <= last; decade++) {
      for (double part : parts) {
        double value = part * Math.pow(10, decade);
        if (Math.floorMod(decade, every) == 0 && span.contains(value)) {
          marks.add(new Mark(value, format(new Span(0, value), finest(value)).format(value)));
        }
      }
    }
    return marks;
  }

  /** The decade below a value that is not a round part of its own: 1.5 needs a decimal more. */
  private static double finest(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    double part = value / decade;
    return Math.abs(part - Math.rint(part)) < 1e-9 ? decade : decade / 10;
  }

  private static double[] parts(double decades, int most) {
    if (decades * 6 <= most + 1) {
      return new double[] {1, 1.5, 2, 3, 5, 7};
    }
    if (decades * 3 <= most + 1) {
      return new double[] {1, 2, 5};
    }
    return decades * 2 <= most ? new double[] {1, 3} : new double[] {1};
  }

  private double step(double least) {
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double part : PARTS) {
      if (part * decade >= least * (1 - 1e-9)) {
        return kind == Kind.COUNT ? Math.max(1, part * decade) : part * decade;
      }
    }
    return 10 * decade;
  }

  private NumberFormat format(Span span, double step) {
    double largest = Math.max(Math.abs(span.low()), Math.abs(span.high()));
    if (kind == Kind.COUNT) {
      return NumberFormat.getIntegerInstance(locale);
    }
    if (kind == Kind.NUMBER && (largest >= LARGE || largest < SMALL)) {
      return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(locale));
    }
    double unit = kind == Kind.SHARE ? 100 * step : step;
    int decimals = (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(unit) - 1e-9)));
    NumberFormat format =
        kind == Kind.SHARE ? PercentFormat.of(locale) : NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
  }
}
