package digitstudio.report.document;

import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.ReproducedRow.Verdict;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.training.RunState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Sentences about the reproduced tables, each of them chosen by their numbers. */
public final class ReproductionConclusions {
  /** Points between training and test accuracy below which nothing is said of a gap. */
  private static final double NOTABLE_GAP = 0.5;

  private static final Set<Verdict> COMPARED =
      EnumSet.of(Verdict.AGREES, Verdict.DOES_NOT_FOLLOW, Verdict.NOT_GIVEN);

  private final ReportTexts texts;

  public ReproductionConclusions(Locale locale) {
    texts = new ReportTexts(locale);
  }

  /** What can be said of one table. */
  public List<String> of(ReproducedTable table) {
    List<String> sentences = new ArrayList<>();
    List<ReproducedRow> rows =
        table.rows().stream().filter(row -> row.verdict() != Verdict.UNFINISHED).toList();
    table.rows().stream()
        .filter(row -> row.measured().state() == RunState.DIVERGED)
        .forEach(row -> sentences.add(texts.get("reproduced.diverged", name(row))));
    agreement(rows).ifPresent(sentences::add);
    // Rows of one training have the same figures: nothing to set side by side.
    if (rows.stream().map(ReproducedRow::measured).distinct().count() > 1) {
      best(rows).ifPresent(sentences::add);
      sentences.add(times(rows));
      gap(rows).ifPresent(sentences::add);
    }
    if (sentences.isEmpty()) {
      rows.forEach(
          row ->
              sentences.add(
                  texts.get("reproduced.one", name(row), percent(row.measured().test()))));
    }
    return sentences;
  }

  /**
   * What can be said of all tables together.
   *
   * @param plan the trainings that gave the rows
   */
  List<String> ofAll(List<ReproducedTable> tables, ReproductionPlan plan) {
    List<ReproducedRow> rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
    List<String> sentences = new ArrayList<>();
    agreement(rows).ifPresent(sentences::add);
    for (ReproducedRow row : rows) {
      if (row.verdict() == Verdict.DOES_NOT_FOLLOW) {
        sentences.add(said("reproduced.doesNotFollow", row));
      } else if (row.verdict() == Verdict.EXPLAINS) {
        sentences.add(said("reproduced.explains", row));
      }
    }
    double then = secondsThen(rows);
    if (then > 0) {
      sentences.add(
          texts.get("reproduced.timeOfAll", texts.time(then), texts.time(seconds(rows, plan))));
    }
    if (rows.stream().anyMatch(row -> row.verdict() == Verdict.SHORT_FORM)) {
      sentences.add(texts.get("reproduction.short"));
    }
    sentences.add(texts.get("reproduced.oneSeed"));
    return sentences;
  }

  private String said(String key, ReproducedRow row) {
    return texts.get(
        key,
        name(row),
        percent(row.measured().test()),
        percent(row.row().figures().test().orElseThrow()),
        texts.decimals(Math.abs(row.testDifference().orElseThrow()), 2));
  }

  /** Seconds that the report gives for its rows. */
  static double secondsThen(List<ReproducedRow> rows) {
    return rows.stream()
        .filter(row -> !row.row().extra())
        .mapToDouble(row -> row.row().figures().seconds().orElse(0))
        .sum();
  }

  /** Seconds that the trainings took, each counted once. */
  static double seconds(List<ReproducedRow> rows, ReproductionPlan plan) {
    return plan.trainings().stream()
        .mapToDouble(
            training ->
                rows.stream()
                    .filter(row -> row.config().equals(training.config()))
                    .findFirst()
                    .map(row -> row.measured().seconds())
                    .orElse(0.0))
        .sum();
  }

  private String name(ReproducedRow row) {
    String title = texts.get(row.row().titleKey());
    return row.row().extra() ? texts.get("reproduction.extra", title) : title;
  }

  private String percent(double value) {
    return texts.share(value / 100);
  }

  private Optional<String> agreement(List<ReproducedRow> rows) {
    long compared = rows.stream().filter(row -> COMPARED.contains(row.verdict())).count();
    long agree = rows.stream().filter(row -> row.verdict() == Verdict.AGREES).count();
    return compared == 0
        ? Optional.empty()
        : Optional.of(texts.get("reproduced.agreement", compared, agree));
  }

  /** The highest test accuracy among the report's own rows, here and there. */
  private Optional<String> best(List<ReproducedRow> rows) {
    List<ReproducedRow> own = rows.stream().filter(row -> !row.row().extra()).toList();
    Optional<ReproducedRow> here = highest(own, row -> row.measured().test());
    if (own.stream().map(ReproducedRow::measured).distinct().count() < 2 || here.isEmpty()) {
      return Optional.empty();
    }
    ReproducedRow best = here.get();
    String accuracy = percent(best.measured().test());
    boolean comparable =
        own.stream()
            .allMatch(
                row ->
                    row.row().figures().test().isPresent() && row.verdict() != Verdict.SHORT_FORM);
    if (!comparable) {
      return Optional.of(texts.get("reproduced.best", name(best), accuracy));
    }
    ReproducedRow then =
        highest(own, row -> row.row().figures().test().orElseThrow()).orElseThrow();
    return Optional.of(
        then == best
            ? texts.get("reproduced.best.same", name(best), accuracy)
            : texts.get("reproduced.best.other", name(best), accuracy, name(then)));
  }

  private static Optional<ReproducedRow> highest(
      List<ReproducedRow> rows, ToDoubleFunction<ReproducedRow> value) {
    return rows.stream().max(Comparator.comparingDouble(value));
  }

  private String times(List<ReproducedRow> rows) {
    ToDoubleFunction<ReproducedRow> seconds = row -> row.measured().seconds();
    ReproducedRow longest = highest(rows, seconds).orElseThrow();
    ReproducedRow shortest = rows.stream().min(Comparator.comparingDouble(seconds)).orElseThrow();
    return texts.get(
        "reproduced.times",
        name(shortest),
        texts.time(shortest.measured().seconds()),
        name(longest),
        texts.time(longest.measured().seconds()));
  }

  private Optional<String> gap(List<ReproducedRow> rows) {
    ToDoubleFunction<ReproducedRow> gap = row -> row.measured().train() - row.measured().test();
    ReproducedRow widest = highest(rows, gap).orElseThrow();
    ReproducedRow least = rows.stream().min(Comparator.comparingDouble(gap)).orElseThrow();
    return gap.applyAsDouble(widest) < NOTABLE_GAP
        ? Optional.empty()
        : Optional.of(
            texts.get(
                "reproduced.gap",
                name(widest),
                texts.decimals(gap.applyAsDouble(widest), 2),
                name(least),
                texts.decimals(gap.applyAsDouble(least), 2)));
  }
}
